//! Inquests (register VI, part A; CrPC s. 174): an unnatural death is told to the nearest magistrate at once, looked
//! into before respectable persons, and closed, or becomes a case.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Party;
use crate::kinds::property::check_case;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, Closed, EntryRow, FirRow, InquiryRow, entry_key};

/// An unnatural death is reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InquestOpen {
    /// The deceased; the name may be unknown.
    pub deceased: Party,
    /// Where.
    pub place: String,
    /// Who found the body.
    pub found_by: Party,
    /// When the information came.
    pub informed_at: Moment,
    /// The magistrate told.
    pub magistrate: String,
    /// When the magistrate was told.
    pub magistrate_informed_at: Moment,
    /// Respectable persons before whom it was looked into.
    pub respectables: String,
    /// Injuries.
    pub injuries: String,
    /// The apparent cause.
    pub apparent_cause: String,
    /// The weapon, if any.
    #[serde(default)]
    pub weapon: String,
    /// The hospital the body was sent to.
    #[serde(default)]
    pub hospital: Option<String>,
}

impl Rule for InquestOpen {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-174", "PPR-25.31"]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.deceased.check(&mut faults, "deceased", false);
        self.found_by.check(&mut faults, "found_by", true);
        text::line_needed(&mut faults, "place", &self.place);
        text::line_needed(&mut faults, "magistrate", &self.magistrate);
        text::text_needed(&mut faults, "respectables", &self.respectables);
        text::text_needed(&mut faults, "injuries", &self.injuries);
        text::line_needed(&mut faults, "apparent_cause", &self.apparent_cause);
        text::line(&mut faults, "weapon", &self.weapon);
        if let Some(hospital) = &self.hospital {
            text::line_needed(&mut faults, "hospital", hospital);
        }
        faults.when(self.informed_at > setting.happened, "informed_at", "fault-future");
        let told = self.magistrate_informed_at;
        faults.when(told < self.informed_at, "magistrate_informed_at", "fault-before-report");
        faults.when(told > setting.happened, "magistrate_informed_at", "fault-future");
        faults.done()?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots = vec![Slot::yearly("6", "A", written), Slot::yearly("5", "I", written)];
        slots.extend(Slot::diary(day));
        if self.hospital.is_some() {
            slots.push(Slot::yearly("w-mlc", "-", written));
        }
        slots
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let deceased = self.deceased.line();
        let mut cells = vec![
            Cell::personal("deceased", CellKind::Text, &deceased),
            Cell::personal("place", CellKind::Text, &self.place),
            Cell::personal("found_by", CellKind::Text, self.found_by.line()),
            Cell::plain("informed_at", CellKind::Time, self.informed_at),
            Cell::plain("magistrate_informed_at", CellKind::Time, self.magistrate_informed_at),
            Cell::personal("respectables", CellKind::Text, &self.respectables),
            Cell::personal("injuries", CellKind::Text, &self.injuries),
            Cell::plain("apparent_cause", CellKind::Text, &self.apparent_cause),
            Cell::plain("weapon", CellKind::Text, &self.weapon),
        ];
        cells.retain(|c| !c.value.is_empty());
        let entry = EntryRow::of(rec, 0, "inquest", cells)?;
        let at = Cell::plain("entry", CellKind::Text, &entry.entry);
        let letter = vec![
            Cell::plain("to", CellKind::Text, &self.magistrate),
            Cell::plain("subject", CellKind::Code, "unnatural_death"),
            at.clone(),
            Cell::plain("date", CellKind::Time, self.magistrate_informed_at),
        ];
        book.put(&EntryRow::of(rec, 1, "letter_out", letter)?)?;
        let mut gist = vec![at.clone(), Cell::personal("place", CellKind::Text, &self.place)];
        gist.push(Cell::personal("deceased", CellKind::Text, &deceased));
        gist.push(Cell::plain("apparent_cause", CellKind::Text, &self.apparent_cause));
        gist.retain(|c| !c.value.is_empty());
        book.put(&EntryRow::of(rec, 2, "death", gist)?)?;
        if let Some(hospital) = &self.hospital {
            let mut docket = vec![at, Cell::personal("person", CellKind::Text, &deceased)];
            docket.push(Cell::plain("hospital", CellKind::Text, hospital));
            docket.push(Cell::plain("sent_at", CellKind::Time, &rec.header.happened));
            docket.retain(|c| !c.value.is_empty());
            book.put(&EntryRow::of(rec, 3, "docket", docket)?)?;
        }
        book.put(&InquiryRow {
            office: rec.header.office.clone(),
            act: rec.header.act.clone(),
            entry: entry.entry.clone(),
            informed: self.informed_at,
            child: self.deceased.age.is_some_and(|a| a < 18),
            closed: None,
        })?;
        book.put(&entry)
    }
}

