//! Checking a journal as it is kept, without a database in it: the format's own check, and that the columns beside a
//! header say what the header says, that the head stands where the journal ends, and that no content is gone but by
//! an order that stands in the journal.

use roznamcha_acts::act::Recorded;
use roznamcha_acts::kinds::is_removable;
use roznamcha_journal::{Checker, Hash, Written};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::ask::journal;
use crate::cell::Cells;
use crate::{DESTROYED, Drift, DriftKind, JournalHead, StoreError, destroyed_hash};

/// One act with everything kept of it, as `ask::journal::whole` gives it.
pub(crate) struct KeptAct {
    pub seq: u64,
    pub act: String,
    pub kind: String,
    pub officer: String,
    pub written_ms: i64,
    pub leaf: Vec<u8>,
    pub written: Written,
}

impl KeptAct {
    /// Reads a row.
    pub fn read(mut row: Cells) -> Result<Self, StoreError> {
        let (seq, act, kind, officer) = (row.count()?, row.text()?, row.text()?, row.text()?);
        let (written_ms, leaf) = (row.int()?, row.bytes()?);
        Ok(Self { seq, act, kind, officer, written_ms, leaf, written: journal::read(row)? })
    }
}

/// Walks one office's journal.
pub(crate) struct Walk {
    office: String,
    checker: Checker,
    place: u64,
    written_ms: Option<i64>,
    /// Acts without content, by id: where, and of what kind.
    bare: BTreeMap<String, (u64, String)>,
    /// Acts whose content was ordered removed, and the act that ordered it.
    ordered: BTreeMap<String, u64>,
    ids: BTreeSet<String>,
    /// Hashes of acts whose content was destroyed, some by an act that was lost with an older machine.
    destroyed: Arc<BTreeSet<String>>,
}

/// Hashes of destroyed acts, from the names of their marks.
pub(crate) fn destroyed(marks: Vec<String>) -> Arc<BTreeSet<String>> {
    Arc::new(marks.iter().filter_map(|name| name.strip_prefix(DESTROYED)).map(str::to_owned).collect())
}

impl Walk {
    /// Begins at an office's first act.
    pub fn new(office: &str, destroyed: Arc<BTreeSet<String>>) -> Self {
        Self {
            office: office.to_owned(),
            checker: Checker::new(office, []),
            place: 0,
            written_ms: None,
            bare: BTreeMap::new(),
            ordered: BTreeMap::new(),
            ids: BTreeSet::new(),
            destroyed,
        }
    }

    fn drift(&self, place: u64, what: impl Into<String>) -> Drift {
        Drift {
            kind: DriftKind::Journal,
            table: "journal".to_owned(),
            office: self.office.clone(),
            key: place.to_string(),
            what: what.into(),
        }
    }

    /// Checks the next act; gives it back read, if it reads, to be projected.
    pub fn push(&mut self, kept: &KeptAct) -> (Vec<Drift>, Option<Recorded>) {
        self.place += 1;
        let place = self.place;
        let differences = self.checker.push(&kept.written);
        let mut all: Vec<Drift> = differences.iter().map(|d| self.drift(d.seq, d.to_string())).collect();
        if kept.leaf != kept.written.leaf().0 {
            all.push(self.drift(place, "the leaf hash kept beside the header is not the header's"));
        }
        let Ok(header) = kept.written.header() else { return (all, None) };
        let columns = [
            ("seq", kept.seq == header.seq),
            ("act", kept.act == header.act),
            ("kind", kept.kind == header.kind),
            ("officer", kept.officer == header.officer),
        ];
        for (name, _) in columns.iter().filter(|(_, same)| !same) {
            all.push(self.drift(place, format!("column `{name}` does not say what the header says")));
        }
        let read = roznamcha_acts::engine::recall(&kept.written);
        let rec = match read {
            Ok(rec) => rec,
            Err(error) => {
                all.push(self.drift(place, error.to_string()));
                return (all, None);
            }
        };
        if rec.written().map(|w| w.millis()) != Ok(kept.written_ms) {
            all.push(self.drift(place, "column `written_ms` does not say what the header says"));
        }
        self.written_ms = Some(kept.written_ms);
        match &rec.body {
            None => {
                self.bare.insert(header.act, (place, header.kind));
            }
            Some(body) => {
                self.ordered.extend(body.expunges().iter().map(|id| (id.clone(), place)));
            }
        }
        self.ids.insert(kept.act.clone());
        (all, Some(rec))
    }

    /// Checks that the head stands where the journal ends.
    pub fn finish(self, head: Option<&JournalHead>) -> Vec<Drift> {
        let mut all = Vec::new();
        // A mark excuses nothing that no order could take out.
        let excused =
            |id: &str, kind: &str| is_removable(kind) && self.destroyed.contains(&destroyed_hash(id));
        let unordered = |id: &str, kind: &str| !self.ordered.contains_key(id) && !excused(id, kind);
        for (id, (place, _)) in self.bare.iter().filter(|(id, (_, kind))| unordered(id, kind)) {
            all.push(self.drift(*place, format!("the content of act `{id}` is gone, and no act ordered it")));
        }
        for (id, place) in self.ordered.iter().filter(|(id, _)| !self.bare.contains_key(*id)) {
            let what = if self.ids.contains(id) {
                format!("the content of act `{id}` was ordered removed and is still there")
            } else {
                format!("an order names act `{id}`, which is not in this journal")
            };
            all.push(self.drift(*place, what));
        }
        let (size, root, last) = self.checker.stand();
        match head {
            None => all.push(self.drift(size, "the office has acts and no head")),
            Some(head) => all.extend(self.compare(head, size, root, last)),
        }
        all
    }

    fn compare(&self, head: &JournalHead, size: u64, root: Hash, last: Hash) -> Vec<Drift> {
        let checks = [
            (head.seq == size, format!("the head counts {} acts, the journal holds {size}", head.seq)),
            (head.leaf == last, "the head's leaf hash is not the last act's".to_owned()),
            (head.frontier.size() == size && head.frontier.root() == root, {
                "the head's tree is not the journal's".to_owned()
            }),
            (self.written_ms.is_none_or(|ms| ms == head.written.millis()), {
                "the head's time is not the last act's".to_owned()
            }),
        ];
        let wrong = checks.into_iter().filter(|(right, _)| !right);
        wrong.map(|(_, what)| self.drift(size, what)).collect()
    }
}

/// A view row that is not as it should be, from the row of `sql::differences`.
pub(crate) fn view_drift(table: &str, mut row: Cells) -> Result<Drift, StoreError> {
    let (office, key, what) = (row.text()?, row.text()?, row.text()?);
    let (kind, what) = match what.as_str() {
        "missing" => (DriftKind::Missing, "the journal makes this row, and it is not there".to_owned()),
        "extra" => (DriftKind::Extra, "no act in the journal makes this row".to_owned()),
        columns => (DriftKind::Differs, format!("not as the journal makes it:{columns}")),
    };
    Ok(Drift { kind, table: table.to_owned(), office, key, what })
}

/// A content that belongs to no act, from the row of `ask::journal::strays`.
pub(crate) fn stray(mut row: Cells) -> Result<Drift, StoreError> {
    let (office, seq) = (row.text()?, row.int()?);
    let what = "a content that belongs to no act".to_owned();
    Ok(Drift { kind: DriftKind::Journal, table: "content".to_owned(), office, key: seq.to_string(), what })
}
