//! The trial day by day: a hearing with its order and the next date, and the charge framed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::common::{self as court, quiet, upon};
use crate::act::Recorded;
use crate::clock::{Hand, Turn, Upon};
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{AccusedRow, Cell, CellKind, ClockMark, EntryRow, Stage};

/// The most witnesses and sections listed.
const MOST_LISTED: usize = 100;

/// A hearing (parvi): what was ordered, who came, when next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseHearing {
    /// The case: the act of its FIR.
    pub fir: String,
    /// The day.
    pub on: Date,
    /// The court.
    pub court: String,
    /// What for.
    pub purpose: HearingPurpose,
    /// The order of the day.
    pub order: String,
    /// The next date, where one was given.
    #[serde(default)]
    pub next: Option<Date>,
    /// What the next date is for.
    #[serde(default)]
    pub next_purpose: Option<HearingPurpose>,
    /// Witnesses who attended.
    #[serde(default)]
    pub witnesses: Vec<String>,
    /// The prosecutor who appeared.
    #[serde(default)]
    pub prosecutor: String,
}

/// What a hearing is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HearingPurpose {
    /// Appearance of the accused, copies given.
    Appearance,
    /// Charge.
    Charge,
    /// Evidence of the prosecution.
    Evidence,
    /// Statement of the accused.
    Statement,
    /// Evidence of the defence.
    Defence,
    /// Arguments.
    Arguments,
    /// Judgment.
    Judgment,
    /// An application, such as bail.
    Application,
}

impl HearingPurpose {
    /// Every purpose.
    pub const ALL: [HearingPurpose; 8] = [
        Self::Appearance,
        Self::Charge,
        Self::Evidence,
        Self::Statement,
        Self::Defence,
        Self::Arguments,
        Self::Judgment,
        Self::Application,
    ];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Appearance => "appearance",
            Self::Charge => "charge",
            Self::Evidence => "evidence",
            Self::Statement => "statement",
            Self::Defence => "defence",
            Self::Arguments => "arguments",
            Self::Judgment => "judgment",
            Self::Application => "application",
        }
    }
}

impl Rule for CaseHearing {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-344"]
    }

    upon!(court::want_case);

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        faults.when(self.on > setting.written.day(), "on", "fault-future");
        text::line_needed(&mut faults, "court", &self.court);
        text::text_needed(&mut faults, "order", &self.order);
        faults.when(self.next.is_some_and(|next| next <= self.on), "next", "fault-end-before-start");
        faults.when(self.next.is_none() && self.next_purpose.is_some(), "next", "fault-missing");
        faults.when(self.witnesses.len() > MOST_LISTED, "witnesses", "fault-too-many");
        for (i, witness) in self.witnesses.iter().enumerate().take(MOST_LISTED) {
            text::name(&mut faults, &format!("witnesses.{i}"), witness);
        }
        text::line(&mut faults, "prosecutor", &self.prosecutor);
        faults.done()?;
        court::standing(setting, &self.fir, "case.hearing", None).map(|_| ())
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("w-parvi", "-", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(case) = court::living(rec, book, &self.fir)? else { return Ok(()) };
        court::with_case(rec, book, &self.fir, |case| case.next_date = self.next)?;
        let mut cells = vec![
            Cell::plain("fir_no", CellKind::Text, case.title()),
            Cell::plain("court", CellKind::Text, &self.court),
            Cell::plain("date", CellKind::Day, self.on),
            Cell::plain("purpose", CellKind::Code, self.purpose.as_str()),
            Cell::personal("order", CellKind::Text, &self.order),
        ];
        cells.extend(self.next.map(|next| Cell::plain("next_date", CellKind::Day, next)));
        let purpose = self.next_purpose.map(HearingPurpose::as_str);
        cells.extend(purpose.map(|purpose| Cell::plain("next_purpose", CellKind::Code, purpose)));
        if !self.witnesses.is_empty() && !case.sealed {
            cells.push(Cell::personal("witnesses", CellKind::Text, self.witnesses.join("؛ ")));
        }
        if !self.prosecutor.is_empty() {
            cells.push(Cell::plain("prosecutor", CellKind::Text, &self.prosecutor));
        }
        cells.push(Cell::plain("officer", CellKind::Officer, &rec.header.officer));
        book.put(&EntryRow::of(rec, 0, "hearing", cells)?)
    }
}

/// The charge is framed; the trial begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseCharge {
    /// The case: the act of its FIR.
    pub fir: String,
    /// The court.
    pub court: String,
    /// The day.
    pub on: Date,
    /// Accused charged, by their places in the case's list of persons.
    pub accused: Vec<u32>,
    /// Sections of the charge.
    pub sections: Vec<String>,
    /// Those of them who are children; the books fill it in.
    #[serde(default)]
    pub juveniles: Vec<u32>,
    /// Rape is charged; the books fill it in from the law.
    #[serde(default)]
    pub rape: bool,
}

impl Rule for CaseCharge {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-242", "CrPC-265-D"]
    }

    upon!(court::want_freed);

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "court", &self.court);
        faults.when(self.on > setting.written.day(), "on", "fault-future");
        faults.when(self.accused.is_empty(), "accused", "fault-missing");
        faults.when(self.accused.len() > MOST_LISTED, "accused", "fault-too-many");
        court::check_sections(&mut faults, setting, "sections", &self.sections, MOST_LISTED);
        faults.done()?;
        let case = court::standing(setting, &self.fir, "case.charge", None)?;
        court::not_stayed(&case)?;
        self.juveniles.clear();
        for index in &self.accused {
            if court::sent_up(setting, &self.fir, *index)?.juvenile {
                self.juveniles.push(*index);
            }
        }
        let day = setting.written.day();
        let is_rape =
            |code: &String| setting.law.section(code, setting.province, day).is_some_and(|s| s.rape);
        self.rape = self.sections.iter().any(is_rape);
        Ok(())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::CaseCharge(kept) = kept {
            self.juveniles.clone_from(&kept.juveniles);
            self.rape = kept.rape;
        }
    }

    fn refs(&self) -> Vec<String> {
        self.accused.iter().map(|index| AccusedRow::key_of(&self.fir, *index)).collect()
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        let mark = |mark, turn: Turn| Turn { hand: Hand::Start { officer: None, marks: vec![mark] }, ..turn };
        let child = |index: &u32| {
            mark(ClockMark::Juvenile, Turn::start(&AccusedRow::key_of(&self.fir, *index), "D17"))
        };
        let mut turns: Vec<Turn> = self.juveniles.iter().map(child).collect();
        if self.rape {
            turns.push(mark(ClockMark::Rape, Turn::start(&self.fir, "D19")));
        }
        turns
    }

    quiet!();

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        court::moves(rec, book, &self.fir, Stage::Trial)?;
        for index in &self.accused {
            court::with_accused(rec, book, &self.fir, *index, |row| row.charged = Some(self.on))?;
        }
        Ok(())
    }
}
