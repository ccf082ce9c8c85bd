//! `case.sections`: sections added to a case and struck from it, in a case diary, with letters to the magistrate and
//! the prosecutor. None is ever removed: one struck stays legible with the zimni that struck it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::court::common;
use crate::kinds::{Body, case};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{
    CaseRow, CaseSection, Cell, CellKind, EntryRow, FirRow, SealRow, SectionStruck, entry_key,
};

/// The most sections one act moves.
const MOST_SECTIONS: usize = 30;

/// Sections added and struck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseSections {
    /// The case.
    pub fir: String,
    /// Codes added.
    #[serde(default)]
    pub add: Vec<String>,
    /// Codes struck.
    #[serde(default)]
    pub strike: Vec<String>,
    /// Number of the case diary that says why.
    pub zimni: u64,
    /// Why, in a line.
    pub reason: String,
    /// Why the persons are protected from now on; the rules fill it in where an added section commands it.
    #[serde(default)]
    pub seal: Option<String>,
}

impl CaseSections {
    fn check_codes(&mut self, setting: &Setting<'_>, case: &CaseRow) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        let mut sensitive = false;
        for (i, code) in self.add.iter().enumerate() {
            let field = format!("add.{i}");
            let of_then = setting.law.section(code, setting.province, case.registered.day());
            faults.when(of_then.is_none(), &field, "fault-section-unknown");
            sensitive |= of_then.is_some_and(|s| s.sensitive);
            let twice = case.charged().any(|c| c == code) || self.add.iter().take(i).any(|c| c == code);
            faults.when(twice, &field, "fault-section-twice");
        }
        for (i, code) in self.strike.iter().enumerate() {
            let there = case.charged().any(|c| c == code) && !self.strike.iter().take(i).any(|c| c == code);
            faults.when(!there, &format!("strike.{i}"), "fault-section-not-charged");
        }
        let left = case.charged().filter(|c| !self.strike.iter().any(|s| s == c)).count();
        faults.when(left + self.add.len() == 0, "strike", "fault-no-section-left");
        faults.when(self.zimni == 0 || self.zimni > case.zimnis, "zimni", "fault-zimni-unknown");
        self.seal = (sensitive && !case.sealed).then(|| "protected-offence".to_owned());
        faults.done()
    }

    /// The report's row and its line in register I: what was written stays, what was added and struck stands after it.
    fn in_register_one(&self, rec: &Recorded, book: &mut Book<'_>, case: &CaseRow) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut report) = book.get::<FirRow>(office, &self.fir)? else { return Ok(()) };
        report.sections.clone_from(&case.sections);
        book.put(&report)?;
        for entry in report.entries.iter().filter(|e| e.register == "1") {
            let Some(mut line) = book.get::<EntryRow>(office, &entry_key(entry))? else { continue };
            for (key, codes) in [("added", &self.add), ("struck", &self.strike)] {
                if !codes.is_empty() {
                    line.fill(rec, Cell::plain(key, CellKind::Sections, codes.join(" ")))?;
                }
            }
            book.put(&line)?;
        }
        Ok(())
    }
}

impl Rule for CaseSections {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-156", "CrPC-172"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        // An added section may seal the case, which reaches every row of it.
        let mut wants = common::want_case(office, &self.fir, known);
        if !self.add.is_empty() {
            wants.extend(case::want_all(office, &self.fir, known));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "reason", &self.reason);
        faults.when(self.add.is_empty() && self.strike.is_empty(), "add", "fault-missing");
        faults.when(self.add.len() > MOST_SECTIONS, "add", "fault-too-many");
        faults.when(self.strike.len() > MOST_SECTIONS, "strike", "fault-too-many");
        faults.done()?;
        let case = case::investigator(setting, "case.sections", &self.fir)?;
        self.check_codes(setting, &case)
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::CaseSections(kept) = kept {
            self.seal.clone_from(&kept.seal);
        }
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("5", "I", written), Slot::yearly("5", "I", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(mut row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        let (act, at, zimni) = (rec.header.act.clone(), rec.written()?, self.zimni);
        for section in row.sections.iter_mut().filter(|s| s.struck.is_none()) {
            if self.strike.contains(&section.code) {
                section.struck = Some(SectionStruck { act: act.clone(), at, zimni });
            }
        }
        let added = |code: &String| CaseSection {
            code: code.clone(),
            act: act.clone(),
            at,
            zimni: Some(zimni),
            struck: None,
        };
        row.sections.extend(self.add.iter().map(added));
        book.put(&row)?;
        self.in_register_one(rec, book, &row)?;
        if let Some(reason) = &self.seal {
            let seal = SealRow { reason: reason.clone(), act, at };
            case::seal(rec, book, &self.fir, Some(seal))?;
        }
        for (index, to) in ["magistrate", "prosecutor"].into_iter().enumerate() {
            let mut letter = vec![
                Cell::plain("to", CellKind::Code, to),
                Cell::plain("subject", CellKind::Code, "sections_changed"),
                Cell::plain("fir_no", CellKind::Text, row.title()),
                Cell::plain("date", CellKind::Time, &rec.header.written),
            ];
            for (key, codes) in [("added", &self.add), ("struck", &self.strike)] {
                if !codes.is_empty() {
                    letter.push(Cell::plain(key, CellKind::Sections, codes.join(" ")));
                }
            }
            book.put(&EntryRow::of(rec, index, "letter_out", letter)?)?;
        }
        Ok(())
    }
}
