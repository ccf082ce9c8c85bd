//! The store-room: nothing without its case or diary entry, nothing missing, nothing forgotten.

use roznamcha_acts::Moment;
use roznamcha_acts::kinds::PropertyKind;
use roznamcha_acts::views::{PropertyRow, Stage, Whereabouts, entry_key};
use std::collections::HashMap;

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// The store-room.
pub(crate) const MAKER: Maker = Maker {
    ids: &[
        "property-without-reference",
        "property-missing",
        "property-of-ended-case",
        "property-unclaimed",
        "seizure-before-fir",
    ],
    tables: &["case", "property"],
    make: || Box::new(Store::default()),
};

#[derive(Default)]
struct Store {
    /// Each case: registered, and since when ended.
    cases: HashMap<String, (Moment, Option<Moment>)>,
}

fn is_ended(stage: Stage) -> bool {
    stage.is_cleared() || stage == Stage::Convicted
}

impl Store {
    fn article(&self, row: &PropertyRow, scene: &Scene<'_>, found: &mut Found<'_>) {
        let lead = || Lead::to(&entry_key(&row.entry)).entry(&row.entry).fir(row.fir.as_deref());
        let entered = row.chain.first().map_or(scene.now, |link| link.at);
        let case = row.fir.as_ref().map(|fir| self.cases.get(fir));
        if row.place == Whereabouts::Disposed {
            return;
        }
        let unknown = matches!(case, Some(None)) || (row.fir.is_none() && row.diary.is_none());
        if unknown {
            found.add("property-without-reference", entered.day(), lead());
        }
        if row.place == Whereabouts::Missing {
            let since = row.chain.last().map_or(entered, |link| link.at);
            found.add("property-missing", since.day(), lead());
        }
        let known = case.flatten();
        if known.is_some_and(|(registered, _)| entered < *registered) {
            found.add("seizure-before-fir", entered.day(), lead());
        }
        let waits = row.place == Whereabouts::Store && row.order.is_none();
        let ended = known.and_then(|(_, ended)| *ended).filter(|_| waits);
        if let Some(ended) = ended.filter(|at| scene.older(*at, found.hours("property-of-ended-case"))) {
            found.add("property-of-ended-case", ended.day(), lead());
        }
        let unclaimed = row.kind == PropertyKind::Unclaimed && waits;
        if unclaimed && scene.older(entered, found.hours("property-unclaimed")) {
            found.add("property-unclaimed", entered.day(), lead());
        }
    }
}

impl Check for Store {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        match item {
            Item::Case(row) => {
                let ended = is_ended(row.stage).then_some(row.since);
                self.cases.insert(row.fir.clone(), (row.registered, ended));
            }
            Item::Property(row) => self.article(row, scene, found),
            _ => {}
        }
    }
}
