//! Golden pictures: every sheet drawn and compared with the picture kept beside this file.
//! `BLESS=1` writes them anew; then look at them.

use std::path::PathBuf;

use roznamcha_print::{Language, Press, Sheet};
use tiny_skia::Pixmap;
use typst_render::{RenderOptions, render};

use crate::samples;

/// Pixels per point: enough to see a clipped word, small enough to keep.
const SCALE: f64 = 1.0;
/// A pixel differs when a channel is off by more than this (rounding differs between processors).
const CHANNEL: u8 = 48;
/// Share of differing pixels allowed, in a hundred thousand.
const ALLOWED: usize = 2;

fn kept(name: &str, page: usize) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}-{page}.png"))
}

fn compare(name: &str, pages: usize, sheet: &impl Sheet) {
    let document = Press::new().unwrap().pages(sheet).unwrap();
    let options = RenderOptions { pixel_per_pt: SCALE.into(), ..RenderOptions::default() };
    for (index, page) in document.pages().iter().enumerate() {
        let drawn = grey(&render(page, &options));
        let path = kept(name, index + 1);
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, drawn.encode_png().unwrap()).unwrap();
            continue;
        }
        let golden = Pixmap::load_png(&path)
            .unwrap_or_else(|e| panic!("{}: {e}; write it with BLESS=1 and look at it", path.display()));
        assert_eq!((drawn.width(), drawn.height()), (golden.width(), golden.height()), "{name}: size");
        let off = drawn
            .data()
            .chunks_exact(4)
            .zip(golden.data().chunks_exact(4))
            .filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > CHANNEL))
            .count();
        let all = drawn.data().len() / 4;
        if off * 100_000 > all * ALLOWED {
            let seen = std::env::temp_dir().join(format!("{name}-{}-now.png", index + 1));
            drawn.save_png(&seen).unwrap();
            panic!(
                "{name}, page {}: {off} of {all} pixels differ from {}; drawn now: {}",
                index + 1,
                path.display(),
                seen.display()
            );
        }
    }
    assert_eq!(document.pages().len(), pages, "{name}: number of pages");
}

/// Few levels of colour, so that the picture packs small.
fn grey(picture: &Pixmap) -> Pixmap {
    let mut out = picture.clone();
    for channel in out.data_mut() {
        *channel = (*channel / 17).saturating_mul(17);
    }
    out
}

#[test]
fn fir() {
    compare("fir", 1, &samples::fir());
}

#[test]
fn fir_provisional_reprint_cancelled() {
    compare("fir-provisional-cancelled", 2, &samples::provisional_and_cancelled());
}

#[test]
fn fir_with_hostile_words_and_very_long_names() {
    compare("fir-hostile", 2, &samples::hostile_fir());
}

#[test]
fn diary_of_three_pages() {
    compare("diary", 3, &samples::diary());
}

#[test]
fn complainant_copy_in_both_languages() {
    compare("receipt-en", 1, &samples::receipt(Language::En));
    compare("receipt-ur", 1, &samples::receipt(Language::Ur));
}

#[test]
fn diary_extracts() {
    compare("extract-non-cognizable-ur", 1, &samples::extract(Language::Ur, samples::non_cognizable()));
    compare("extract-refusal-en", 1, &samples::extract(Language::En, samples::refusal()));
}

#[test]
fn a_form_of_every_block_in_both_languages() {
    compare("form-ur", 2, &samples::form(Language::Ur, false));
    compare("form-en", 2, &samples::form(Language::En, false));
    compare("form-sideways-ur", 2, &samples::form(Language::Ur, true));
}
