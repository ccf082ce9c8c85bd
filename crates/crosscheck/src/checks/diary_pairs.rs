//! Every report has its entry in the diary, every such entry its report, and the report is not the earlier of the two.

use roznamcha_acts::Moment;
use roznamcha_journal::EntryRef;
use std::collections::BTreeMap;

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Register I against register II.
pub(crate) const MAKER: Maker = Maker {
    ids: &["fir-without-diary", "diary-without-fir", "fir-before-diary"],
    tables: &["fir", "entry"],
    make: || Box::new(Pairs::default()),
};

#[derive(Default)]
struct Pair {
    report: Option<Moment>,
    writer: Option<String>,
    book: Option<(EntryRef, Moment)>,
    diary: Option<(EntryRef, Moment)>,
}

#[derive(Default)]
struct Pairs {
    of: BTreeMap<String, Pair>,
}

impl Check for Pairs {
    fn take(&mut self, item: &Item, _: &Scene<'_>, _: &mut Found<'_>) {
        match item {
            Item::Fir(row) => {
                let pair = self.of.entry(row.act.clone()).or_default();
                (pair.report, pair.writer) = (Some(row.registered), Some(row.writer.clone()));
            }
            Item::Entry(row) if row.kind == "fir.register" => {
                let pair = self.of.entry(row.act.clone()).or_default();
                let entry = Some((row.entry.clone(), row.written));
                match row.entry.register.as_str() {
                    "1" => pair.book = entry,
                    "2" => pair.diary = entry,
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, _: &Scene<'_>, found: &mut Found<'_>) {
        for (act, pair) in &self.of {
            let lead = Lead::to(act).officer(pair.writer.as_deref());
            match (pair.report, &pair.book, &pair.diary) {
                (Some(at), _, None) => found.add("fir-without-diary", at.day(), lead.fir(Some(act))),
                (None, _, Some((entry, at))) | (Some(_), None, Some((entry, at))) => {
                    found.add("diary-without-fir", at.day(), lead.entry(entry));
                }
                (Some(_), Some((_, book)), Some((entry, diary))) if book < diary => {
                    found.add("fir-before-diary", book.day(), lead.fir(Some(act)).entry(entry));
                }
                _ => {}
            }
        }
    }
}
