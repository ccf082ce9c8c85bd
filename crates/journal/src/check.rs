//! Walks a journal and reports every difference from what the format calls for.

use std::collections::{HashMap, hash_map::Entry};

use jiff::Timestamp;

use crate::{
    Difference, EntryRef, Flag, Hash, Header, Written, Wrong, checkpoint::Checkpoint, time::instant,
    tree::Frontier,
};

/// Checks a journal act by act, so that a store can stream it. Memory grows with act ids and register series
/// only.
#[derive(Debug)]
pub struct Checker {
    office: String,
    /// Not yet reached, the largest first.
    checkpoints: Vec<Checkpoint>,
    frontier: Frontier,
    last: Hash,
    clock: Clock,
    acts: HashMap<String, u64>,
    serials: HashMap<(String, String, String), u64>,
}

/// The `written` of the act before.
#[derive(Debug, Clone, Copy)]
enum Clock {
    First,
    Read(Timestamp),
    /// It could not be read, which is already reported; whether the clock went back is then not known.
    Unreadable,
}

/// Checks a whole journal of `office` against `checkpoints`, whose signatures the caller has verified.
pub fn check<'a>(
    office: &str,
    journal: impl IntoIterator<Item = &'a Written>,
    checkpoints: impl IntoIterator<Item = Checkpoint>,
) -> Vec<Difference> {
    let mut checker = Checker::new(office, checkpoints);
    let mut all = Vec::new();
    for written in journal {
        all.extend(checker.push(written));
    }
    all.extend(checker.finish().1);
    all
}

impl Checker {
    /// Begins at the first act of `office`'s journal.
    #[must_use]
    pub fn new(office: &str, checkpoints: impl IntoIterator<Item = Checkpoint>) -> Self {
        let mut checkpoints: Vec<_> = checkpoints.into_iter().collect();
        checkpoints.sort_by_key(|checkpoint| std::cmp::Reverse(checkpoint.size));
        Self {
            office: office.to_owned(),
            checkpoints,
            frontier: Frontier::new(),
            last: Hash::ZERO,
            clock: Clock::First,
            acts: HashMap::new(),
            serials: HashMap::new(),
        }
    }

    /// Checks the next act. A checkpoint is compared when the act after it comes, or at [`Checker::finish`].
    pub fn push(&mut self, written: &Written) -> Vec<Difference> {
        let mut out = self.meet_checkpoints();
        let seq = self.frontier.size() + 1;
        let mut wrong = Vec::new();
        match written.header() {
            Ok(header) => {
                self.check_place(seq, &header, &mut wrong);
                check_content(written, &header, &mut wrong);
                self.check_serials(&header.entries, &mut wrong);
                self.check_flags(&header, &mut wrong);
                self.clock = instant(&header.written).map_or(Clock::Unreadable, Clock::Read);
            }
            Err(why) => {
                wrong.push(Wrong::Unreadable(why));
                self.clock = Clock::Unreadable;
            }
        }
        self.last = written.leaf();
        self.frontier.append(self.last);
        out.extend(wrong.into_iter().map(|what| Difference { seq, what }));
        out
    }

    /// Compares the checkpoints that are left, and gives the frontier to compare with a stored one.
    #[must_use]
    pub fn finish(mut self) -> (Frontier, Vec<Difference>) {
        let mut out = self.meet_checkpoints();
        let found = self.frontier.size();
        let missed = self.checkpoints.iter().rev();
        out.extend(missed.map(|checkpoint| Difference { seq: checkpoint.size, what: Wrong::Cut { found } }));
        (self.frontier, out)
    }

    /// How many acts were pushed, the root over them and the last one's leaf hash.
    #[must_use]
    pub fn stand(&self) -> (u64, Hash, Hash) {
        (self.frontier.size(), self.frontier.root(), self.last)
    }

    fn meet_checkpoints(&mut self) -> Vec<Difference> {
        let (size, mut out) = (self.frontier.size(), Vec::new());
        while let Some(checkpoint) = self.checkpoints.pop_if(|checkpoint| checkpoint.size == size) {
            let root = self.frontier.root();
            let mut say = |what| out.push(Difference { seq: size, what });
            if checkpoint.office != self.office {
                say(Wrong::CheckpointOffice(checkpoint.office));
                continue;
            }
            if checkpoint.root != root {
                say(Wrong::Root { signed: checkpoint.root, found: root });
            }
            if checkpoint.head != self.last {
                say(Wrong::Head { signed: checkpoint.head, found: self.last });
            }
        }
        out
    }

    fn check_place(&mut self, seq: u64, header: &Header, wrong: &mut Vec<Wrong>) {
        if header.office != self.office {
            wrong.push(Wrong::Office(header.office.clone()));
        }
        if header.seq != seq {
            wrong.push(Wrong::Seq { found: header.seq });
        }
        if header.prev != self.last {
            wrong.push(Wrong::Prev { expected: self.last, found: header.prev });
        }
        match self.acts.entry(header.act.clone()) {
            Entry::Occupied(first) => wrong.push(Wrong::Repeated { first: *first.get() }),
            Entry::Vacant(place) => {
                place.insert(seq);
            }
        }
    }

    fn check_serials(&mut self, entries: &[EntryRef], wrong: &mut Vec<Wrong>) {
        for entry in entries {
            let series = (entry.register.clone(), entry.part.clone(), entry.period.clone());
            let last = self.serials.entry(series).or_insert(0);
            let expected = last.saturating_add(1);
            if entry.serial != expected {
                wrong.push(Wrong::Serial { entry: entry.clone(), expected });
            }
            // Go on from the larger, so that one slip is not reported again for each entry after it.
            *last = entry.serial.max(*last);
        }
    }

    fn check_flags(&self, header: &Header, wrong: &mut Vec<Wrong>) {
        let before = if let Clock::Read(before) = self.clock { Some(before) } else { None };
        let Ok(mut expected) = header.flags_due(before) else { return };
        if matches!(self.clock, Clock::Unreadable) && header.flags.contains(&Flag::ClockBack) {
            expected.push(Flag::ClockBack);
        }
        if expected != header.flags {
            wrong.push(Wrong::Flags { expected, found: header.flags.clone() });
        }
    }
}

fn check_content(written: &Written, header: &Header, wrong: &mut Vec<Wrong>) {
    if written.salt.is_some() != written.content.is_some() {
        wrong.push(Wrong::HalfContent);
    } else if !written.meets(header) {
        wrong.push(Wrong::Commitment);
    }
}
