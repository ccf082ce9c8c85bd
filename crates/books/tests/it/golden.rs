//! Golden pictures: every register printed as a book in both languages, fed from the columns of the statute book. One
//! picture a register: its pages side by side, in sixteen greys. `BLESS=1` writes them anew; then look at them.

use roznamcha_books::{Binding, Plan, sheet};
use roznamcha_print::{Bilingual, CheckpointLine, Office, Press, RegisterSheet, Stamp};
use roznamcha_statute::{Part, Register, RegisterKind, StatuteBook};
use roznamcha_words::{Lang, Words};

use crate::{picture, samples};

/// Pixels per point: enough to see a clipped word, small enough to keep a hundred pages.
const SCALE: f64 = 0.55;

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
            kind: None,
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

fn compare(lang: Lang) {
    let (words, statute) = (Words::load().unwrap(), StatuteBook::built_in().unwrap());
    let press = Press::new().unwrap();
    let mut wrong = Vec::new();
    for register in statute.registers_of(RegisterKind::Statutory) {
        let sheet = book_of(&words, &statute, register, lang);
        let name = format!("{}-{:02}.png", lang.as_str(), register.number.number().unwrap());
        wrong.extend(picture::differs(
            env!("CARGO_MANIFEST_DIR"),
            &name,
            &picture::of(&press, &sheet, SCALE),
        ));
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
