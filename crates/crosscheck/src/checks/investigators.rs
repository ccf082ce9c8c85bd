//! A case under investigation has an officer, and its final report is by one who had the investigation.

use roznamcha_acts::views::{CaseRow, Stage};
use std::collections::HashMap;

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Investigating officers.
pub(crate) const MAKER: Maker = Maker {
    ids: &["case-without-io", "challan-not-by-io"],
    tables: &["case", "final_report"],
    make: || Box::new(Investigators::default()),
};

#[derive(Default)]
struct Investigators {
    of: HashMap<String, Vec<String>>,
}

fn unowned(row: &CaseRow) -> bool {
    matches!(row.stage, Stage::Investigation | Stage::ChallanInterim) && row.io().is_none() && !row.is_stub()
}

impl Check for Investigators {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        match item {
            Item::Case(row) => {
                let since = row.ios.last().and_then(|io| io.until).unwrap_or(row.registered);
                if unowned(row) && scene.older(since, found.hours("case-without-io")) {
                    found.add("case-without-io", since.day(), Lead::to(&row.fir).fir(Some(&row.fir)));
                }
                self.of.insert(row.fir.clone(), row.ios.iter().map(|io| io.officer.clone()).collect());
            }
            // What remains of an expunged report names nobody's work.
            Item::FinalReport(row) if row.kind.is_some() => {
                let known = self.of.get(&row.fir).is_some_and(|all| all.contains(&row.officer));
                if !known {
                    let lead = Lead::to(&row.act).fir(Some(&row.fir)).officer(Some(&row.officer));
                    found.add("challan-not-by-io", row.submitted.day(), lead);
                }
            }
            _ => {}
        }
    }
}
