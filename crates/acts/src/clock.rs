//! How an act turns the clocks of the legal deadlines. The rule says which; the engine asks for their rows and turns
//! them after the act is projected.

use crate::act::Recorded;
use crate::moment::Moment;
use crate::rows::{Book, Known, View, ViewError};
use crate::views::{CaseRow, ClockMark, ClockRow, Pause, Run, Stroke};

/// Where an act's clocks are asked for: its office, its id, and what is known before it.
#[derive(Clone, Copy)]
pub(crate) struct Upon<'a> {
    pub office: &'a str,
    pub act: &'a str,
    pub known: &'a Known,
}

impl Upon<'_> {
    /// A row as it stood before the act; `None` also while it has not been asked for.
    pub fn row<T: View>(&self, key: &str) -> Option<T> {
        self.known.get(self.office, key).ok().flatten()
    }
}

/// What is done to a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Hand {
    /// It starts, or starts anew.
    Start {
        /// The officer who must act; the case's own where left out.
        officer: Option<String>,
        /// What changes the limit.
        marks: Vec<ClockMark>,
    },
    /// What it waited for is done. A clock already met stays as it was met first.
    Meet,
    /// It stands still.
    Pause,
    /// It goes on.
    Resume,
    /// The act gives the reason why it was not met in time.
    Excuse,
    /// Another officer must act.
    Pass(String),
}

/// One clock turned by an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    /// What the clock runs for.
    pub subject: String,
    /// The deadline.
    pub deadline: String,
    /// What is done to it.
    pub hand: Hand,
    /// When; the act's own hour where left out.
    pub at: Option<Moment>,
    /// Whether it is done at all: what hangs on something the rules fill in is asked for in any case.
    pub on: bool,
}

impl Turn {
    /// Any of them.
    pub fn of(subject: &str, deadline: &str, hand: Hand) -> Self {
        Self { subject: subject.to_owned(), deadline: deadline.to_owned(), hand, at: None, on: true }
    }

    /// It starts. Which clocks an act starts must follow from the act alone, so that they can go with it.
    pub fn start(subject: &str, deadline: &str) -> Self {
        Self::of(subject, deadline, Hand::Start { officer: None, marks: Vec::new() })
    }

    /// It is met.
    pub fn meet(subject: &str, deadline: &str) -> Self {
        Self::of(subject, deadline, Hand::Meet)
    }

    /// Another officer must act.
    pub fn pass(subject: &str, deadline: &str, officer: &str) -> Self {
        Self::of(subject, deadline, Hand::Pass(officer.to_owned()))
    }

    /// A start with marks.
    pub fn marked(mut self, of: &[ClockMark]) -> Self {
        if let Hand::Start { marks, .. } = &mut self.hand {
            marks.extend_from_slice(of);
        }
        self
    }

    /// At that hour.
    pub fn at(mut self, at: Moment) -> Self {
        self.at = Some(at);
        self
    }

    /// Only if the condition holds.
    pub fn when(mut self, on: bool) -> Self {
        self.on = on;
        self
    }

    /// The key of the clock.
    pub fn key(&self) -> String {
        ClockRow::key_of(&self.subject, &self.deadline)
    }
}

/// Who answers for a clock whose act names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The officer who then investigates the case.
    Investigator,
    /// Whoever performed the act that started it.
    Performer,
}

/// Turns the clocks of an act. `case` is the case it is upon, and who of it answers.
pub(crate) fn turn(
    turns: Vec<Turn>,
    case: Option<(&CaseRow, Owner)>,
    rec: &Recorded,
    book: &mut Book<'_>,
) -> Result<(), ViewError> {
    let (happened, written) = (rec.happened()?, rec.written()?);
    for turn in turns.into_iter().filter(|turn| turn.on) {
        let stroke = Stroke { at: turn.at.unwrap_or(happened), written, act: rec.header.act.clone() };
        let row = book.get::<ClockRow>(&rec.header.office, &turn.key())?;
        let row = match (row, &turn.hand) {
            (Some(row), Hand::Start { .. }) => Some(again(row, &turn.hand, stroke)),
            (None, Hand::Start { .. }) => Some(first(&turn, case, rec, stroke)),
            (Some(row), _) => moved(row, &turn.hand, stroke),
            (None, _) => None,
        };
        if let Some(row) = row {
            book.put(&row)?;
        }
    }
    Ok(())
}

fn run(started: Stroke) -> Run {
    Run { started, met: None, pauses: Vec::new(), reasons: Vec::new() }
}

fn first(turn: &Turn, case: Option<(&CaseRow, Owner)>, rec: &Recorded, started: Stroke) -> ClockRow {
    let (officer, marks) = match &turn.hand {
        Hand::Start { officer, marks } => (officer.clone(), marks.clone()),
        _ => (None, Vec::new()),
    };
    let owner = || match case {
        Some((case, Owner::Investigator)) => case.io().map(|io| io.officer.clone()),
        _ => Some(rec.header.officer.clone()),
    };
    let case = case.map(|(case, _)| case);
    ClockRow {
        office: rec.header.office.clone(),
        subject: turn.subject.clone(),
        deadline: turn.deadline.clone(),
        fir: case.map(|c| c.fir.clone()),
        title: case.map(CaseRow::title),
        officer: officer.or_else(owner),
        marks,
        run: run(started),
        earlier: Vec::new(),
    }
}

fn again(mut row: ClockRow, hand: &Hand, started: Stroke) -> ClockRow {
    if let Hand::Start { officer, marks } = hand {
        row.officer = officer.clone().or(row.officer);
        row.marks.clone_from(marks);
    }
    let before = std::mem::replace(&mut row.run, run(started));
    row.earlier.push(before);
    row
}

fn moved(mut row: ClockRow, hand: &Hand, stroke: Stroke) -> Option<ClockRow> {
    let run = &mut row.run;
    let still = run.pauses.last_mut().filter(|p| p.until.is_none());
    match (hand, still) {
        (Hand::Pass(officer), _) => row.officer = Some(officer.clone()),
        (Hand::Excuse, _) => run.reasons.push(stroke),
        // What is met stays as it was met first, and no longer stands still or goes on.
        _ if run.met.is_some() => return None,
        (Hand::Meet, _) => run.met = Some(stroke),
        (Hand::Pause, None) => run.pauses.push(Pause { from: stroke, until: None }),
        (Hand::Resume, Some(pause)) => pause.until = Some(stroke),
        (Hand::Pause, Some(_)) | (Hand::Resume, None) | (Hand::Start { .. }, _) => return None,
    }
    Some(row)
}
