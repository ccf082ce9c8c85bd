//! Imported lists, by the same rule of numbers: those written number/year follow one another, and none stands twice.

use jiff::civil::Date;
use std::collections::{BTreeMap, HashSet};

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Numbers of imported lists.
pub(crate) const MAKER: Maker = Maker {
    ids: &["legacy-serial-gap", "legacy-number-twice"],
    tables: &["incident"],
    make: || Box::new(Imports::default()),
};

#[derive(Default)]
struct Imports {
    seen: HashSet<(String, String)>,
    /// Of each source and year, the numbers and the day of each.
    numbers: BTreeMap<(String, u32), Vec<(u64, Date)>>,
}

/// `12/2024`, `12/24`: number and year.
fn number(text: &str) -> Option<(u64, u32)> {
    let (no, year) = text.split_once('/')?;
    let (no, year) = (no.trim().parse().ok()?, year.trim().parse::<u32>().ok()?);
    let year = if year < 100 { year + 2_000 } else { year };
    (1_900..=2_100).contains(&year).then_some((no, year))
}

impl Check for Imports {
    fn take(&mut self, item: &Item, _: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Incident(row) = item else { return };
        let Some(incident) = &row.incident else { return };
        let day = incident.occurred_from.day();
        if !self.seen.insert((incident.source.clone(), incident.number.clone())) {
            found.add("legacy-number-twice", day, Lead::to(&row.act));
        }
        if let Some((no, year)) = number(&incident.number) {
            self.numbers.entry((incident.source.clone(), year)).or_default().push((no, day));
        }
    }

    fn end(&mut self, _: &Scene<'_>, found: &mut Found<'_>) {
        for ((source, year), numbers) in &mut self.numbers {
            numbers.sort_unstable();
            let mut before = 0;
            for (no, day) in numbers {
                if *no > before + 1 {
                    found.add("legacy-serial-gap", *day, Lead::to(&format!("{source} {no}/{year}")));
                }
                before = *no;
            }
        }
    }
}
