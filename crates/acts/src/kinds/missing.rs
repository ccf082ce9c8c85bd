//! Missing persons (register VI, part C). A child's report is not closed until the child is found or a case stands.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::Party;
use crate::kinds::inquest::{close, open_inquiry, want_inquiry};
use crate::kinds::property::check_case;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, ClockMark, EntryRow, InquiryRow};

/// A child is younger (Zainab Alert Act 2020).
const ADULT: u8 = 18;

/// A person is reported missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissingReport {
    /// The person; the age, at least about, must be told.
    pub person: Party,
    /// When last seen.
    pub last_seen: Moment,
    /// Where.
    pub place: String,
    /// Description and clothes.
    pub description: String,
    /// Who reports.
    pub reporter: Party,
    /// Number of the ZARRA alert, of a child.
    #[serde(default)]
    pub alert_no: String,
}

impl MissingReport {
    fn is_child(&self) -> bool {
        self.person.age.is_some_and(|a| a < ADULT)
    }
}

impl Rule for MissingReport {
    fn basis(&self) -> &'static [&'static str] {
        if self.is_child() { &["ZARRA", "PPR-22.56"] } else { &["PPR-22.56"] }
    }

    /// A child's alert goes out within hours.
    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let child = self.is_child();
        let alerted = child && !self.alert_no.trim().is_empty();
        let start = Turn::start(upon.act, "D20").marked(&[ClockMark::Juvenile]).when(child);
        vec![start, Turn::meet(upon.act, "D20").when(alerted)]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.person.check(&mut faults, "person", true);
        faults.when(self.person.age.is_none(), "person.age", "fault-missing");
        self.reporter.check(&mut faults, "reporter", true);
        text::line_needed(&mut faults, "place", &self.place);
        text::text_needed(&mut faults, "description", &self.description);
        text::line(&mut faults, "alert_no", &self.alert_no);
        faults.when(self.last_seen > setting.happened, "last_seen", "fault-future");
        faults.done()?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots = vec![Slot::yearly("6", "C", written)];
        slots.extend(Slot::diary(day));
        slots
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let mut cells = vec![
            Cell::plain(
                "kind",
                CellKind::Code,
                if self.is_child() { "missing_child" } else { "missing_person" },
            ),
            Cell::personal("person", CellKind::Text, self.person.line()),
            Cell::personal("reported_by", CellKind::Text, self.reporter.line()),
            Cell::personal("description", CellKind::Text, &self.description),
            Cell::personal("lost_at", CellKind::Text, &self.place),
            Cell::plain("last_seen", CellKind::Time, self.last_seen),
            Cell::plain("alert_no", CellKind::Text, &self.alert_no),
        ];
        cells.retain(|c| !c.value.is_empty());
        let mut entry = EntryRow::of(rec, 0, "missing", cells.clone())?;
        // A child is not named where everybody reads.
        entry.sealed = self.is_child();
        let mut gist = vec![Cell::plain("entry", CellKind::Text, &entry.entry)];
        gist.extend(cells.into_iter().filter(|c| !c.personal || !self.is_child()));
        let mut line = EntryRow::of(rec, 1, "missing", gist)?;
        line.sealed = self.is_child();
        book.put(&line)?;
        book.put(&InquiryRow {
            office: rec.header.office.clone(),
            act: rec.header.act.clone(),
            entry: entry.entry.clone(),
            informed: rec.happened()?,
            child: self.is_child(),
            closed: None,
        })?;
        book.put(&entry)
    }
}

/// The report is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissingClose {
    /// The act that opened it.
    pub missing: String,
    /// How: `found`, `case`, `withdrawn`.
    pub outcome: String,
    /// Where and by whom found, or why withdrawn.
    pub particulars: String,
    /// The case: the act of its FIR.
    #[serde(default)]
    pub fir: Option<String>,
}

const OUTCOMES: [&str; 3] = ["found", "case", "withdrawn"];

impl Rule for MissingClose {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.56"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        self.fir.as_deref()
    }

    fn bound(&self) -> bool {
        false
    }

    /// A child found, or looked for in a case, needs no alert any more.
    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.missing, "D20")]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want_inquiry(office, &self.missing, self.fir.as_ref(), known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        faults.when(!OUTCOMES.contains(&self.outcome.as_str()), "outcome", "fault-choice");
        text::text_needed(&mut faults, "particulars", &self.particulars);
        faults.when((self.outcome == "case") != self.fir.is_some(), "fir", "fault-case-needed");
        faults.done()?;
        let row = open_inquiry(setting, &self.missing, "C")?;
        if row.child && self.outcome == "withdrawn" {
            return Err(Refusal::order("order-child-still-missing", "ZARRA"));
        }
        if let Some(fir) = &self.fir {
            check_case(setting, fir)?;
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let mut cells = vec![Cell::personal("result", CellKind::Text, &self.particulars)];
        cells.extend(self.fir.as_ref().map(|f| Cell::plain("fir", CellKind::Act, f)));
        close(rec, book, &self.missing, (&self.outcome, self.fir.as_ref()), cells, "missing")
    }
}
