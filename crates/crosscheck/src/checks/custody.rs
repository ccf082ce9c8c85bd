//! The opening entry of each day names who is in the lock-up: held against the stays, in the order of the journal.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::{cell, diary_day};
use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// The opening list.
pub(crate) const MAKER: Maker = Maker {
    ids: &["opening-custody"],
    tables: &["custody", "entry"],
    make: || Box::new(Openings::default()),
};

/// An opening entry.
struct Opening {
    seq: u64,
    entry: EntryRef,
    day: Date,
    listed: BTreeSet<String>,
}

#[derive(Default)]
struct Openings {
    /// Each stay with the acts by which he came (`true`) and left.
    stays: Vec<(String, Vec<(bool, String)>)>,
    /// Stays that cannot be placed, and acts whose place is wanted.
    unplaced: HashSet<String>,
    wanted: HashMap<String, Option<u64>>,
    openings: Vec<Opening>,
}

impl Openings {
    fn seq(&self, act: &str) -> Option<u64> {
        self.wanted.get(act).copied().flatten()
    }

    /// Who came and who went, in order.
    fn moves(&mut self) -> Vec<(u64, bool, String)> {
        let stays = std::mem::take(&mut self.stays);
        let mut moves = Vec::new();
        for (stay, acts) in stays {
            let placed = acts.iter().map(|(came, act)| Some((self.seq(act)?, *came, stay.clone())));
            match placed.collect::<Option<Vec<_>>>() {
                Some(placed) => moves.extend(placed),
                None => {
                    self.unplaced.insert(stay);
                }
            }
        }
        moves.sort();
        moves
    }
}

impl Check for Openings {
    fn take(&mut self, item: &Item, _: &Scene<'_>, _: &mut Found<'_>) {
        match item {
            Item::Custody(row) if row.gone.is_some() => {
                self.unplaced.insert(row.act.clone());
            }
            Item::Custody(row) => {
                let came = std::iter::once(&row.act).chain(row.returns.iter().map(|(_, act)| act));
                let left = row.earlier.iter().chain(&row.released).map(|(_, act)| act);
                let acts = came.map(|act| (true, act.clone())).chain(left.map(|act| (false, act.clone())));
                let acts: Vec<(bool, String)> = acts.collect();
                // A stay is placed by its acts; without one of them it cannot be.
                self.wanted.extend(acts.iter().map(|(_, act)| (act.clone(), None)));
                self.stays.push((row.act.clone(), acts));
            }
            Item::Entry(row) => {
                if let Some(seq) = self.wanted.get_mut(&row.act) {
                    *seq = Some(row.seq);
                }
                if let Some(day) = diary_day(row).filter(|_| row.kind == "diary.open") {
                    let list = cell(row, "custody").unwrap_or_default();
                    let listed = list.split_whitespace().map(str::to_owned).collect();
                    self.openings.push(Opening { seq: row.seq, entry: row.entry.clone(), day, listed });
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, _: &Scene<'_>, found: &mut Found<'_>) {
        let mut moves = self.moves().into_iter().peekable();
        let mut held: BTreeSet<String> = BTreeSet::new();
        self.openings.sort_by_key(|o| o.seq);
        for opening in &mut self.openings {
            while let Some((_, came, act)) = moves.next_if(|(seq, _, _)| *seq < opening.seq) {
                if came {
                    held.insert(act)
                } else {
                    held.remove(&act)
                };
            }
            opening.listed.retain(|act| !self.unplaced.contains(act));
            if opening.listed != held {
                let key = opening.entry.to_string();
                found.add("opening-custody", opening.day, Lead::to(&key).entry(&opening.entry));
            }
        }
    }
}
