//! Computing an office's views anew from its journal, without a database in it. The rows computed wait here, each
//! once however often it changed, until there are enough to hand them over; and as long as nothing was forgotten,
//! what is not here is nowhere, so hardly anything is ever read.

use roznamcha_acts::act::Recorded;
use roznamcha_acts::engine;
use roznamcha_acts::rows::{Change, Known, RowKey, Want};
use std::collections::HashMap;

use crate::StoreError;
use crate::cell::damaged;

/// Rows that wait at most, and half of those that are remembered at most: some tens of megabytes.
const MOST: usize = 20_000;
/// As for writing.
const ROUNDS: u32 = 32;

/// One office's views, being computed.
#[derive(Default)]
pub(crate) struct Replay {
    known: Known,
    remembered: usize,
    /// Some rows were handed over and forgotten: what is not known may be in the database.
    forgot: bool,
    waiting: HashMap<RowKey, Change>,
    rounds: u32,
}

impl Replay {
    /// What must be read before the act can be projected: view rows from the fresh tables, acts from the journal.
    /// Empty when nothing is left to read. Answer with [`Replay::answer_row`] and [`Replay::answer_act`], ask again.
    pub fn wants(&mut self, rec: &Recorded) -> Result<Vec<Want>, StoreError> {
        loop {
            let mut left = Vec::new();
            let wants = engine::wants_recorded(rec, &self.known);
            if wants.is_empty() {
                self.rounds = 0;
                return Ok(left);
            }
            self.rounds += 1;
            if self.rounds > ROUNDS {
                return Err(damaged("the rules of an act do not stop asking"));
            }
            for want in wants {
                match want {
                    Want::Row(key) => match self.waiting.get(&key) {
                        Some(Change::Put(row)) => self.known.row(key, Some(row.body.clone())),
                        Some(Change::Delete(_)) => self.known.row(key, None),
                        None if self.forgot => left.push(Want::Row(key)),
                        None => self.known.row(key, None),
                    },
                    Want::Act(id) => left.push(Want::Act(id)),
                    // Projecting asks for no file.
                    Want::File(_) => {}
                }
            }
            if !left.is_empty() {
                return Ok(left);
            }
        }
    }

    /// How a row stands in the fresh tables.
    pub fn answer_row(&mut self, key: RowKey, body: Option<String>) {
        self.known.row(key, body);
    }

    /// An act of this office's journal.
    pub fn answer_act(&mut self, id: String, act: Option<Recorded>) {
        self.known.act_found(id, act);
    }

    /// Projects the act. True when it is time to [`Replay::hand_over`].
    pub fn project(&mut self, rec: &Recorded) -> Result<bool, StoreError> {
        for change in engine::project(rec, &self.known).map_err(|e| damaged(e.to_string()))? {
            self.known.apply(&change);
            let key = match &change {
                Change::Put(row) => row.key.clone(),
                Change::Delete(key) => key.clone(),
            };
            self.waiting.insert(key, change);
            self.remembered += 1;
        }
        Ok(self.waiting.len() >= MOST)
    }

    /// Gives the changes that wait, to be written to the fresh tables now. Each row is among them once; they come
    /// sorted by table, office and key, which is the order the tables are kept in.
    pub fn hand_over(&mut self) -> Vec<Change> {
        if self.remembered >= 2 * MOST {
            self.known = Known::default();
            self.remembered = 0;
            self.forgot = true;
        }
        let mut all: Vec<(RowKey, Change)> = self.waiting.drain().collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all.into_iter().map(|(_, change)| change).collect()
    }
}
