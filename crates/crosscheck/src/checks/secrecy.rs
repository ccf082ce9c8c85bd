//! A sealed report: its entries are sealed with it, and no print from before is left open outside.

use roznamcha_acts::Moment;
use std::collections::HashMap;

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Sealed reports.
pub(crate) const MAKER: Maker = Maker {
    ids: &["sealed-entry-open", "sealed-print"],
    tables: &["fir", "print", "entry"],
    make: || Box::new(Sealed::default()),
};

#[derive(Default)]
struct Sealed {
    /// Since when, and whether it was sealed only after it was registered.
    since: HashMap<String, (Moment, bool)>,
}

impl Check for Sealed {
    fn take(&mut self, item: &Item, _: &Scene<'_>, found: &mut Found<'_>) {
        match item {
            Item::Fir(row) => {
                if let Some(seal) = &row.sealed {
                    self.since.insert(row.act.clone(), (seal.at, seal.act != row.act));
                }
            }
            Item::Print(row) => {
                let fir = row.document.split('/').nth(1).unwrap_or_default();
                if let Some((at, _)) = self.since.get(fir).filter(|(_, later)| *later) {
                    found.add("sealed-print", at.day(), Lead::to(&row.document).fir(Some(fir)));
                }
            }
            Item::Entry(row) if !row.sealed && row.gone.is_none() => {
                if let Some((at, _)) = self.since.get(&row.act) {
                    let lead = Lead::to(&row.act).entry(&row.entry).fir(Some(&row.act));
                    found.add("sealed-entry-open", at.day(), lead);
                }
            }
            _ => {}
        }
    }
}
