//! Dockets: a sample with its questions to the laboratory, a person or a body to a doctor; and the report that comes
//! back. A seal that the laboratory found broken stands in the article's chain for ever.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::property::check_case;
use crate::kinds::property_move::{article, want_article};
use crate::kinds::{Body, Party};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{
    Cell, CellKind, DocketRow, EntryRow, FirRow, PropertyRow, Reported, Seals, Whereabouts, entry_key,
};

/// The most articles one docket names.
const MOST_ITEMS: usize = 100;

/// To whom a docket goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocketKind {
    /// The laboratory, about articles.
    Laboratory,
    /// A doctor, about a person or a body.
    Medical,
}

impl DocketKind {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Laboratory => "laboratory",
            Self::Medical => "medical",
        }
    }

    /// The working register it is entered in.
    fn register(self) -> &'static str {
        match self {
            Self::Laboratory => "w-fsl",
            Self::Medical => "w-mlc",
        }
    }
}

/// A docket is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocketIssue {
    /// To whom.
    pub to: DocketKind,
    /// The case: the act of its FIR.
    #[serde(default)]
    pub fir: Option<String>,
    /// The articles, by their entries in register XIX.
    #[serde(default)]
    pub items: Vec<EntryRef>,
    /// The person to be examined.
    #[serde(default)]
    pub person: Option<Party>,
    /// Name of the laboratory or hospital.
    pub addressee: String,
    /// What is asked.
    pub question: String,
    /// Whether the persons of the case were protected that day; the books fill it in.
    #[serde(default)]
    pub sealed: bool,
}

/// The number of a case on a cell.
pub(crate) fn case_cell(case: Option<&FirRow>) -> Option<Cell> {
    case.map(|c| Cell::plain("fir_no", CellKind::Text, format!("{}/{}", c.no, c.year)))
}

impl Rule for DocketIssue {
    fn basis(&self) -> &'static [&'static str] {
        match self.to {
            DocketKind::Laboratory => &["PPR-22.72"],
            DocketKind::Medical => &["PPR-25.31"],
        }
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        self.fir.as_deref()
    }

    fn bound(&self) -> bool {
        false
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        let fir = self.fir.iter().map(|f| Want::Row(FirRow::at(office, f)));
        fir.chain(self.items.iter().take(MOST_ITEMS).flat_map(|i| want_article(office, i))).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "addressee", &self.addressee);
        text::text_needed(&mut faults, "question", &self.question);
        let of_things = self.to == DocketKind::Laboratory;
        faults.when(of_things && self.items.is_empty(), "items", "fault-missing");
        faults.when(!of_things && !self.items.is_empty(), "items", "fault-too-many");
        faults.when(self.items.len() > MOST_ITEMS, "items", "fault-too-many");
        faults.when(of_things && self.person.is_some(), "person", "fault-too-many");
        faults.when(!of_things && self.person.is_none(), "person", "fault-missing");
        if let Some(person) = &self.person {
            person.check(&mut faults, "person", false);
        }
        faults.done()?;
        self.sealed = false;
        if let Some(fir) = &self.fir {
            self.sealed = check_case(setting, fir)?.sealed.is_some();
        }
        for item in &self.items {
            if article(setting, item)?.fir != self.fir {
                return Err(Refusal::order("order-docket-other-case", "PPR-22.70"));
            }
        }
        setting.open_day().map(|_| ())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::DocketIssue(kept) = kept {
            self.sealed = kept.sealed;
        }
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots = vec![Slot::yearly(self.to.register(), "-", written)];
        slots.extend(Slot::diary(day));
        slots
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let case = match &self.fir {
            Some(fir) => book.get::<FirRow>(office, fir)?,
            None => None,
        };
        let sealed = self.sealed;
        let sent = rec.happened()?;
        let mut cells: Vec<Cell> = case_cell(case.as_ref()).into_iter().collect();
        let mut gist = cells.clone();
        let place = match self.to {
            DocketKind::Laboratory => {
                let items: Vec<String> = self.items.iter().map(ToString::to_string).collect();
                cells.push(Cell::plain("items", CellKind::Text, items.join(" ")));
                Cell::plain("laboratory", CellKind::Text, &self.addressee)
            }
            DocketKind::Medical => {
                let person = self.person.as_ref().map(Party::line).unwrap_or_default();
                cells.push(Cell::personal("person", CellKind::Text, person));
                Cell::plain("hospital", CellKind::Text, &self.addressee)
            }
        };
        cells.push(place.clone());
        cells.push(Cell::plain("sent_at", CellKind::Time, sent));
        cells.push(Cell::personal("question", CellKind::Text, &self.question));
        cells.retain(|c| !c.value.is_empty());
        let mut entry = EntryRow::of(rec, 0, "docket", cells)?;
        entry.sealed = sealed;
        book.put(&DocketRow {
            office: office.to_owned(),
            act: rec.header.act.clone(),
            entry: entry.entry.clone(),
            kind: self.to,
            fir: self.fir.clone(),
            items: self.items.clone(),
            sent,
            report: None,
        })?;
        gist.insert(0, Cell::plain("entry", CellKind::Text, &entry.entry));
        gist.push(place);
        book.put(&entry)?;
        let mut line = EntryRow::of(rec, 1, "comm_out", gist)?;
        line.sealed = sealed;
        book.put(&line)
    }
}

