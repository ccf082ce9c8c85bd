//! `property.order` and `property.dispose`: a court's final order on an article, and what was done upon it. Nothing
//! leaves the books without the order, except what is given back to the person it was kept for.

use jiff::civil::Date;
use roznamcha_journal::{EntryRef, Header};
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::PropertyKind;
use crate::kinds::property_move::{article, case_of, in_store, moved, want_article};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{ArticleOrder, Cell, CellKind, ChainLink, EntryRow, PropertyRow, Whereabouts, entry_key};

/// What a court can order of an article.
const DIRECTIONS: [&str; 4] = ["return", "auction", "destroy", "confiscate"];

/// The articles that an act entered.
fn articles_of(header: &Header) -> Vec<EntryRef> {
    header.entries.iter().filter(|entry| entry.register == "19").cloned().collect()
}

/// A court's final order on an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PropertyOrder {
    /// Its entry in register XIX.
    pub item: EntryRef,
    /// The court.
    pub court: String,
    /// Number of the order.
    pub order_no: String,
    /// Its date.
    pub order_date: Date,
    /// What is to be done: `return`, `auction`, `destroy`, `confiscate`.
    pub direction: String,
    /// To whom, of one that is returned.
    #[serde(default)]
    pub to: String,
}

impl Rule for PropertyOrder {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.70", "COURT-ORDER"]
    }

    fn case_by(&self, upon: Upon<'_>) -> Option<String> {
        case_of(upon, &self.item)
    }

    fn bound(&self) -> bool {
        false
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        want_article(office, &self.item).into()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "court", &self.court);
        text::line_needed(&mut faults, "order_no", &self.order_no);
        text::line(&mut faults, "to", &self.to);
        faults.when(self.order_date > setting.written.day(), "order_date", "fault-future");
        faults.when(!DIRECTIONS.contains(&self.direction.as_str()), "direction", "fault-choice");
        let nobody = self.direction == "return" && self.to.trim().is_empty();
        faults.when(nobody, "to", "fault-missing");
        faults.done()?;
        if article(setting, &self.item)?.place == Whereabouts::Disposed {
            return Err(Refusal::order("order-property-disposed", "PPR-22.70"));
        }
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let (office, key) = (rec.header.office.as_str(), entry_key(&self.item));
        let Some(mut row) = book.get::<PropertyRow>(office, &key)? else { return Ok(()) };
        row.order = Some(ArticleOrder {
            act: rec.header.act.clone(),
            direction: self.direction.clone(),
            date: self.order_date,
        });
        book.put(&row)?;
        if let Some(mut entry) = book.get::<EntryRow>(office, &key)? {
            entry.cells.push(Cell::plain("final_order", CellKind::Code, &self.direction));
            let order = format!("{} {} {}", self.court, self.order_no, self.order_date);
            entry.cells.push(Cell::plain("order", CellKind::Text, order));
            book.put(&entry)?;
        }
        Ok(())
    }
}

/// An article leaves the books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PropertyDispose {
    /// Its entry in register XIX.
    pub item: EntryRef,
    /// What was done: `return`, `auction`, `destroy`, `confiscate`.
    pub manner: String,
    /// To whom, of one returned; to the buyer, of one auctioned.
    #[serde(default)]
    pub to: String,
    /// The price, paisa, of one auctioned.
    #[serde(default)]
    pub price_paisa: Option<i64>,
    /// Before whom.
    pub witnesses: String,
}

impl Rule for PropertyDispose {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.70", "PPR-27.18"]
    }

    fn case_by(&self, upon: Upon<'_>) -> Option<String> {
        case_of(upon, &self.item)
    }

    fn bound(&self) -> bool {
        false
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants: Vec<Want> = want_article(office, &self.item).into();
        if let Ok(Some(row)) = known.get::<PropertyRow>(office, &entry_key(&self.item))
            && row.article.narcotic
        {
            wants.push(Want::Act(row.act.clone()));
            let others = known.act(&row.act).map(|rec| articles_of(&rec.header)).unwrap_or_default();
            wants.extend(others.iter().map(|item| Want::Row(PropertyRow::at(office, &entry_key(item)))));
        }
        wants
    }

    /// No sample is awaited of narcotics that are there no more.
    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let Some(row) = upon.row::<PropertyRow>(&entry_key(&self.item)) else { return Vec::new() };
        let entered = upon.known.act(&row.act).map(|rec| articles_of(&rec.header)).unwrap_or_default();
        let left = entered.iter().filter(|item| **item != self.item);
        let left = left.filter_map(|item| upon.row::<PropertyRow>(&entry_key(item)));
        let waits = left.into_iter().any(|r| r.article.narcotic && r.place != Whereabouts::Disposed);
        vec![Turn::meet(&row.act, "D13").when(row.article.narcotic && !waits)]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line(&mut faults, "to", &self.to);
        text::line_needed(&mut faults, "witnesses", &self.witnesses);
        faults.when(!DIRECTIONS.contains(&self.manner.as_str()), "manner", "fault-choice");
        let given = matches!(self.manner.as_str(), "return" | "auction");
        faults.when(given && self.to.trim().is_empty(), "to", "fault-missing");
        let sold = self.manner == "auction";
        faults.when(sold != self.price_paisa.is_some_and(|p| p > 0), "price_paisa", "fault-range");
        faults.done()?;
        let row = article(setting, &self.item)?;
        // What lies with its owner on bond is returned for good where it lies.
        if !(row.place == Whereabouts::Owner && self.manner == "return") {
            in_store(&row)?;
        }
        let kept_for = matches!(row.kind, PropertyKind::PersonalEffects | PropertyKind::Deposit);
        match &row.order {
            Some(order) if order.direction == self.manner => {}
            Some(_) => return Err(Refusal::order("order-property-other-order", "COURT-ORDER")),
            None if kept_for && self.manner == "return" => {}
            None => return Err(Refusal::order("order-property-no-order", "PPR-27.18")),
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let link = ChainLink::of(rec, Whereabouts::Disposed, None, None)?;
        let disposal = Cell::plain("disposal", CellKind::Code, &self.manner);
        moved(rec, book, &self.item, link, Some(disposal.clone()))?;
        let sealed = book.get::<EntryRow>(office, &entry_key(&self.item))?.is_some_and(|e| e.sealed);
        let mut cells = vec![Cell::plain("entry", CellKind::Text, &self.item), disposal];
        cells.extend(self.price_paisa.map(|p| Cell::plain("price", CellKind::Money, p)));
        if !sealed {
            cells.push(Cell::personal("to", CellKind::Text, &self.to));
            cells.push(Cell::personal("witnesses", CellKind::Text, &self.witnesses));
        }
        cells.retain(|c| !c.value.is_empty());
        let mut line = EntryRow::of(rec, 0, "property_out", cells)?;
        line.sealed = sealed;
        book.put(&line)
    }
}
