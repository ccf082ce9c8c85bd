//! Golden pictures: every register printed as a book in both languages, fed from the columns of the statute book. One
//! picture a register: its pages side by side, in sixteen greys. `BLESS=1` writes them anew; then look at them.

use roznamcha_books::{Binding, Plan, sheet};
use roznamcha_print::{Bilingual, CheckpointLine, Office, Press, RegisterSheet, Stamp};
use roznamcha_statute::{Part, Register, RegisterKind, StatuteBook};
use roznamcha_words::{Lang, Words};
use std::path::PathBuf;
use tiny_skia::{Pixmap, PixmapPaint, Transform};
use typst_render::{RenderOptions, render};

use crate::samples;

/// Pixels per point: enough to see a clipped word, small enough to keep a hundred pages.
const SCALE: f64 = 0.55;
/// A pixel differs when it is off by more greys than this (rounding differs between processors).
const GREYS: u8 = 3;
/// Share of differing pixels allowed, in a hundred thousand.
const ALLOWED: usize = 4;

fn book_of(words: &Words, statute: &StatuteBook, register: &Register, lang: Lang) -> RegisterSheet {
    let speaker = samples::speaker(words, statute, lang);
    let parts: Vec<(&Part, Plan)> = statute
        .parts(register.number)
        .into_iter()
        .map(|part| (part, Plan::of(statute, register.number, part.written()).unwrap()))
        .collect();
    let rows: Vec<_> = parts.iter().map(|(part, plan)| samples::rows(register, part, plan, lang)).collect();
    let filled: Vec<_> =
        parts.iter().zip(&rows).map(|((part, plan), rows)| (*part, plan, rows.as_slice())).collect();
    let binding = Binding {
        register,
        office: Office {
            station: Bilingual::new("Model Town (demo)", "ماڈل ٹاؤن (نمونہ)"),
            district: Bilingual::new("Demopur", "ڈیمو پور"),
        },
        period: "2026".to_owned(),
        printed_by: speaker.officer("OFF-1"),
        checkpoint: CheckpointLine { size: 41_207, root: "5e".repeat(32) },
        stamp: Stamp {
            act_hash: "9f".repeat(32),
            verify_url: "https://verify.example.invalid/verify?act=act-4".to_owned(),
            print_no: 2,
            printed_at: jiff::civil::date(2026, 6, 2).at(15, 20, 0, 0),
            provisional: false,
        },
    };
    sheet(&speaker, binding, &filled)
}

/// The pages side by side.
fn picture(press: &Press, sheet: &RegisterSheet, scale: f64) -> Pixmap {
    let document = press.pages(sheet).unwrap();
    let options = RenderOptions { pixel_per_pt: scale.into(), ..RenderOptions::default() };
    let pages: Vec<Pixmap> = document.pages().iter().map(|p| render(p, &options)).collect();
    let wide: u32 = pages.iter().map(|p| p.width() + 4).sum();
    let high = pages.iter().map(Pixmap::height).max().unwrap();
    let mut all = Pixmap::new(wide, high).unwrap();
    all.fill(tiny_skia::Color::from_rgba8(120, 120, 120, 255));
    let mut left = 0;
    for page in &pages {
        all.draw_pixmap(left, 0, page.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
        left += i32::try_from(page.width()).unwrap() + 4;
    }
    all
}

/// Sixteen greys, one a pixel.
fn greys(picture: &Pixmap) -> Vec<u8> {
    let grey = |p: &tiny_skia::PremultipliedColorU8| {
        let sum = u32::from(p.red()) * 3 + u32::from(p.green()) * 6 + u32::from(p.blue());
        u8::try_from(sum / 10 / 17).unwrap().min(15)
    };
    picture.pixels().iter().map(grey).collect()
}

fn write(path: &PathBuf, (wide, high): (u32, u32), greys: &[u8]) {
    let mut encoder = png::Encoder::new(std::fs::File::create(path).unwrap(), wide, high);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_compression(png::Compression::High);
    let line = |row: &[u8]| row.chunks(2).map(|p| p[0] << 4 | p.get(1).unwrap_or(&0)).collect::<Vec<u8>>();
    let packed: Vec<u8> = greys.chunks(wide as usize).flat_map(line).collect();
    encoder.write_header().unwrap().write_image_data(&packed).unwrap();
}

fn read(path: &PathBuf) -> ((u32, u32), Vec<u8>) {
    let file = std::fs::File::open(path);
    let file = file.unwrap_or_else(|e| panic!("{}: {e}; write it with BLESS=1 and look", path.display()));
    let mut reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().unwrap();
    let mut packed = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut packed).unwrap();
    let line =
        |row: &[u8]| row.iter().flat_map(|b| [b >> 4, b & 15]).take(info.width as usize).collect::<Vec<_>>();
    let greys = packed.chunks(info.line_size).take(info.height as usize).flat_map(line).collect();
    ((info.width, info.height), greys)
}

fn compare(lang: Lang) {
    let (words, statute) = (Words::load().unwrap(), StatuteBook::built_in().unwrap());
    let press = Press::new().unwrap();
    let mut wrong = Vec::new();
    for register in statute.registers_of(RegisterKind::Statutory) {
        let sheet = book_of(&words, &statute, register, lang);
        let drawn = picture(&press, &sheet, SCALE);
        let (size, now) = ((drawn.width(), drawn.height()), greys(&drawn));
        let name = format!("{}-{:02}.png", lang.as_str(), register.number.number().unwrap());
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(&name);
        if std::env::var_os("BLESS").is_some() {
            write(&path, size, &now);
            continue;
        }
        let (kept_size, kept) = read(&path);
        let off = now.iter().zip(&kept).filter(|(a, b)| a.abs_diff(**b) > GREYS).count();
        if kept_size != size || off * 100_000 > now.len() * ALLOWED {
            let seen = std::env::temp_dir().join(format!("register-now-{name}"));
            write(&seen, size, &now);
            wrong.push(format!(
                "{name}: {size:?} now, {kept_size:?} kept, {off} pixels off: {}",
                seen.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_25_registers_in_english() {
    compare(Lang::En);
}

#[test]
fn the_25_registers_in_urdu() {
    compare(Lang::Ur);
}

#[test]
fn a_book_is_archival_and_carries_its_data() {
    let (words, statute) = (Words::load().unwrap(), StatuteBook::built_in().unwrap());
    let register = statute.register("19".parse().unwrap()).unwrap();
    let pdf = Press::new().unwrap().register(&book_of(&words, &statute, register, Lang::Ur)).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let found = |what: &[u8]| pdf.windows(what.len()).any(|w| w == what);
    assert!(found(b"data.json"), "the sheet's data is attached");
}
