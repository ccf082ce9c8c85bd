//! The 25 registers of Police Rules 1934, r. 22.45, the working registers beside them, their parts and columns.

use serde::Serialize;

use crate::datum::{Dated, Datum, Tag};
use crate::error::{Problem, RowError};
use crate::pen::{self, Entering, Pen};
use crate::register_no::RegisterNo;
use crate::table::Row;
use crate::text_enum::text_enum;

text_enum! {
    /// When a register's serial numbers start again.
    Numbering {
        /// Each calendar year.
        Year = "year",
        /// Each day.
        Day = "day",
        /// Never, or it has no serial of its own.
        Never = "none",
    }
}

text_enum! {
    /// Whether the rules ask for a register.
    RegisterKind {
        /// One of the 25.
        Statutory = "statutory",
        /// Kept by practice beside them.
        Working = "working",
    }
}

/// A register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Register {
    /// 1 to 25, or the word of a working register.
    pub number: RegisterNo,
    /// Statutory or working.
    pub kind: RegisterKind,
    /// English name.
    pub en: String,
    /// Urdu name.
    pub ur: String,
    /// The rules and form; empty for a working register that is kept by practice alone.
    pub rule: String,
    /// The same in Urdu.
    pub rule_ur: String,
    /// How long it is kept; empty where it is not.
    pub retention: String,
    /// The same in Urdu.
    pub retention_ur: String,
    /// Who writes and signs; empty where nobody does.
    pub writer: String,
    /// The same in Urdu.
    pub writer_ur: String,
    /// When its numbers start again.
    pub numbering: Numbering,
    /// How the numbering was come by.
    pub numbering_tag: Tag,
    /// No longer kept: the number stays reserved.
    pub obsolete: bool,
    /// Source, place, days.
    pub datum: Datum,
}

/// A part of a register; a register without parts has the one part `main`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The register.
    pub register: RegisterNo,
    /// `main`, `I`, `A`, `fir`.
    pub part: String,
    /// Its place among the parts.
    pub order: u16,
    /// English name.
    pub en: String,
    /// Urdu name.
    pub ur: String,
    /// How entries come into it.
    pub entering: Entering,
    /// The kind of diary entry (register II) that an entry typed here also makes: `misc`, `comm_{direction}`.
    pub diary: Option<String>,
    /// Source, place, days.
    pub datum: Datum,
}

/// A column of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The register.
    pub register: RegisterNo,
    /// The part.
    pub part: String,
    /// Its place among the columns, from 1.
    pub order: u16,
    /// The numbered box of the printed form it is written in, where the form numbers its boxes.
    pub printed_box: Option<u8>,
    /// Its key, the same in English and Urdu.
    pub key: String,
    /// English heading.
    pub en: String,
    /// Urdu heading.
    pub ur: String,
    /// How it is written.
    pub pen: Pen,
    /// Source, place, days.
    pub datum: Datum,
}

impl Register {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        let kind = row.parse("kind")?;
        let register = Self {
            number: row.parse("number")?,
            kind,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            rule: match kind {
                RegisterKind::Statutory => row.owned("rule")?,
                RegisterKind::Working => row.text("rule").to_owned(),
            },
            rule_ur: urdu_of(row, "rule", "rule_ur")?,
            retention: row.text("retention").to_owned(),
            retention_ur: urdu_of(row, "retention", "retention_ur")?,
            writer: row.text("writer").to_owned(),
            writer_ur: urdu_of(row, "writer", "writer_ur")?,
            numbering: row.parse("numbering")?,
            numbering_tag: row.parse("numbering_tag")?,
            obsolete: row.yes_no("obsolete")?,
            datum: Datum::read(row)?,
        };
        if (kind == RegisterKind::Statutory) != register.number.number().is_some() {
            let reason = "a number is `statutory`, a word is `working`".to_owned();
            return Err(row.fault("kind", Problem::Malformed { value: kind.to_string(), reason }));
        }
        let roman = register.number.roman();
        if row.need("roman")? != roman {
            let problem = Problem::Malformed {
                value: row.text("roman").to_owned(),
                reason: format!("expected `{roman}`"),
            };
            return Err(row.fault("roman", problem));
        }
        Ok(register)
    }
}

/// The Urdu of a column that may be empty: empty where the English is, and only there.
fn urdu_of(row: &Row<'_>, english: &str, urdu: &str) -> Result<String, RowError> {
    if row.text(english).is_empty() && row.text(urdu).is_empty() { Ok(String::new()) } else { row.urdu(urdu) }
}

impl Part {
    /// The part as the journal writes it: of a register without parts, and the first of register I, `-`.
    pub fn written(&self) -> &str {
        if matches!(self.part.as_str(), "main" | "fir") { "-" } else { &self.part }
    }

    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        Ok(Self {
            register: row.parse("register")?,
            part: row.owned("part")?,
            order: row.parse("order")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            entering: row.parse("entry")?,
            diary: pen::diary(row)?,
            datum: Datum::read(row)?,
        })
    }
}

impl Column {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        Ok(Self {
            register: row.parse("register")?,
            part: row.owned("part")?,
            order: row.parse("order")?,
            printed_box: row.optional("box")?,
            key: row.owned("key")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            pen: Pen::read(row)?,
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Register {
    const FILE: &'static str = "registers.csv";
    fn key(&self) -> String {
        self.number.to_string()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
    fn doubts(&self) -> Vec<(&'static str, Tag)> {
        if self.numbering_tag == Tag::Found { Vec::new() } else { vec![("numbering", self.numbering_tag)] }
    }
}

impl Dated for Part {
    const FILE: &'static str = "parts.csv";
    fn key(&self) -> String {
        format!("{} {}", self.register, self.part)
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}

impl Dated for Column {
    const FILE: &'static str = "columns.csv";
    fn key(&self) -> String {
        format!("{} {} {}", self.register, self.part, self.key)
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}
