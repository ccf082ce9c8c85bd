//! `property.move`: an article leaves the store-room by hand, or comes back. What goes by a carrier with a road
//! certificate leaves by `road.issue`; it comes back here. A broken seal stays in the chain for ever.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::Upon;
use crate::kinds::Direction;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{
    Cell, CellKind, ChainLink, DeskRow, EntryRow, PropertyRow, Seals, Whereabouts, entry_key, step,
};

/// An article leaves or comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PropertyMove {
    /// Its entry in register XIX.
    pub item: EntryRef,
    /// In or out.
    pub direction: Direction,
    /// Whither, of one that leaves: `court`, `doctor`, `owner`, `headquarters`.
    #[serde(default)]
    pub to: Option<Whereabouts>,
    /// Who took it or brought it.
    pub by_hand_of: String,
    /// The state of the seals.
    pub seals: Seals,
    /// Number and date of the order or bond it left on.
    #[serde(default)]
    pub authority: String,
    /// What was found wrong with it.
    #[serde(default)]
    pub defects: String,
}

/// The article, or the refusal that says it is not in the books.
pub(crate) fn article(setting: &Setting<'_>, item: &EntryRef) -> Result<PropertyRow, Refusal> {
    setting.row::<PropertyRow>(&entry_key(item))?.ok_or_else(|| Refusal::unknown(item.to_string()))
}

/// The case an article is of.
pub(crate) fn case_of(upon: Upon<'_>, item: &EntryRef) -> Option<String> {
    upon.row::<PropertyRow>(&entry_key(item)).and_then(|row| row.fir)
}

/// What must be known of an article.
pub(crate) fn want_article(office: &str, item: &EntryRef) -> [Want; 2] {
    let key = entry_key(item);
    [Want::Row(PropertyRow::at(office, &key)), Want::Row(EntryRow::at(office, &key))]
}

/// An article in the store-room, else the refusal that says where it is.
pub(crate) fn in_store(row: &PropertyRow) -> Result<(), Refusal> {
    match row.place {
        Whereabouts::Store => Ok(()),
        Whereabouts::Disposed => Err(Refusal::order("order-property-disposed", "PPR-22.70")),
        _ => Err(Refusal::order("order-property-not-in-store", "PPR-22.70")),
    }
}

/// Writes a link of the chain: the article's row, its line in register XIX, the count of the store-room.
pub(crate) fn moved(
    rec: &Recorded,
    book: &mut Book<'_>,
    item: &EntryRef,
    link: ChainLink,
    cell: Option<Cell>,
) -> Result<(), ViewError> {
    let (office, key) = (rec.header.office.as_str(), entry_key(item));
    let Some(mut row) = book.get::<PropertyRow>(office, &key)? else { return Ok(()) };
    let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
    for (place, up) in [(row.place, false), (link.place, true)] {
        match place {
            Whereabouts::Store => step(&mut desk.tally.in_store, up),
            Whereabouts::Missing => step(&mut desk.tally.missing, up),
            Whereabouts::Disposed => {}
            _ => step(&mut desk.tally.out, up),
        }
    }
    book.put(&desk)?;
    if let Some(mut entry) = book.get::<EntryRow>(office, &key)? {
        entry.cells.push(Cell::plain("movements", CellKind::Code, link.place.as_str()));
        entry.cells.extend(cell);
        book.put(&entry)?;
    }
    row.link(link);
    book.put(&row)
}

impl PropertyMove {
    fn is_out(&self) -> bool {
        self.direction == Direction::Out
    }

    fn place(&self) -> Whereabouts {
        if self.is_out() { self.to.unwrap_or(Whereabouts::Court) } else { Whereabouts::Store }
    }
}

impl Rule for PropertyMove {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.70"]
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
        text::line_needed(&mut faults, "by_hand_of", &self.by_hand_of);
        text::line(&mut faults, "authority", &self.authority);
        text::text(&mut faults, "defects", &self.defects);
        let by_hand =
            [Whereabouts::Court, Whereabouts::Doctor, Whereabouts::Owner, Whereabouts::Headquarters];
        let whither = self.to.is_some_and(|to| by_hand.contains(&to));
        faults.when(self.is_out() && !whither, "to", "fault-choice");
        faults.when(!self.is_out() && self.to.is_some(), "to", "fault-choice");
        // An owner has it on a court's bond; nobody else's word is enough.
        let bond = self.is_out() && self.to == Some(Whereabouts::Owner) && self.authority.trim().is_empty();
        faults.when(bond, "authority", "fault-missing");
        let broken = self.seals == Seals::Broken && self.defects.trim().is_empty();
        faults.when(broken, "defects", "fault-seal-unexplained");
        let row = article(setting, &self.item)?;
        let sealed = !row.article.seals.is_empty();
        faults.when(!sealed && self.seals != Seals::None, "seals", "fault-no-seals");
        faults.when(sealed && self.seals == Seals::None, "seals", "fault-seals-needed");
        faults.done()?;
        if self.is_out() {
            in_store(&row)?;
        } else if row.place == Whereabouts::Store {
            return Err(Refusal::order("order-property-in-store", "PPR-22.70"));
        } else if row.place == Whereabouts::Disposed {
            return Err(Refusal::order("order-property-disposed", "PPR-22.70"));
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let link = ChainLink::of(rec, self.place(), Some(self.seals), None)?;
        moved(rec, book, &self.item, link, None)?;
        let sealed = book.get::<EntryRow>(office, &entry_key(&self.item))?.is_some_and(|e| e.sealed);
        let mut cells = vec![
            Cell::plain("entry", CellKind::Text, &self.item),
            Cell::plain("movements", CellKind::Code, self.place().as_str()),
            Cell::plain("seals_found", CellKind::Code, self.seals.as_str()),
            Cell::plain("authority", CellKind::Text, &self.authority),
        ];
        if !sealed {
            cells.push(Cell::personal("by_hand_of", CellKind::Text, &self.by_hand_of));
            cells.push(Cell::personal("defects", CellKind::Text, &self.defects));
        }
        cells.retain(|c| !c.value.is_empty());
        let subject = if self.is_out() { "property_out" } else { "property_in" };
        let mut line = EntryRow::of(rec, 0, subject, cells)?;
        line.sealed = sealed;
        book.put(&line)
    }
}
