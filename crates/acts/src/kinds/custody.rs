//! The lock-up: a person is lodged and leaves. The diary's opening entry lists who is there.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::Party;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{AccusedRow, Cell, CellKind, CustodyRow, DeskRow, EntryRow};

/// The most sections one person is held under.
const MOST_SECTIONS: usize = 30;

/// He is in the lock-up from now on, under the act that brought him; `accused` where he was arrested in a case.
pub(crate) fn lodge(
    rec: &Recorded,
    (person, accused): (&Party, Option<String>),
    sections: Vec<String>,
    arrested: Moment,
    book: &mut Book<'_>,
) -> Result<(), ViewError> {
    let office = rec.header.office.as_str();
    let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
    desk.lockup.push(rec.header.act.clone());
    book.put(&desk)?;
    book.put(&CustodyRow {
        office: office.to_owned(),
        act: rec.header.act.clone(),
        person: Some(person.clone()),
        sections,
        arrested,
        lodged: rec.happened()?,
        released: None,
        release: None,
        accused,
        earlier: Vec::new(),
        returns: Vec::new(),
        gone: None,
    })
}

/// He leaves the lock-up, if he is still there.
pub(crate) fn leave(
    rec: &Recorded,
    custody: &str,
    release: &str,
    book: &mut Book<'_>,
) -> Result<(), ViewError> {
    let office = rec.header.office.as_str();
    let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
    desk.lockup.retain(|act| act != custody);
    book.put(&desk)?;
    if let Some(mut row) = book.get::<CustodyRow>(office, custody)?
        && row.is_held()
    {
        row.released = Some((rec.happened()?, rec.header.act.clone()));
        row.release = Some(release.to_owned());
        book.put(&row)?;
    }
    Ok(())
}

/// Who was before the magistrate or in hospital is back in the lock-up.
pub(crate) fn back(rec: &Recorded, custody: &str, book: &mut Book<'_>) -> Result<(), ViewError> {
    let office = rec.header.office.as_str();
    let Some(mut row) = book.get::<CustodyRow>(office, custody)? else { return Ok(()) };
    let Some(left) = row.released.take().filter(|_| row.person.is_some()) else { return Ok(()) };
    row.earlier.push(left);
    row.returns.push((rec.happened()?, rec.header.act.clone()));
    row.release = None;
    book.put(&row)?;
    let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
    desk.lockup.push(custody.to_owned());
    book.put(&desk)
}

/// An accused leaves the lock-up in which his last arrest put him.
pub(crate) fn leave_last(
    rec: &Recorded,
    accused: &AccusedRow,
    release: &str,
    book: &mut Book<'_>,
) -> Result<(), ViewError> {
    match accused.arrests.last() {
        Some(arrest) => leave(rec, &arrest.act, release, book),
        None => Ok(()),
    }
}

/// A person is lodged in the lock-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyLodge {
    /// The person.
    pub person: Party,
    /// Codes of sections he is held under.
    pub sections: Vec<String>,
    /// The case: the act of its FIR.
    #[serde(default)]
    pub fir: Option<String>,
    /// When he was arrested; the 24 hours of section 61 run from here.
    pub arrested: Moment,
    /// Why the arrest was needed (*Qaiser Arfat*, PLD 2021 SC 708).
    pub justification: String,
}

impl Rule for CustodyLodge {
    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        self.fir.as_deref()
    }

    fn bound(&self) -> bool {
        false
    }

    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-54", "PPR-22.49"]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.person.check(&mut faults, "person", true);
        text::text_needed(&mut faults, "justification", &self.justification);
        faults.when(self.sections.is_empty(), "sections", "fault-missing");
        faults.when(self.sections.len() > MOST_SECTIONS, "sections", "fault-too-many");
        for (i, code) in self.sections.iter().enumerate().take(MOST_SECTIONS) {
            let known = setting.law.section(code, setting.province, setting.written.day());
            faults.when(known.is_none(), &format!("sections.{i}"), "fault-section-unknown");
        }
        faults.when(self.arrested > setting.happened, "arrested", "fault-future");
        if let Some(fir) = &self.fir {
            text::code(&mut faults, "fir", fir);
        }
        faults.done()?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        lodge(rec, (&self.person, None), self.sections.clone(), self.arrested, book)?;
        let mut cells = vec![
            Cell::personal("person", CellKind::Text, self.person.line()),
            Cell::plain("sections", CellKind::Sections, self.sections.join(" ")),
            Cell::plain("arrested", CellKind::Time, self.arrested),
            Cell::personal("justification", CellKind::Text, &self.justification),
        ];
        if let Some(fir) = &self.fir {
            cells.push(Cell::plain("fir", CellKind::Act, fir));
        }
        book.put(&EntryRow::of(rec, 0, "lockup_in", cells)?)
    }
}

/// A person leaves the lock-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyRelease {
    /// The act that lodged him.
    pub custody: String,
    /// Why or whither: `magistrate`, `bail`, `released_169`, `discharged`, `hospital`, `transferred`.
    pub release: String,
    /// Particulars.
    #[serde(default)]
    pub remarks: String,
}

const RELEASES: [&str; 6] = ["magistrate", "bail", "released_169", "discharged", "hospital", "transferred"];
/// What leaves him free. Of an accused of a case this is an act upon the case, which also says why.
const FREE: [&str; 3] = ["bail", "released_169", "discharged"];

impl Rule for CustodyRelease {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-61", "PPR-22.49"]
    }

    fn case_by(&self, upon: Upon<'_>) -> Option<String> {
        upon.row::<CustodyRow>(&self.custody)?.case().map(str::to_owned)
    }

    fn bound(&self) -> bool {
        false
    }

    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let stay = upon.row::<CustodyRow>(&self.custody);
        let accused = stay.and_then(|row| row.accused).filter(|_| self.release == "magistrate");
        accused.iter().map(|key| Turn::meet(key, "D5")).collect()
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        vec![Want::Row(CustodyRow::at(office, &self.custody))]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::text(&mut faults, "remarks", &self.remarks);
        faults.when(!RELEASES.contains(&self.release.as_str()), "release", "fault-choice");
        let row = setting.row::<CustodyRow>(&self.custody)?;
        let row = row.ok_or_else(|| Refusal::unknown(&self.custody))?;
        if row.released.is_some() || row.gone.is_some() {
            return Err(Refusal::order("order-not-in-custody", "PPR-22.49"));
        }
        faults.done()?;
        if row.accused.is_some() && FREE.contains(&self.release.as_str()) {
            return Err(Refusal::order("order-free-by-case", "CrPC-497"));
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        leave(rec, &self.custody, &self.release, book)?;
        // The person is named by reference, so that one expungement reaches every book.
        let mut cells = vec![
            Cell::plain("custody", CellKind::Act, &self.custody),
            Cell::plain("release", CellKind::Code, &self.release),
        ];
        if !self.remarks.is_empty() {
            cells.push(Cell::personal("text", CellKind::Text, &self.remarks));
        }
        book.put(&EntryRow::of(rec, 0, "lockup_out", cells)?)
    }
}