/// An inquest is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InquestClose {
    /// The act that opened it.
    pub inquest: String,
    /// How: `natural`, `accident`, `suicide`, `case`.
    pub outcome: String,
    /// Number of the post-mortem report.
    #[serde(default)]
    pub post_mortem_no: String,
    /// Whom the body was handed to.
    pub handed_to: String,
    /// The case it became: the act of its FIR.
    #[serde(default)]
    pub fir: Option<String>,
}

const OUTCOMES: [&str; 4] = ["natural", "accident", "suicide", "case"];

/// Rows of an inquest or a missing person that its closing reads and fills.
pub(crate) fn want_inquiry(office: &str, act: &str, fir: Option<&String>, known: &Known) -> Vec<Want> {
    let mut wants = vec![Want::Row(InquiryRow::at(office, act))];
    wants.extend(fir.map(|f| Want::Row(FirRow::at(office, f))));
    if let Ok(Some(row)) = known.get::<InquiryRow>(office, act) {
        wants.push(Want::Row(EntryRow::at(office, &entry_key(&row.entry))));
    }
    wants
}

/// The inquiry of that part, not closed.
pub(crate) fn open_inquiry(setting: &Setting<'_>, act: &str, part: &str) -> Result<InquiryRow, Refusal> {
    let row = setting.row::<InquiryRow>(act)?.filter(|r| r.entry.part == part);
    let row = row.ok_or_else(|| Refusal::unknown(act))?;
    match row.closed {
        Some(_) => Err(Refusal::order("order-inquiry-closed", "PPR-22.56")),
        None => Ok(row),
    }
}

/// Closes it: its row, its columns, a line in the diary.
pub(crate) fn close(
    rec: &Recorded,
    book: &mut Book<'_>,
    act: &str,
    (outcome, fir): (&str, Option<&String>),
    cells: Vec<Cell>,
    subject: &str,
) -> Result<(), ViewError> {
    let office = rec.header.office.as_str();
    let mut gist = Vec::new();
    if let Some(mut row) = book.get::<InquiryRow>(office, act)? {
        gist.push(Cell::plain("entry", CellKind::Text, &row.entry));
        gist.push(Cell::plain("outcome", CellKind::Code, outcome));
        if let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? {
            entry.fill(rec, Cell::plain("outcome", CellKind::Code, outcome))?;
            entry.cells.extend(cells);
            book.put(&entry)?;
        }
        row.closed = Some(Closed {
            act: rec.header.act.clone(),
            at: rec.happened()?,
            outcome: outcome.to_owned(),
            fir: fir.cloned(),
        });
        book.put(&row)?;
    }
    if let Some(fir) = fir {
        gist.push(Cell::plain("fir", CellKind::Act, fir));
    }
    book.put(&EntryRow::of(rec, 0, subject, gist)?)
}

impl Rule for InquestClose {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-174", "PPR-25.31"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        self.fir.as_deref()
    }

    fn bound(&self) -> bool {
        false
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want_inquiry(office, &self.inquest, self.fir.as_ref(), known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        faults.when(!OUTCOMES.contains(&self.outcome.as_str()), "outcome", "fault-choice");
        text::line(&mut faults, "post_mortem_no", &self.post_mortem_no);
        text::line_needed(&mut faults, "handed_to", &self.handed_to);
        // A crime is not closed in the inquest book: it has a number in the first.
        faults.when((self.outcome == "case") != self.fir.is_some(), "fir", "fault-case-needed");
        faults.done()?;
        open_inquiry(setting, &self.inquest, "A")?;
        if let Some(fir) = &self.fir {
            check_case(setting, fir)?;
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let mut cells = vec![
            Cell::plain("post_mortem_no", CellKind::Text, &self.post_mortem_no),
            Cell::personal("handed_to", CellKind::Text, &self.handed_to),
        ];
        cells.extend(self.fir.as_ref().map(|f| Cell::plain("fir", CellKind::Act, f)));
        cells.retain(|c| !c.value.is_empty());
        close(rec, book, &self.inquest, (&self.outcome, self.fir.as_ref()), cells, "death")
    }
}
