//! `case.nominate`: somebody is named as accused after the report. He takes his place in the case; where he lives in
//! a village of this station, register IX-III says that he is suspected. Nomination is no ground of arrest.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::{Party, case};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{CaseRow, Cell, CellKind, EntryRow, NamedBy, PartyRow, SealRow};

/// An accused nominated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseNominate {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The person, as far as known; the name may be empty.
    pub person: Party,
    /// Description (حلیہ).
    #[serde(default)]
    pub description: String,
    /// Through whom.
    pub named_by: NamedBy,
    /// On what ground.
    pub ground: String,
    /// His village or mohalla, where it is in this station's area.
    #[serde(default)]
    pub village: Option<String>,
    /// Number of the search slip sent for his record.
    #[serde(default)]
    pub search_slip: Option<String>,
    /// His place in the case's list of persons; the books fill it in.
    #[serde(default)]
    pub party: Option<u32>,
}

impl CaseNominate {
    fn check_fields(&self) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.person.check(&mut faults, "person", false);
        text::text(&mut faults, "description", &self.description);
        let nothing = self.person.name.trim().is_empty() && self.description.trim().is_empty();
        faults.when(nothing, "description", "fault-missing");
        text::text_needed(&mut faults, "ground", &self.ground);
        faults.when(self.named_by == NamedBy::Report, "named_by", "fault-choice");
        for (field, value) in [("village", &self.village), ("search_slip", &self.search_slip)] {
            if let Some(value) = value {
                text::line_needed(&mut faults, field, value);
            }
        }
        faults.done()
    }

    fn cells(&self, case: &CaseRow) -> Vec<Cell> {
        let mut cells = vec![Cell::plain("fir_no", CellKind::Text, case.title())];
        // A protected person is not named in the village's book.
        if !case.sealed {
            cells.push(Cell::personal("person", CellKind::Text, self.person.line()));
            cells.push(Cell::personal("ground", CellKind::Text, &self.ground));
        }
        let slip = self.search_slip.iter().map(|slip| Cell::plain("search_slip", CellKind::Text, slip));
        let village = self.village.iter().map(|village| Cell::plain("village", CellKind::Text, village));
        cells.into_iter().chain(village).chain(slip).collect()
    }
}

impl CaseNominate {
    /// One person is one accused of a case, told by his card; one freed of it may be named again.
    fn check_once(&self, setting: &Setting<'_>, case: &CaseRow) -> Result<(), Refusal> {
        if self.person.cnic.is_none() {
            return Ok(());
        }
        for index in &case.accused {
            let row = setting.row::<PartyRow>(&PartyRow::key_of(&self.fir, *index))?;
            if row.is_some_and(|row| !row.suppressed && row.party.has_card_of(&self.person)) {
                return Err(Refusal::order("order-accused-already", "PPR-26.1"));
            }
        }
        Ok(())
    }
}

impl Rule for CaseNominate {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-156", "PPR-26.1"]
    }

    brings_party!(CaseNominate);

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        // A child seals the case, which reaches every row of it.
        if self.person.is_child() {
            return case::want_all(office, &self.fir, known);
        }
        let mut wants = vec![case::want(office, &self.fir)];
        let row =
            known.get::<CaseRow>(office, &self.fir).ok().flatten().filter(|_| self.person.cnic.is_some());
        let accused = row.into_iter().flat_map(|row| row.accused);
        let person = |index| Want::Row(PartyRow::at(office, &PartyRow::key_of(&self.fir, index)));
        wants.extend(accused.map(person));
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        self.check_fields()?;
        let case = case::allowed(setting, "case.nominate", &self.fir)?;
        self.check_once(setting, &case)?;
        self.party = Some(case.next_party()?);
        Ok(())
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        self.village.iter().map(|_| Slot::yearly("9", "III", written)).collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut row) = book.get::<CaseRow>(office, &self.fir)? else { return Ok(()) };
        if row.is_stub() {
            return Ok(());
        }
        case::accuse(&mut row, &self.person, self.named_by, rec, book)?;
        let child = self.person.is_child() && !row.sealed;
        book.put(&row)?;
        if child {
            let (act, at) = (rec.header.act.clone(), rec.written()?);
            let seal = SealRow { reason: "juvenile-accused".to_owned(), act, at };
            case::seal(rec, book, &self.fir, Some(seal))?;
        }
        if self.village.is_some() {
            let row = book.get::<CaseRow>(office, &self.fir)?.unwrap_or(row);
            book.put(&EntryRow::of(rec, 0, "suspect", self.cells(&row))?)?;
        }
        Ok(())
    }
}
