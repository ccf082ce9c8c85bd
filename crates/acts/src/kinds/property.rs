//! `property.enter`: articles come into the store-room (register XIX), each with its own serial, and never without
//! the case or the diary entry they belong to.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{
    Cell, CellKind, ChainLink, ClockMark, DeskRow, EntryRow, FirRow, PropertyRow, Seals, Whereabouts,
    entry_key, step,
};

/// The most articles one act enters.
const MOST_ARTICLES: usize = 100;
/// The most that one article may be worth: a hundred crore rupees, in paisa. More is a slip of the finger.
const MOST_PAISA: i64 = 100_000_000_000;

/// Why an article is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PropertyKind {
    /// Seized or recovered in a case.
    CaseProperty,
    /// Nobody's, or of an unknown owner (CrPC s. 550, Police Act s. 25).
    Unclaimed,
    /// Taken from a prisoner to be given back.
    PersonalEffects,
    /// Handed in to be kept.
    Deposit,
}

impl PropertyKind {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CaseProperty => "case_property",
            Self::Unclaimed => "unclaimed",
            Self::PersonalEffects => "personal_effects",
            Self::Deposit => "deposit",
        }
    }
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// What it is.
    pub item: String,
    /// How much, or how many.
    pub quantity: String,
    /// Its condition.
    #[serde(default)]
    pub condition: String,
    /// Seals on it, and whose; empty where it bears none.
    #[serde(default)]
    pub seals: String,
    /// Its value, paisa.
    #[serde(default)]
    pub value_paisa: Option<i64>,
    /// Where in the store-room.
    pub rack: String,
    /// A narcotic, or a sample of one.
    #[serde(default)]
    pub narcotic: bool,
}

/// Articles come into the store-room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PropertyEnter {
    /// Why they are kept.
    pub source: PropertyKind,
    /// The case: the act of its FIR.
    #[serde(default)]
    pub fir: Option<String>,
    /// The diary entry, where they are of no case.
    #[serde(default)]
    pub diary: Option<EntryRef>,
    /// From whom and where.
    pub from_whom: String,
    /// The articles.
    pub articles: Vec<Article>,
    /// Whether the persons of the case were protected that day; the books fill it in.
    #[serde(default)]
    pub sealed: bool,
}

impl Article {
    fn check(&self, faults: &mut Faults, path: &str) {
        let field = |name: &str| format!("{path}.{name}");
        text::line_needed(faults, &field("item"), &self.item);
        text::line_needed(faults, &field("quantity"), &self.quantity);
        text::line(faults, &field("condition"), &self.condition);
        text::line(faults, &field("seals"), &self.seals);
        text::line_needed(faults, &field("rack"), &self.rack);
        let dear = self.value_paisa.is_some_and(|v| !(0..=MOST_PAISA).contains(&v));
        faults.when(dear, &field("value_paisa"), "fault-range");
    }
}

/// The case an act names: in the books and not expunged.
pub(crate) fn check_case(setting: &Setting<'_>, fir: &str) -> Result<FirRow, Refusal> {
    let row = setting.row::<FirRow>(fir)?.ok_or_else(|| Refusal::unknown(fir))?;
    if row.gone.is_some() || row.fir.is_none() {
        return Err(Refusal::order("order-expunged", "PPR-22.46"));
    }
    Ok(row)
}

impl PropertyEnter {
    fn cells(&self, article: &Article, case: Option<&FirRow>) -> Vec<Cell> {
        let mut cells = vec![
            Cell::personal("item", CellKind::Text, &article.item),
            Cell::plain("quantity", CellKind::Text, &article.quantity),
            Cell::plain("condition", CellKind::Text, &article.condition),
            Cell::personal("from_whom", CellKind::Text, &self.from_whom),
        ];
        cells.extend(self.reference(case));
        cells.push(Cell::plain("kind", CellKind::Code, self.source.as_str()));
        cells.push(Cell::plain("seals", CellKind::Text, &article.seals));
        cells.extend(article.value_paisa.map(|v| Cell::plain("value", CellKind::Money, v)));
        cells.push(Cell::plain("rack", CellKind::Text, &article.rack));
        cells.retain(|c| !c.value.is_empty());
        cells
    }

    fn reference(&self, case: Option<&FirRow>) -> Option<Cell> {
        match (case, &self.diary) {
            (Some(case), _) => {
                Some(Cell::plain("fir_no", CellKind::Text, format!("{}/{}", case.no, case.year)))
            }
            (None, Some(diary)) => Some(Cell::plain("entry", CellKind::Text, diary)),
            (None, None) => None,
        }
    }

