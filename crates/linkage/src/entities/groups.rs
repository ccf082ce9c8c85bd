//! Who is together after some decisions: a human one holds against any weight, and the last on two records holds.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Event, Verdict};

/// Records together, each group by its lowest record.
pub(crate) type Groups = BTreeMap<u64, BTreeSet<u64>>;

/// The decisions that hold, by pair: the last human one, or else the last.
#[derive(Debug, Clone, Default)]
pub(crate) struct Standing {
    of: BTreeMap<(u64, u64), (Verdict, bool)>,
}

impl Standing {
    pub fn take(&mut self, event: &Event) {
        let held = self.of.get(&event.pair()).is_some_and(|(_, human)| *human);
        if event.human() || !held {
            // A human withdrawal leaves the field to the weights again.
            let human = event.human() && event.verdict != Verdict::Withdrawn;
            self.of.insert(event.pair(), (event.verdict, human));
        }
    }

    /// The groups of some records.
    pub fn groups(&self, records: &BTreeSet<u64>) -> Groups {
        let mut work = Work::default();
        for record in records {
            work.group.insert(*record, *record);
            work.groups.insert(*record, BTreeSet::from([*record]));
        }
        let verdicts = || self.of.iter().map(|(pair, (verdict, _))| (*pair, *verdict));
        work.cannot =
            verdicts().filter(|(_, verdict)| *verdict == Verdict::Cannot).map(|(pair, _)| pair).collect();
        for ((a, b), _) in verdicts().filter(|(_, verdict)| *verdict == Verdict::Must) {
            work.join(a, b);
        }
        let bits = |verdict: Verdict| if let Verdict::Auto { bits } = verdict { Some(bits) } else { None };
        let mut autos: Vec<_> =
            verdicts().filter_map(|(pair, verdict)| Some((bits(verdict)?, pair))).collect();
        autos.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        for (_, (a, b)) in autos {
            work.join(a, b);
        }
        work.groups
    }
}

#[derive(Default)]
struct Work {
    group: BTreeMap<u64, u64>,
    groups: Groups,
    cannot: Vec<(u64, u64)>,
}

impl Work {
    /// Joins two groups, unless a reviewer told one of these from one of those.
    fn join(&mut self, a: u64, b: u64) {
        let of = |record: u64| self.group.get(&record).copied();
        let Some((one, two)) = of(a).zip(of(b)).filter(|(one, two)| one != two) else { return };
        let apart = |(x, y): &(u64, u64)| {
            let sides = (of(*x), of(*y));
            sides == (Some(one), Some(two)) || sides == (Some(two), Some(one))
        };
        if self.cannot.iter().any(apart) {
            return;
        }
        let (stays, goes) = (one.min(two), one.max(two));
        let gone = self.groups.remove(&goes).unwrap_or_default();
        for record in &gone {
            self.group.insert(*record, stays);
        }
        self.groups.entry(stays).or_default().extend(gone);
    }
}
