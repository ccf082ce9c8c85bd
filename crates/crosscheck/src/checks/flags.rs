//! Entries whose hours do not fit the clock. An act is counted once, however many entries it made.

use std::collections::HashSet;

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Flagged entries.
pub(crate) const MAKER: Maker =
    Maker { ids: &["entry-flagged"], tables: &["entry"], make: || Box::new(Flagged::default()) };

#[derive(Default)]
struct Flagged {
    acts: HashSet<String>,
}

impl Check for Flagged {
    fn take(&mut self, item: &Item, _: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Entry(row) = item else { return };
        if row.is_flagged() && self.acts.insert(row.act.clone()) {
            let lead = Lead::to(&row.act).entry(&row.entry).officer(Some(&row.officer));
            found.add("entry-flagged", row.written.day(), lead);
        }
    }
}
