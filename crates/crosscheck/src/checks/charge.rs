//! Charge notes: taken over by who comes, countersigned by who supervises.

use roznamcha_acts::views::entry_key;
use std::collections::HashMap;

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Charge notes.
pub(crate) const MAKER: Maker = Maker {
    ids: &["charge-not-taken", "charge-not-countersigned"],
    tables: &["charge", "entry"],
    make: || Box::new(Charges::default()),
};

#[derive(Default)]
struct Charges {
    /// Notes that lack a signature, by their entry: who must take over, and whether he has.
    open: HashMap<String, (String, bool)>,
}

impl Check for Charges {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        match item {
            Item::Charge(row) if row.countersigned.is_none() => {
                self.open.insert(entry_key(&row.entry), (row.to.clone(), row.taken.is_some()));
            }
            Item::Entry(row) if row.entry.register == "25" => {
                let Some((to, taken)) = self.open.remove(&entry_key(&row.entry)) else { return };
                let lead = || Lead::to(&row.act).entry(&row.entry).officer(Some(&to));
                if !taken && scene.older(row.written, found.hours("charge-not-taken")) {
                    found.add("charge-not-taken", row.written.day(), lead());
                }
                if scene.older(row.written, found.hours("charge-not-countersigned")) {
                    found.add("charge-not-countersigned", row.written.day(), lead());
                }
            }
            _ => {}
        }
    }
}
