//! Registers IV and X against the case: one caught or freed is not looked for, and nobody is watched without an order
//! or past his review. By the references of the case alone, never by a name.

use jiff::civil::Date;
use roznamcha_acts::views::{AccusedRow, AccusedStatus, entry_key};
use std::collections::HashMap;

use super::cell;
use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Absconders who were caught, and lines of persons who were freed.
pub(crate) const MAKER: Maker = Maker {
    ids: &["absconder-arrested", "freed-still-listed"],
    tables: &["accused", "entry"],
    make: || Box::new(Absconders::default()),
};

/// Surveillance.
pub(crate) const WATCHED: Maker = Maker {
    ids: &["watch-without-order", "watch-review-overdue"],
    tables: &["watch"],
    make: || Box::new(Watched),
};

#[derive(Default)]
struct Absconders {
    /// Lines of IV, IX and X in which one who was freed stands: since when, and which accused.
    freed: HashMap<String, (Date, Lead)>,
}

impl Absconders {
    fn accused(&mut self, row: &AccusedRow, found: &mut Found<'_>) {
        let lead = || Lead::to(&AccusedRow::key_of(&row.fir, row.index)).fir(Some(&row.fir));
        let proclaimed = row.links.iter().rposition(|l| l.status == AccusedStatus::Proclaimed);
        let caught = row.links.iter().rposition(|l| l.status == AccusedStatus::Arrested);
        if let Some(entry) = row.absconder.as_ref().filter(|_| caught > proclaimed) {
            let day = row.arrests.last().map_or(Date::MIN, |a| a.at.day());
            found.add("absconder-arrested", day, lead().entry(entry));
        }
        if row.suppressed.is_some() {
            let day = row.links.last().map_or(Date::MIN, |l| l.at.day());
            let lines = row.books.iter().map(|entry| (entry_key(entry), (day, lead().entry(entry))));
            self.freed.extend(lines);
        }
    }
}

impl Check for Absconders {
    fn take(&mut self, item: &Item, _: &Scene<'_>, found: &mut Found<'_>) {
        match item {
            Item::Accused(row) => self.accused(row, found),
            Item::Entry(row) if !self.freed.is_empty() => {
                let Some((day, lead)) = self.freed.remove(&entry_key(&row.entry)) else { return };
                if row.gone.is_none() && cell(row, "removed").is_none() {
                    found.add("freed-still-listed", day, lead);
                }
            }
            _ => {}
        }
    }
}

struct Watched;

impl Check for Watched {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Watch(row) = item else { return };
        if row.removed.is_some() {
            return;
        }
        let lead = || {
            let lead = Lead::to(&row.act);
            match row.listed.as_ref().or(row.sheet.as_ref()) {
                Some(entry) => lead.entry(entry),
                None => lead,
            }
        };
        let by_right = row.listed.as_ref().is_some_and(|entry| entry.part == "I") && row.sheet.is_none();
        if !by_right && row.order_no.trim().is_empty() {
            found.add("watch-without-order", row.order_date, lead());
        }
        if scene.day_older(row.review_due, found.hours("watch-review-overdue")) {
            found.add("watch-review-overdue", row.review_due, lead());
        }
    }
}
