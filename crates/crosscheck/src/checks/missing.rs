//! A child reported missing is found, or there is a case.

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Missing children.
pub(crate) const MAKER: Maker =
    Maker { ids: &["missing-child"], tables: &["inquiry"], make: || Box::new(Missing) };

struct Missing;

impl Check for Missing {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Inquiry(row) = item else { return };
        let open = row.child && row.closed.is_none();
        if open && scene.older(row.informed, found.hours("missing-child")) {
            found.add("missing-child", row.informed.day(), Lead::to(&row.act).entry(&row.entry));
        }
    }
}
