//! A report is signed, and its copies are sent.

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Copies and signature.
pub(crate) const MAKER: Maker =
    Maker { ids: &["copies-unsent", "fir-unsigned"], tables: &["fir"], make: || Box::new(Despatch) };

struct Despatch;

impl Check for Despatch {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Fir(row) = item else { return };
        if row.gone.is_some() || row.fir.is_none() {
            return;
        }
        let lead = || Lead::to(&row.act).fir(Some(&row.act)).officer(Some(&row.writer));
        if !row.unsent().is_empty() && scene.older(row.registered, found.hours("copies-unsent")) {
            found.add("copies-unsent", row.registered.day(), lead());
        }
        if row.signed.is_none() && scene.older(row.registered, found.hours("fir-unsigned")) {
            found.add("fir-unsigned", row.registered.day(), lead());
        }
    }
}
