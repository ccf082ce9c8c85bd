//! An officer who wrote a zimni on a day is in the diary of that day: by a departure, an arrival, or an entry.

use jiff::civil::Date;
use roznamcha_acts::Moment;
use roznamcha_acts::views::CellKind;
use roznamcha_journal::EntryRef;
use std::collections::HashSet;

use super::{cell, diary_day};
use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Officers of zimnis against the diary.
pub(crate) const MAKER: Maker =
    Maker { ids: &["zimni-officer-absent"], tables: &["entry"], make: || Box::new(Zimnis::default()) };

/// A zimni.
struct Zimni {
    day: Date,
    officer: String,
    entry: EntryRef,
}

#[derive(Default)]
struct Zimnis {
    present: HashSet<(Date, String)>,
    zimnis: Vec<Zimni>,
}

impl Check for Zimnis {
    fn take(&mut self, item: &Item, _: &Scene<'_>, _: &mut Found<'_>) {
        let Item::Entry(row) = item else { return };
        if let Some(day) = diary_day(row) {
            self.present.insert((day, row.officer.clone()));
            for cell in row.cells.iter().filter(|c| c.kind == CellKind::Officer) {
                self.present.extend(cell.value.split_whitespace().map(|o| (day, o.to_owned())));
            }
        }
        if row.entry.register == "w-zimni"
            && let Some(day) = cell(row, "date").and_then(|d| d.parse::<Moment>().ok()).map(Moment::day)
        {
            self.zimnis.push(Zimni { day, officer: row.officer.clone(), entry: row.entry.clone() });
        }
    }

    fn end(&mut self, _: &Scene<'_>, found: &mut Found<'_>) {
        for Zimni { day, officer, entry } in std::mem::take(&mut self.zimnis) {
            // The part of the index is the case.
            let lead = Lead::to(&entry.to_string()).entry(&entry).fir(Some(&entry.part));
            if !self.present.contains(&(day, officer.clone())) {
                found.add("zimni-officer-absent", day, lead.officer(Some(&officer)));
            }
        }
    }
}