    fn gist(&self, rec: &Recorded, case: Option<&FirRow>, sealed: bool) -> Vec<Cell> {
        let entered: Vec<String> =
            rec.header.entries.iter().filter(|e| e.register == "19").map(ToString::to_string).collect();
        let mut cells = vec![Cell::plain("entry", CellKind::Text, entered.join(" "))];
        cells.push(Cell::plain("kind", CellKind::Code, self.source.as_str()));
        cells.extend(case.map(|c| Cell::plain("fir_no", CellKind::Text, format!("{}/{}", c.no, c.year))));
        if !sealed {
            let items: Vec<&str> = self.articles.iter().map(|a| a.item.as_str()).collect();
            cells.push(Cell::personal("item", CellKind::Text, items.join("؛ ")));
            cells.push(Cell::personal("from_whom", CellKind::Text, &self.from_whom));
        }
        cells
    }
}

impl Rule for PropertyEnter {
    fn basis(&self) -> &'static [&'static str] {
        match self.source {
            PropertyKind::CaseProperty => &["PPR-22.70", "PPR-22.16"],
            PropertyKind::Unclaimed => &["PPR-22.70", "CrPC-550"],
            PropertyKind::PersonalEffects | PropertyKind::Deposit => &["PPR-22.70", "PPR-22.15"],
        }
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        self.fir.as_deref()
    }

    fn bound(&self) -> bool {
        false
    }

    /// The hours within which the sample of a narcotic must be at the laboratory run from the seizure's entry.
    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let narcotic = self.source == PropertyKind::CaseProperty && self.articles.iter().any(|a| a.narcotic);
        vec![Turn::start(upon.act, "D13").marked(&[ClockMark::Narcotic]).when(narcotic)]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        let fir = self.fir.iter().map(|f| Want::Row(FirRow::at(office, f)));
        let diary = self.diary.iter().map(|e| Want::Row(EntryRow::at(office, &entry_key(e))));
        fir.chain(diary).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "from_whom", &self.from_whom);
        faults.when(self.articles.is_empty(), "articles", "fault-missing");
        faults.when(self.articles.len() > MOST_ARTICLES, "articles", "fault-too-many");
        for (i, article) in self.articles.iter().enumerate().take(MOST_ARTICLES) {
            article.check(&mut faults, &format!("articles.{i}"));
        }
        let of_case = self.source == PropertyKind::CaseProperty;
        faults.when(of_case && self.fir.is_none(), "fir", "fault-missing");
        faults.when(self.fir.is_none() && self.diary.is_none(), "diary", "fault-reference-needed");
        faults.done()?;
        self.sealed = false;
        if let Some(fir) = &self.fir {
            self.sealed = check_case(setting, fir)?.sealed.is_some();
        }
        if let Some(diary) = &self.diary {
            let here = setting.row::<EntryRow>(&entry_key(diary))?.is_some();
            if diary.register != "2" || !here {
                return Err(Refusal::unknown(diary.to_string()));
            }
        }
        setting.open_day().map(|_| ())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::PropertyEnter(kept) = kept {
            self.sealed = kept.sealed;
        }
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots: Vec<Slot> =
            self.articles.iter().take(MOST_ARTICLES).map(|_| Slot::yearly("19", "-", written)).collect();
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
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        for (index, article) in self.articles.iter().enumerate() {
            let mut entry = EntryRow::of(rec, index, "property", self.cells(article, case.as_ref()))?;
            entry.sealed = sealed;
            let seals = if article.seals.is_empty() { Seals::None } else { Seals::Intact };
            book.put(&PropertyRow {
                office: office.to_owned(),
                entry: entry.entry.clone(),
                act: rec.header.act.clone(),
                kind: self.source,
                fir: self.fir.clone(),
                diary: self.diary.clone(),
                article: article.clone(),
                place: Whereabouts::Store,
                chain: vec![ChainLink::of(rec, Whereabouts::Store, Some(seals), None)?],
                seal_broken: false,
                was_missing: false,
                order: None,
                reported: None,
            })?;
            step(&mut desk.tally.in_store, true);
            book.put(&entry)?;
        }
        book.put(&desk)?;
        let mut line =
            EntryRow::of(rec, self.articles.len(), "property_in", self.gist(rec, case.as_ref(), sealed))?;
        line.sealed = sealed;
        book.put(&line)
    }
}
