//! A correction is attested.

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Corrections.
pub(crate) const MAKER: Maker =
    Maker { ids: &["correction-unattested"], tables: &["correction"], make: || Box::new(Corrections) };

struct Corrections;

impl Check for Corrections {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Correction(row) = item else { return };
        if row.attested_by.is_none() && scene.older(row.at, found.hours("correction-unattested")) {
            let lead = Lead::to(&row.act).entry(&row.entry).officer(Some(&row.by));
            found.add("correction-unattested", row.at.day(), lead);
        }
    }
}
