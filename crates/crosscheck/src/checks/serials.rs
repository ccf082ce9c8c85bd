//! Numbers follow one another: in register I by year, in every other register by part and period; and no two reports
//! of a year bear one number.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use std::collections::HashMap;

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Gaps.
pub(crate) const MAKER: Maker = Maker {
    ids: &["fir-serial-gap", "serial-gap"],
    tables: &["counter", "entry"],
    make: || Box::new(Gaps::default()),
};

/// Twice.
pub(crate) const TWICE: Maker =
    Maker { ids: &["serial-twice"], tables: &["fir"], make: || Box::new(Twice::default()) };

/// Where the last entry stood.
struct Last {
    series: String,
    entry: EntryRef,
    day: Date,
}

#[derive(Default)]
struct Gaps {
    /// The last number given of each series.
    given: HashMap<String, u64>,
    last: Option<Last>,
}

fn series(entry: &EntryRef) -> String {
    format!("{}/{}/{}", entry.register, entry.part, entry.period)
}

fn id(register: &str) -> &'static str {
    if register == "1" { "fir-serial-gap" } else { "serial-gap" }
}

impl Gaps {
    /// Every number that was given has its entry: what is missing after the last.
    fn close(&mut self, found: &mut Found<'_>) {
        let Some(last) = self.last.take() else { return };
        let given = self.given.remove(&last.series).unwrap_or(last.entry.serial);
        if given > last.entry.serial {
            found.add(id(&last.entry.register), last.day, Lead::to(&last.series).entry(&last.entry));
        }
    }
}

impl Check for Gaps {
    fn take(&mut self, item: &Item, _: &Scene<'_>, found: &mut Found<'_>) {
        match item {
            Item::Counter(row) => {
                self.given.insert(row.series.clone(), row.last);
            }
            Item::Entry(row) => {
                let (now, day) = (series(&row.entry), row.written.day());
                if self.last.as_ref().is_none_or(|last| last.series != now) {
                    self.close(found);
                }
                let before = self.last.as_ref().map_or(0, |last| last.entry.serial);
                if row.entry.serial != before.saturating_add(1) {
                    let lead = Lead::to(&now).entry(&row.entry).officer(Some(&row.officer));
                    found.add(id(&row.entry.register), day, lead);
                }
                self.last = Some(Last { series: now, entry: row.entry.clone(), day });
            }
            _ => {}
        }
    }

    fn end(&mut self, scene: &Scene<'_>, found: &mut Found<'_>) {
        self.close(found);
        // A series of which no entry is left at all.
        let mut left: Vec<(String, u64)> = self.given.drain().filter(|(_, last)| *last > 0).collect();
        left.sort();
        for (series, _) in left {
            let register = series.split('/').next().unwrap_or_default();
            found.add(id(register), scene.now.day(), Lead::to(&series));
        }
    }
}

#[derive(Default)]
struct Twice {
    numbers: HashMap<(i16, u64), String>,
}

impl Check for Twice {
    fn take(&mut self, item: &Item, _: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Fir(row) = item else { return };
        if self.numbers.insert((row.year, row.no), row.act.clone()).is_some() {
            let lead = Lead::to(&row.act).fir(Some(&row.act)).officer(Some(&row.writer));
            found.add("serial-twice", row.registered.day(), lead);
        }
    }
}
