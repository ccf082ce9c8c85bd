//! `case.arrest`: an accused of the case is arrested, with the justification recorded (*Qaiser Arfat*, PLD 2021
//! SC 708), and lodged. The clocks of his liberty start.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::{Body, Party, case, custody};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{
    AccusedRow, AccusedStatus, Arrest, Cell, CellKind, ClockMark, EntryRow, Keeping, PartyRow, StaffRow,
};

/// An arrest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseArrest {
    /// The case.
    pub fir: String,
    /// The accused, by his place in the case.
    pub accused: u32,
    /// When; the 24 hours of section 61 run from here.
    pub arrested: Moment,
    /// Where.
    pub place: String,
    /// Code of the officer who arrested.
    pub by: String,
    /// Why the arrest was needed.
    pub justification: String,
    /// The relative told, and how.
    #[serde(default)]
    pub relative_told: Option<String>,
    /// Code of the woman officer present, at the arrest of a woman.
    #[serde(default)]
    pub woman_officer: Option<String>,
    /// The guardian told, of a juvenile.
    #[serde(default)]
    pub guardian_told: Option<String>,
    /// The probation officer told, of a juvenile.
    #[serde(default)]
    pub probation_told: Option<String>,
    /// What lengthens or shortens the clocks; the rules fill it in.
    #[serde(default)]
    pub marks: Vec<ClockMark>,
}

impl CaseArrest {
    fn key(&self) -> String {
        AccusedRow::key_of(&self.fir, self.accused)
    }

    fn check_fields(&self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "place", &self.place);
        text::code(&mut faults, "by", &self.by);
        text::text_needed(&mut faults, "justification", &self.justification);
        let told = [
            ("relative_told", &self.relative_told),
            ("guardian_told", &self.guardian_told),
            ("probation_told", &self.probation_told),
        ];
        for (field, value) in told {
            if let Some(value) = value {
                text::line_needed(&mut faults, field, value);
            }
        }
        if let Some(officer) = &self.woman_officer {
            text::code(&mut faults, "woman_officer", officer);
        }
        faults.when(self.arrested > setting.happened, "arrested", "fault-future");
        faults.done()
    }

    /// The rules for women and children.
    fn check_person(&self, setting: &Setting<'_>, accused: &AccusedRow) -> Result<(), Refusal> {
        if accused.juvenile {
            case::may_deal_with_child(setting)?;
        }
        if accused.woman {
            let officer = self.woman_officer.as_deref().unwrap_or("");
            let staff = setting.known.get::<StaffRow>(setting.office, officer).ok().flatten();
            if !staff.is_some_and(|s| s.woman && s.current().is_some()) {
                return Err(Refusal::order("order-woman-officer", "CrPC-54"));
            }
        }
        Ok(())
    }

    fn fill_marks(&mut self, setting: &Setting<'_>, accused: &AccusedRow, codes: Vec<String>) {
        let day = setting.written.day();
        let capital = codes
            .iter()
            .any(|code| setting.law.section(code, setting.province, day).is_some_and(|s| s.capital));
        let marks = [
            (accused.juvenile, ClockMark::Juvenile),
            (accused.woman, ClockMark::Woman),
            (capital, ClockMark::Capital),
        ];
        self.marks = marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).collect();
    }

    fn cells(&self, person: &Party, title: &str, sealed: bool) -> Vec<Cell> {
        let mut cells = vec![
            Cell::plain("fir_no", CellKind::Text, title),
            Cell::plain("arrested", CellKind::Time, self.arrested),
            Cell::plain("officer", CellKind::Officer, &self.by),
            Cell::plain("fir", CellKind::Act, &self.fir),
        ];
        if !sealed {
            cells.push(Cell::personal("person", CellKind::Text, person.line()));
            cells.push(Cell::personal("justification", CellKind::Text, &self.justification));
        }
        cells
    }
}

impl Rule for CaseArrest {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-54", "PPR-26.1"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    fn refs(&self) -> Vec<String> {
        vec![self.key()]
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        let key = self.key();
        let start = |deadline| Turn::start(&key, deadline).at(self.arrested).marked(&self.marks);
        let child = self.marks.contains(&ClockMark::Juvenile);
        let told = child && self.guardian_told.is_some() && self.probation_told.is_some();
        vec![
            start("D5"),
            start("D11"),
            start("D15").when(child),
            start("D16").when(child),
            Turn::meet(&key, "D15").when(told),
            Turn::meet(&key, "D12"),
            Turn::meet(&key, "D30"),
        ]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = case::want_accused(office, &self.fir, self.accused, known);
        wants.push(Want::Row(StaffRow::at(office, self.woman_officer.as_deref().unwrap_or(""))));
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        self.check_fields(setting)?;
        let case = case::allowed(setting, "case.arrest", &self.fir)?;
        let accused = case::accused(setting, &self.fir, self.accused)?;
        if accused.custody.is_some() {
            return Err(Refusal::order("order-already-arrested", "PPR-26.1"));
        }
        if accused.is_decided() {
            return Err(Refusal::order("order-accused-cleared", "CrPC-63"));
        }
        if self.arrested.is_minutes_before(case.registered) {
            return Err(Refusal::order("order-before-fir", "CrPC-154"));
        }
        self.check_person(setting, &accused)?;
        self.fill_marks(setting, &accused, case.charged().map(str::to_owned).collect());
        setting.open_day().map(|_| ())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::CaseArrest(kept) = kept {
            self.marks.clone_from(&kept.marks);
        }
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        let office = rec.header.office.as_str();
        let (Some(mut accused), Some(party)) =
            (book.get::<AccusedRow>(office, &self.key())?, book.get::<PartyRow>(office, &self.key())?)
        else {
            return Ok(());
        };
        let act = rec.header.act.clone();
        accused.becomes(AccusedStatus::Arrested, &act, rec.written()?);
        accused.custody = Some(Keeping::Police);
        accused.police_days = 0;
        accused.arrests.push(Arrest { act, at: self.arrested });
        case::caught(&mut accused, self.arrested, book)?;
        book.put(&accused)?;
        let sections = row.charged().map(str::to_owned).collect();
        custody::lodge(rec, (&party.party, Some(self.key())), sections, self.arrested, book)?;
        book.put(&EntryRow::of(rec, 0, "lockup_in", self.cells(&party.party, &row.title(), row.sealed))?)
    }
}
