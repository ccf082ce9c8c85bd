//! What the prosecutor and the court do with a challan: objections by number, their answers, forwarding, and the
//! court's own number. The station writes it down, or the prosecutor or court through their own accounts.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::common::{self as court, quiet, upon};
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::case;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, EntryRow, FinalReportRow, Objection, ReportState, Stage, entry_key};

/// The most objections raised at once.
const MOST_OBJECTIONS: usize = 50;

/// The prosecutor sends a challan back with what is wanting in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChallanObject {
    /// The case: the act of its FIR.
    pub fir: String,
    /// The prosecutor, name and office.
    pub prosecutor: String,
    /// Objections; they are numbered in the order given, after those raised before.
    pub objections: Vec<String>,
}

impl Rule for ChallanObject {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-173"]
    }

    upon!(court::want_report);

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "prosecutor", &self.prosecutor);
        faults.when(self.objections.is_empty(), "objections", "fault-missing");
        faults.when(self.objections.len() > MOST_OBJECTIONS, "objections", "fault-too-many");
        for (i, objection) in self.objections.iter().enumerate().take(MOST_OBJECTIONS) {
            text::text_needed(&mut faults, &format!("objections.{i}"), objection);
        }
        faults.done()?;
        let case = court::standing(setting, &self.fir, "challan.object", None)?;
        court::in_hand(setting, &case, true, ReportState::WithProsecutor).map(|_| ())
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        let one = |_| Slot::yearly("w-objection", "-", written);
        self.objections.iter().take(MOST_OBJECTIONS).map(one).collect()
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.fir, "D10")]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(case) = court::living(rec, book, &self.fir)? else { return Ok(()) };
        for (index, text) in self.objections.iter().enumerate() {
            let cells = vec![
                Cell::plain("fir_no", CellKind::Text, case.title()),
                Cell::plain("prosecutor", CellKind::Text, &self.prosecutor),
                Cell::plain("date", CellKind::Time, &rec.header.happened),
                Cell::personal("objection", CellKind::Text, text),
            ];
            book.put(&EntryRow::of(rec, index, "objection", cells)?)?;
        }
        court::with_report(rec, book, &self.fir, |row: &mut FinalReportRow| {
            row.state = ReportState::Objected;
            for entry in &rec.header.entries {
                let no = u32::try_from(row.objections.len()).unwrap_or(u32::MAX).saturating_add(1);
                row.objections.push(Objection { no, entry: entry.clone(), answered: false });
            }
        })?;
        match case.stage {
            Stage::Challan | Stage::ChallanInterim => court::moves(rec, book, &self.fir, Stage::Objected),
            _ => Ok(()),
        }
    }
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Number of the objection.
    pub no: u32,
    /// What was done about it.
    pub text: String,
}

/// The station answers every objection and sends the challan to the prosecutor again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChallanAnswer {
    /// The case: the act of its FIR.
    pub fir: String,
    /// An answer to each objection that has none.
    pub answers: Vec<Answer>,
}

impl Rule for ChallanAnswer {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-173"]
    }

    upon!(court::want_report);

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        faults.when(self.answers.len() > MOST_OBJECTIONS * 10, "answers", "fault-too-many");
        for (i, answer) in self.answers.iter().enumerate().take(MOST_OBJECTIONS * 10) {
            text::text_needed(&mut faults, &format!("answers.{i}.text"), &answer.text);
            let twice = self.answers.iter().take(i).any(|a| a.no == answer.no);
            faults.when(twice, &format!("answers.{i}.no"), "fault-twice");
        }
        faults.done()?;
        let case = court::standing(setting, &self.fir, "challan.answer", None)?;
        case::may_go_on(setting, &case)?;
        let report = court::in_hand(setting, &case, true, ReportState::Objected)?;
        let open: Vec<u32> = report.open_objections().map(|o| o.no).collect();
        let mut faults = Faults::default();
        for (i, answer) in self.answers.iter().enumerate() {
            let there = open.contains(&answer.no);
            faults.when(!there, &format!("answers.{i}.no"), "fault-no-such-objection");
        }
        faults.done()?;
        if open.len() > self.answers.len() {
            return Err(Refusal::order("order-objections-open", "CrPC-173"));
        }
        Ok(())
    }

    quiet!();

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::start(&self.fir, "D10")]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(case) = court::living(rec, book, &self.fir)? else { return Ok(()) };
        let mut answered = Vec::new();
        let mut back = Stage::Challan;
        court::with_report(rec, book, &self.fir, |row: &mut FinalReportRow| {
            row.state = ReportState::WithProsecutor;
            back = row.returns_to();
            for answer in &self.answers {
                for objection in row.objections.iter_mut().filter(|o| o.no == answer.no) {
                    objection.answered = true;
                    answered.push((objection.entry.clone(), answer.text.clone()));
                }
            }
        })?;
        for (entry, text) in answered {
            let Some(mut line) = book.get::<EntryRow>(&rec.header.office, &entry_key(&entry))? else {
                continue;
            };
            line.cells.push(Cell::personal("reply", CellKind::Text, text));
            line.cells.push(Cell::plain("reply_at", CellKind::Time, &rec.header.happened));
            book.put(&line)?;
        }
        match case.stage {
            Stage::Objected => court::moves(rec, book, &self.fir, back),
            _ => Ok(()),
        }
    }
}

/// The prosecutor forwards a challan to the court.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChallanForward {
    /// The case: the act of its FIR.
    pub fir: String,
    /// The prosecutor, name and office.
    pub prosecutor: String,
    /// The court.
    pub court: String,
}

impl Rule for ChallanForward {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-173"]
    }

    upon!(court::want_report);

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "prosecutor", &self.prosecutor);
        text::line_needed(&mut faults, "court", &self.court);
        faults.done()?;
        let case = court::standing(setting, &self.fir, "challan.forward", None)?;
        court::in_hand(setting, &case, true, ReportState::WithProsecutor).map(|_| ())
    }

    quiet!();

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.fir, "D10")]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        court::with_report(rec, book, &self.fir, |row: &mut FinalReportRow| {
            row.state = ReportState::Forwarded;
            row.prosecutor = Some(self.prosecutor.clone());
        })
    }
}

/// The court receives a challan under a number of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChallanReceive {
    /// The case: the act of its FIR.
    pub fir: String,
    /// The court.
    pub court: String,
    /// The court's number of the case.
    pub number: String,
    /// The day the court received it.
    pub on: Date,
}

impl Rule for ChallanReceive {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-173", "CrPC-190"]
    }

    upon!(court::want_report);

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "court", &self.court);
        text::line_needed(&mut faults, "number", &self.number);
        faults.when(self.on > setting.written.day(), "on", "fault-future");
        faults.done()?;
        let case = court::standing(setting, &self.fir, "challan.receive", None)?;
        court::in_hand(setting, &case, true, ReportState::Forwarded).map(|_| ())
    }

    quiet!();

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(case) = court::living(rec, book, &self.fir)? else { return Ok(()) };
        court::with_report(rec, book, &self.fir, |row: &mut FinalReportRow| {
            row.state = ReportState::InCourt;
            row.court = Some(self.court.clone());
            row.court_no = Some(self.number.clone());
            row.received = Some(self.on);
        })?;
        match case.stage {
            Stage::Challan | Stage::ChallanInterim => court::moves(rec, book, &self.fir, Stage::InCourt),
            _ => Ok(()),
        }
    }
}
