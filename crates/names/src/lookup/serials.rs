//! Engine and chassis numbers whole, by their end, or with one error.

use std::collections::HashMap;

use super::edits::edits;
use super::plates::Found;
use crate::number::Serial;

/// Signs of the end, and of the beginning, by which numbers are kept. One error spares one of them.
const PART: usize = 4;

/// Numbers, each with the caller's own.
#[derive(Debug, Default)]
pub struct Serials {
    rows: Vec<Option<(Box<[u8]>, u64)>>,
    free: Vec<u32>,
    ends: HashMap<Box<[u8]>, Vec<u32>>,
    beginnings: HashMap<Box<[u8]>, Vec<u32>>,
}

impl Serials {
    /// Puts a number in.
    pub fn put(&mut self, serial: &Serial, id: u64) {
        let key = serial.key();
        let row = self.free.pop().unwrap_or_else(|| u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
        self.ends.entry(end(&key).into()).or_default().push(row);
        self.beginnings.entry(beginning(&key).into()).or_default().push(row);
        let kept = Some((key.into_boxed_slice(), id));
        match self.rows.get_mut(row as usize) {
            Some(place) => *place = kept,
            None => self.rows.push(kept),
        }
    }

    /// Takes a number out; says whether it was there.
    pub fn remove(&mut self, serial: &Serial, id: u64) -> bool {
        let key = serial.key();
        let rows = self.ends.get(end(&key)).into_iter().flatten().copied();
        let is = |row: &u32| self.row(*row).is_some_and(|(kept, of)| *kept == *key && of == id);
        let Some(row) = rows.into_iter().find(is) else { return false };
        for (lists, part) in [(&mut self.ends, end(&key)), (&mut self.beginnings, beginning(&key))] {
            if let Some(list) = lists.get_mut(part) {
                list.retain(|kept| *kept != row);
                if list.is_empty() {
                    lists.remove(part);
                }
            }
        }
        if let Some(place) = self.rows.get_mut(row as usize) {
            *place = None;
        }
        self.free.push(row);
        true
    }

    /// Numbers that are, or end in, what was typed (four signs at least), then those one error away, by number.
    #[must_use]
    pub fn search(&self, typed: &Serial, limit: usize) -> Vec<(u64, Found)> {
        let key = typed.key();
        let ends = self.ends.get(end(&key)).into_iter().flatten();
        let beginnings = self.beginnings.get(beginning(&key)).into_iter().flatten();
        let mut rows: Vec<u32> = ends.chain(beginnings).copied().collect();
        rows.sort_unstable();
        rows.dedup();
        let how = |kept: &[u8]| {
            if kept.ends_with(&key) {
                Some(Found::Fits)
            } else {
                edits(&key, kept, 1).map(|_| Found::NearlyFits)
            }
        };
        let kept = rows.into_iter().filter_map(|row| self.row(row));
        let mut found: Vec<(Found, u64)> = kept.filter_map(|(kept, id)| Some((how(kept)?, id))).collect();
        found.sort_unstable();
        found.into_iter().take(limit).map(|(how, id)| (id, how)).collect()
    }

    fn row(&self, row: u32) -> Option<(&[u8], u64)> {
        self.rows.get(row as usize)?.as_ref().map(|(key, id)| (&**key, *id))
    }
}

fn end(key: &[u8]) -> &[u8] {
    key.get(key.len().saturating_sub(PART)..).unwrap_or(key)
}

fn beginning(key: &[u8]) -> &[u8] {
    key.get(..PART).unwrap_or(key)
}
