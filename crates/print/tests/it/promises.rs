//! What the press promises besides looks.

use std::sync::OnceLock;
use std::time::Instant;

use roznamcha_print::{FirCopy, Language, Press, PrintError, Text};

use crate::samples;

static PRESS: OnceLock<Press> = OnceLock::new();

fn count(haystack: &[u8], needle: &[u8]) -> usize {
    haystack.windows(needle.len()).filter(|window| window == &needle).count()
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let (one, other) = (Press::new().unwrap(), Press::new().unwrap());
    let first = one.fir(&samples::fir()).unwrap();
    one.diary(&samples::diary()).unwrap();
    assert!(first == one.fir(&samples::fir()).unwrap(), "same press");
    assert!(first == other.fir(&samples::fir()).unwrap(), "another press");
    let mut reprint = samples::fir();
    reprint.stamp.print_no = 2;
    assert!(first != one.fir(&reprint).unwrap(), "a reprint says so");
}

#[test]
fn every_document_is_an_archival_pdf_with_its_data_attached() {
    let press = Press::new().unwrap();
    let pdfs = [
        press.fir(&samples::fir()).unwrap(),
        press.fir(&samples::hostile_fir()).unwrap(),
        press.diary(&samples::diary()).unwrap(),
        press.complainant_copy(&samples::receipt(Language::Ur)).unwrap(),
        press.diary_extract(&samples::extract(Language::En, samples::refusal())).unwrap(),
    ];
    for pdf in pdfs {
        assert!(pdf.starts_with(b"%PDF-1.7"));
        assert_eq!(count(&pdf, b"<pdfaid:part>3</pdfaid:part>"), 1);
        assert!(count(&pdf, b"(data.json)") >= 1);
        assert!(count(&pdf, b"D:20260510152000") >= 1, "dated by its print, not by a clock");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 24, failure_persistence: None, ..Default::default() })]
    /// The archival check of the export also refuses any character without a shape.
    #[test]
    fn any_words_can_be_printed(words in ".{0,80}", wrong in ".{0,4}", right in "\\PC{0,8}") {
        let mut sheet = samples::extract(Language::Ur, samples::refusal());
        sheet.informant.name = words.as_str().into();
        sheet.certified_by.rank = words.clone();
        sheet.line.entry = Text::from(words).corrected(samples::struck(&wrong, &right));
        let press = PRESS.get_or_init(|| Press::new().unwrap());
        press.diary_extract(&sheet).unwrap();
    }
}

#[test]
fn the_four_copies_differ() {
    let press = Press::new().unwrap();
    let copies: Vec<_> = FirCopy::ALL
        .iter()
        .map(|copy| {
            let mut sheet = samples::fir();
            sheet.copy = *copy;
            press.fir(&sheet).unwrap()
        })
        .collect();
    for (index, copy) in copies.iter().enumerate() {
        assert!(copies.iter().skip(index + 1).all(|other| other != copy));
    }
}

#[test]
fn an_address_too_long_for_the_code_is_refused() {
    let mut sheet = samples::fir();
    sheet.stamp.verify_url = "x".repeat(3000);
    let refused = Press::new().unwrap().fir(&sheet).unwrap_err();
    assert!(matches!(refused, PrintError::QrTooLong { bytes: 3000 }), "{refused}");
}

#[test]
fn a_sheet_survives_json() {
    let sheet = samples::provisional_and_cancelled();
    let json = serde_json::to_string(&sheet).unwrap();
    assert_eq!(serde_json::from_str::<roznamcha_print::FirSheet>(&json).unwrap(), sheet);
}

/// Generous bounds: they catch a layout that no longer settles, not a busy machine.
#[test]
fn printing_takes_moments() {
    let press = Press::new().unwrap();
    press.fir(&samples::fir()).unwrap();
    let mut next = samples::fir();
    next.number += 1;
    next.stamp.act_hash = next.stamp.act_hash.replace('9', "a");
    let started = Instant::now();
    press.fir(&next).unwrap();
    let fir = started.elapsed();
    let started = Instant::now();
    press.diary(&samples::diary()).unwrap();
    let diary = started.elapsed();
    println!("fir, warm: {} ms; diary of 3 pages, cold: {} ms", fir.as_millis(), diary.as_millis());
    assert!(fir.as_secs() < 10 && diary.as_secs() < 30, "fir {fir:?}, diary {diary:?}");
}