/// The report is back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocketReport {
    /// The act that issued the docket.
    pub docket: String,
    /// Number of the report, or of the medico-legal certificate.
    pub report_no: String,
    /// What it says.
    pub result: String,
    /// The seals as the laboratory found them.
    #[serde(default)]
    pub seals: Option<Seals>,
}

impl Rule for DocketReport {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.70"]
    }

    fn case_by(&self, upon: Upon<'_>) -> Option<String> {
        upon.row::<DocketRow>(&self.docket).and_then(|row| row.fir)
    }

    fn bound(&self) -> bool {
        false
    }

    /// The laboratory has reported on what certificates brought it.
    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let items = upon.row::<DocketRow>(&self.docket).map(|row| row.items).unwrap_or_default();
        let mut roads: Vec<String> = Vec::new();
        for row in items.iter().filter_map(|item| upon.row::<PropertyRow>(&entry_key(item))) {
            let links = row.chain.into_iter().filter(|link| link.place == Whereabouts::Laboratory);
            roads.extend(links.filter_map(|link| link.road));
        }
        roads.sort();
        roads.dedup();
        roads.iter().map(|road| Turn::meet(road, "D14")).collect()
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = vec![Want::Row(DocketRow::at(office, &self.docket))];
        if let Ok(Some(row)) = known.get::<DocketRow>(office, &self.docket) {
            wants.push(Want::Row(EntryRow::at(office, &entry_key(&row.entry))));
            wants.extend(row.items.iter().flat_map(|i| want_article(office, i)));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = setting.row::<DocketRow>(&self.docket)?.ok_or_else(|| Refusal::unknown(&self.docket))?;
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "report_no", &self.report_no);
        text::text_needed(&mut faults, "result", &self.result);
        let of_things = row.kind == DocketKind::Laboratory;
        faults.when(of_things && self.seals.is_none(), "seals", "fault-missing");
        faults.when(!of_things && self.seals.is_some(), "seals", "fault-no-seals");
        faults.done()?;
        if row.report.is_some() {
            return Err(Refusal::order("order-docket-reported", "PPR-22.70"));
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut row) = book.get::<DocketRow>(office, &self.docket)? else {
            return book.put(&EntryRow::of(rec, 0, "comm_in", Vec::new())?);
        };
        let at = rec.happened()?;
        for item in &row.items {
            if let Some(mut article) = book.get::<PropertyRow>(office, &entry_key(item))? {
                article.seal_broken |= self.seals == Some(Seals::Broken);
                article.reported = Some(at);
                book.put(&article)?;
            }
        }
        row.report = Some(Reported { act: rec.header.act.clone(), at, seals: self.seals });
        book.put(&row)?;
        let mut gist = vec![
            Cell::plain("entry", CellKind::Text, &row.entry),
            Cell::plain("report_no", CellKind::Text, &self.report_no),
        ];
        gist.extend(self.seals.map(|s| Cell::plain("seals_found", CellKind::Code, s.as_str())));
        let mut sealed = false;
        if let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? {
            sealed = entry.sealed;
            let (no, result) = match row.kind {
                DocketKind::Laboratory => ("report_no", "result"),
                DocketKind::Medical => ("mlc_no", "findings"),
            };
            entry.fill(rec, Cell::plain("report_at", CellKind::Time, at))?;
            entry.cells.push(Cell::plain(no, CellKind::Text, &self.report_no));
            entry.cells.push(Cell::personal(result, CellKind::Text, &self.result));
            book.put(&entry)?;
        }
        let mut line = EntryRow::of(rec, 0, "comm_in", gist)?;
        line.sealed = sealed;
        book.put(&line)
    }
}
