//! The inspection report: the twenty-five registers as they stand, each with a place for what the inspecting officer
//! finds. The counts are of the books; the findings are his.

use roznamcha_acts::Moment;
use roznamcha_print::{Block, Form};
use roznamcha_statute::RegisterKind;

use super::pen::{self, Pen};

/// A register as it stands.
#[derive(Clone, Debug)]
pub struct Shelved {
    /// The register as the journal writes it.
    pub register: String,
    /// Entries of this year.
    pub entries: u64,
    /// When the last was written.
    pub last: Option<Moment>,
    /// Corrections in it that nobody has attested.
    pub unattested: usize,
}

/// What an inspection starts from.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// When the books were looked at.
    pub at: Moment,
    /// Registers as they stand.
    pub shelf: Vec<Shelved>,
    /// What the books say of each thing to see: its name, how many, and of the first of them.
    pub found: Vec<(String, u64, String)>,
}

pub(super) fn form(pen: &Pen<'_>, found: &Inspection) -> Form {
    let registers: Vec<_> = pen.book.registers_of(RegisterKind::Statutory).collect();
    let rows = registers.iter().map(|register| {
        let written = register.number.written();
        let mark = found.shelf.iter().find(|m| m.register == written);
        let roman = roznamcha_words::bidi::ltr(&register.number.roman());
        let name = format!("{} ({roman})", pen.pick(&register.en, &register.ur));
        let obsolete = register.obsolete.then(|| pen.word("obsolete"));
        vec![
            name,
            mark.map(|m| m.entries.to_string()).unwrap_or_default(),
            obsolete.unwrap_or_else(|| mark.and_then(|m| m.last).map(pen::when).unwrap_or_default()),
            mark.filter(|m| m.unattested > 0).map(|m| m.unattested.to_string()).unwrap_or_default(),
            String::new(),
            String::new(),
        ]
    });
    let columns = [
        ("register", 6),
        ("entries-year", 2),
        ("last-entry", 3),
        ("unattested", 2),
        ("condition", 2),
        ("remarks", 5),
    ];
    let told = [("found-what", 6), ("found-number", 2), ("found-first", 12)];
    let seen = found.found.iter();
    let seen = seen.map(|(what, n, first)| vec![what.clone(), n.to_string(), first.clone()]).collect();
    Form {
        title: pen.both("inspection-title"),
        under: pen.both("inspection-under"),
        sideways: false,
        head: vec![
            pen.field("books-at", 3, pen::when(found.at)),
            pen.field("inspector", 3, ""),
            pen.field("inspected-from", 6, ""),
            pen.field("inspected-until", 6, ""),
        ],
        blocks: vec![
            pen.table("found-in-books", &told, seen, 0),
            pen.table("checklist", &columns, rows.collect(), 0),
            pen.words("lockup-found", "", 2),
            pen.words("malkhana-found", "", 2),
            pen.words("staff-found", "", 2),
            pen.words("orders-given", "", 4),
            Block::Fields {
                fields: vec![pen.field("compliance-due", 6, ""), pen.field("compliance", 6, "")],
            },
            Block::Sign { signers: vec![pen.signs("sign-inspector", None), pen.signs("sign-sho", None)] },
        ],
        notice: Some(pen.both("inspection-notice")),
    }
}
