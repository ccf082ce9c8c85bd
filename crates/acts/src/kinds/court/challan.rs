//! `challan.submit`: the report under section 173 that sends accused for trial: interim, complete, or in absentia.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

use super::common::{self as court, upon};
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::case;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{AccusedRow, AccusedStatus, CustodyClass, ReportKind, Stage};

/// The most accused, witnesses and items one report names.
const MOST_LISTED: usize = 200;
/// The most sections one accused is sent up under.
const MOST_SECTIONS: usize = 30;

/// One accused in the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Challaned {
    /// The accused, by his place in the case's list of persons.
    pub accused: u32,
    /// Custody column: الف, ب or ج.
    pub class: CustodyClass,
    /// Sections he is sent up under; none where his release is recommended.
    #[serde(default)]
    pub sections: Vec<String>,
}

/// One witness in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witness {
    /// Name and residence.
    pub person: String,
    /// What he proves: `eye`, `recovery`, `medical`, `formal`, `investigating_officer`.
    pub of: String,
}

const PROVES: [&str; 6] = ["complainant", "eye", "recovery", "medical", "formal", "investigating_officer"];

/// A challan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChallanSubmit {
    /// The case: the act of its FIR.
    pub fir: String,
    /// Interim, complete, or in absentia.
    pub report: ReportKind,
    /// Accused, each with custody column and sections.
    pub persons: Vec<Challaned>,
    /// Witnesses.
    #[serde(default)]
    pub witnesses: Vec<Witness>,
    /// Case property sent with it: the acts that brought it into the store-room.
    #[serde(default)]
    pub property: Vec<String>,
    /// Samples at the laboratory: what was sent, what came back.
    #[serde(default)]
    pub samples: String,
    /// The officer in charge through whom it goes, by code.
    pub through: String,
    /// The prosecutor's office.
    pub prosecutor: String,
}

impl ChallanSubmit {
    fn check_persons(&self, faults: &mut Faults, setting: &Setting<'_>) {
        faults.when(!self.report.is_challan(), "report", "fault-choice");
        faults.when(self.persons.is_empty(), "persons", "fault-missing");
        faults.when(self.persons.len() > MOST_LISTED, "persons", "fault-too-many");
        let mut seen = HashSet::new();
        for (i, person) in self.persons.iter().enumerate().take(MOST_LISTED) {
            let path = format!("persons.{i}");
            faults.when(!seen.insert(&person.accused), &format!("{path}.accused"), "fault-twice");
            let released = person.class == CustodyClass::Jim;
            let sections = format!("{path}.sections");
            faults.when(person.sections.is_empty() != released, &sections, "fault-missing");
            faults.when(person.sections.len() > MOST_SECTIONS, &sections, "fault-too-many");
            for (j, code) in person.sections.iter().enumerate().take(MOST_SECTIONS) {
                let known = setting.law.section(code, setting.province, setting.written.day());
                faults.when(known.is_none(), &format!("{sections}.{j}"), "fault-section-unknown");
            }
        }
    }

    fn check_lists(&self, faults: &mut Faults) {
        faults.when(self.witnesses.len() > MOST_LISTED, "witnesses", "fault-too-many");
        for (i, witness) in self.witnesses.iter().enumerate().take(MOST_LISTED) {
            text::name(faults, &format!("witnesses.{i}.person"), &witness.person);
            let known = PROVES.contains(&witness.of.as_str());
            faults.when(!known, &format!("witnesses.{i}.of"), "fault-choice");
        }
        faults.when(self.property.len() > MOST_LISTED, "property", "fault-too-many");
        for (i, item) in self.property.iter().enumerate().take(MOST_LISTED) {
            text::code(faults, &format!("property.{i}"), item);
        }
        text::text(faults, "samples", &self.samples);
        text::code(faults, "through", &self.through);
        text::line_needed(faults, "prosecutor", &self.prosecutor);
    }

    /// Whoever hides is sent up in absentia only, and only who was never arrested; nobody already decided.
    fn check_columns(&self, setting: &Setting<'_>) -> Result<(), Refusal> {
        for person in &self.persons {
            let row = court::undecided(setting, &self.fir, person.accused)?;
            let absentia = self.report == ReportKind::Absentia;
            let fits = match row.status() {
                AccusedStatus::Absconding | AccusedStatus::Proclaimed => absentia,
                AccusedStatus::Nominated => true,
                _ => !absentia,
            };
            if !fits {
                return Err(Refusal::order("order-absentia-only-hidden", "CrPC-512"));
            }
        }
        Ok(())
    }

    /// Before the court has the case it moves with its report; before the court a further report moves nothing.
    fn leads_to(&self, from: Stage) -> Option<Stage> {
        let begins = matches!(from, Stage::Investigation | Stage::ChallanInterim | Stage::Objected);
        begins.then_some(match self.report {
            ReportKind::Interim => Stage::ChallanInterim,
            _ => Stage::Challan,
        })
    }
}

impl Rule for ChallanSubmit {
    fn basis(&self) -> &'static [&'static str] {
        match self.report {
            ReportKind::Absentia => &["CrPC-173", "CrPC-512"],
            _ => &["CrPC-173", "CrPC-170"],
        }
    }

    upon!(court::want_all);

    fn refs(&self) -> Vec<String> {
        self.persons.iter().map(|p| AccusedRow::key_of(&self.fir, p.accused)).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.check_persons(&mut faults, setting);
        self.check_lists(&mut faults);
        faults.done()?;
        let case = court::standing(setting, &self.fir, "challan.submit", None)?;
        if let Some(to) = self.leads_to(case.stage) {
            court::standing(setting, &self.fir, "challan.submit", Some(to))?;
        }
        case::may_go_on(setting, &case)?;
        court::none_in_hand(setting, &case, self.report)?;
        self.check_columns(setting)?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().chain([Slot::yearly("5", "I", written)]).collect()
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        let mut turns = vec![Turn::start(&self.fir, "D10"), Turn::meet(&self.fir, "D9")];
        // A report in absentia is final too: nothing more is awaited of the station until he is caught.
        if self.report != ReportKind::Interim {
            turns.push(Turn::meet(&self.fir, "D8"));
        }
        turns
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(case) = court::living(rec, book, &self.fir)? else { return Ok(()) };
        let persons = self.persons.iter().map(|p| (p.accused, p.class)).collect();
        court::put_report(rec, book, &self.fir, self.report, persons)?;
        if let Some(to) = self.leads_to(case.stage) {
            court::moves(rec, book, &self.fir, to)?;
        }
        let at = rec.written()?;
        for person in &self.persons {
            court::with_accused(rec, book, &self.fir, person.accused, |row| {
                row.class = Some(person.class);
                row.sent_up.clone_from(&person.sections);
                let to = match self.report {
                    ReportKind::Absentia if row.status() == AccusedStatus::Proclaimed => return,
                    ReportKind::Absentia => AccusedStatus::Absconding,
                    _ if person.class == CustodyClass::Jim => return,
                    _ => AccusedStatus::Challaned,
                };
                row.becomes(to, &rec.header.act, at);
            })?;
        }
        court::letters(rec, book, &self.fir, "challan", &self.prosecutor)
    }
}
