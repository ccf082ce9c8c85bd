//! Road certificates: a parcel that nobody has received, and a receipt that has not come back.

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Road certificates.
pub(crate) const MAKER: Maker =
    Maker { ids: &["road-on-the-way", "road-outstanding"], tables: &["road"], make: || Box::new(Parcels) };

struct Parcels;

impl Check for Parcels {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Road(row) = item else { return };
        let lead =
            || Lead::to(&row.act).entry(&row.entry).fir(row.fir.as_deref()).officer(Some(&row.carrier));
        if row.received.is_none() && scene.older(row.left, found.hours("road-on-the-way")) {
            found.add("road-on-the-way", row.left.day(), lead());
        }
        if row.returned.is_none() && scene.older(row.left, found.hours("road-outstanding")) {
            found.add("road-outstanding", row.left.day(), lead());
        }
    }
}
