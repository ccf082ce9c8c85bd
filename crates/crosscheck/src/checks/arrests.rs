//! Arrests: after the report, with custody, within the days the law gives the police, and over when he is freed.

use roznamcha_acts::Moment;
use roznamcha_acts::views::AccusedRow;
use std::collections::{HashMap, HashSet};

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Days that the police may hold an accused, in the whole (CrPC s. 167).
const MOST_DAYS: u32 = 15;

/// Arrests against reports and custody.
pub(crate) const MAKER: Maker = Maker {
    ids: &["arrest-before-fir", "arrest-without-custody", "police-custody-over", "freed-still-held"],
    tables: &["case", "accused", "custody"],
    make: || Box::new(Arrests::default()),
};

/// What is to be held against the lock-up.
struct Arrested {
    act: String,
    key: String,
    fir: String,
    at: Moment,
    /// When he was freed of the case.
    freed: Option<Moment>,
}

#[derive(Default)]
struct Arrests {
    registered: HashMap<String, Moment>,
    arrests: Vec<Arrested>,
    stays: HashSet<String>,
    held: HashSet<String>,
}

impl Arrests {
    fn accused(&mut self, row: &AccusedRow, found: &mut Found<'_>) {
        let key = AccusedRow::key_of(&row.fir, row.index);
        let lead = || Lead::to(&key).fir(Some(&row.fir));
        let registered = self.registered.get(&row.fir);
        for arrest in &row.arrests {
            if registered.is_some_and(|at| arrest.at.is_minutes_before(*at)) {
                found.add("arrest-before-fir", arrest.at.day(), lead());
            }
            self.arrests.push(Arrested {
                act: arrest.act.clone(),
                key: key.clone(),
                fir: row.fir.clone(),
                at: arrest.at,
                freed: row.links.last().filter(|_| row.suppressed.is_some()).map(|link| link.at),
            });
        }
        if row.police_days > MOST_DAYS {
            let day = row.arrests.last().map_or(jiff::civil::Date::MIN, |a| a.at.day());
            found.add("police-custody-over", day, lead());
        }
    }
}

impl Check for Arrests {
    fn take(&mut self, item: &Item, _: &Scene<'_>, found: &mut Found<'_>) {
        match item {
            Item::Case(row) => {
                self.registered.insert(row.fir.clone(), row.registered);
            }
            Item::Accused(row) => self.accused(row, found),
            Item::Custody(row) => {
                self.stays.insert(row.act.clone());
                if row.released.is_none() && row.gone.is_none() {
                    self.held.insert(row.act.clone());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, _: &Scene<'_>, found: &mut Found<'_>) {
        for arrest in &self.arrests {
            let lead = || Lead::to(&arrest.key).fir(Some(&arrest.fir));
            if !self.stays.contains(&arrest.act) {
                found.add("arrest-without-custody", arrest.at.day(), lead());
            }
            if let Some(freed) = arrest.freed.filter(|_| self.held.contains(&arrest.act)) {
                found.add("freed-still-held", freed.day(), lead());
            }
        }
    }
}
