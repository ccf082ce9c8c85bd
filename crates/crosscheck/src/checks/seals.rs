//! A seal found broken has its explanation in the entry of the act that found it, or on the road certificate.

use jiff::civil::Date;
use roznamcha_acts::views::{Seals, entry_key};
use std::collections::BTreeMap;

use super::cell;
use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Broken seals.
pub(crate) const MAKER: Maker = Maker {
    ids: &["seal-unexplained"],
    tables: &["property", "road", "entry"],
    make: || Box::new(Broken::default()),
};

#[derive(Default)]
struct Broken {
    /// By the act, or the key of the certificate, that should explain it.
    unexplained: BTreeMap<String, (Date, Lead)>,
}

impl Check for Broken {
    fn take(&mut self, item: &Item, _: &Scene<'_>, _: &mut Found<'_>) {
        match item {
            Item::Property(row) => {
                let mut before = Some(Seals::Intact);
                for link in &row.chain {
                    let newly = link.seals == Some(Seals::Broken) && before != Some(Seals::Broken);
                    // What a receiver found broken is told on the certificate, below.
                    let received = link.road.as_ref().is_some_and(|road| *road != link.act);
                    if newly && !received {
                        let lead = Lead::to(&entry_key(&row.entry)).entry(&row.entry).fir(row.fir.as_deref());
                        self.unexplained
                            .insert(link.act.clone(), (link.at.day(), lead.officer(Some(&link.officer))));
                    }
                    before = link.seals.or(before);
                }
            }
            Item::Road(row) => {
                let key = entry_key(&row.entry);
                if let Some(arrival) = row.received.as_ref().filter(|r| !r.broken.is_empty()) {
                    let lead = Lead::to(&row.act).entry(&row.entry).fir(row.fir.as_deref());
                    self.unexplained.insert(key, (arrival.at.day(), lead.officer(Some(&row.carrier))));
                }
            }
            Item::Entry(row) if !self.unexplained.is_empty() => {
                let told = cell(row, "defects").or(cell(row, "discrepancy"));
                if told.is_some_and(|words| !words.trim().is_empty()) {
                    self.unexplained.remove(&row.act);
                    self.unexplained.remove(&entry_key(&row.entry));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, _: &Scene<'_>, found: &mut Found<'_>) {
        for (_, (day, lead)) in std::mem::take(&mut self.unexplained) {
            found.add("seal-unexplained", day, lead);
        }
    }
}
