//! Identity cards within two typing errors.
//!
//! Thirteen digits are cut into five, four and four. Two errors, each of which touches one part, leave a part
//! whole, if not in its place: so every part is looked for as far as two digits off. An exchange of the last
//! digit of one part with the first of the next touches two parts: it is undone and looked for again.

use std::collections::HashMap;

use super::edits::edits;
use crate::number::Cnic;

const PARTS: [(usize, usize); 3] = [(0, 5), (5, 4), (9, 4)];

/// Identity cards, each with the caller's number.
#[derive(Debug, Default)]
pub struct Cnics {
    rows: Vec<Option<(Cnic, u64)>>,
    free: Vec<u32>,
    parts: [HashMap<u32, Vec<u32>>; 3],
}

impl Cnics {
    /// Puts a card in.
    pub fn put(&mut self, cnic: Cnic, id: u64) {
        let row = self.free.pop().unwrap_or_else(|| u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
        match self.rows.get_mut(row as usize) {
            Some(place) => *place = Some((cnic, id)),
            None => self.rows.push(Some((cnic, id))),
        }
        let digits = cnic.digits();
        for (part, (from, len)) in self.parts.iter_mut().zip(PARTS) {
            part.entry(number(digits.iter().skip(from).take(len))).or_default().push(row);
        }
    }

    /// Takes a card out; says whether it was there.
    pub fn remove(&mut self, cnic: Cnic, id: u64) -> bool {
        let digits = cnic.digits();
        let last = number(digits.iter().skip(9));
        let rows = self.parts.get(2).and_then(|part| part.get(&last)).into_iter().flatten().copied();
        let at = |row: &u32| self.rows.get(*row as usize).copied().flatten() == Some((cnic, id));
        let Some(row) = rows.into_iter().find(at) else { return false };
        for (part, (from, len)) in self.parts.iter_mut().zip(PARTS) {
            let key = number(digits.iter().skip(from).take(len));
            if let Some(list) = part.get_mut(&key) {
                list.retain(|kept| *kept != row);
                if list.is_empty() {
                    part.remove(&key);
                }
            }
        }
        if let Some(place) = self.rows.get_mut(row as usize) {
            *place = None;
        }
        self.free.push(row);
        true
    }

    /// Cards within two errors of what was typed, with the number of errors, nearest first. Of what was typed
    /// only digits count; with fewer than eleven or more than fifteen nothing is near.
    #[must_use]
    pub fn search(&self, typed: &str) -> Vec<(Cnic, u64, u8)> {
        let ascii = roznamcha_words::digits::ascii(typed);
        let digits: Vec<u8> = ascii.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
        if !(11..=15).contains(&digits.len()) {
            return vec![];
        }
        let mut rows = self.sharing(&digits);
        for edge in 3..=10 {
            let mut undone = digits.clone();
            if edge + 1 < undone.len() {
                undone.swap(edge, edge + 1);
                rows.extend(self.sharing(&undone));
            }
        }
        rows.sort_unstable();
        rows.dedup();
        let kept = rows.into_iter().filter_map(|row| self.rows.get(row as usize).copied().flatten());
        let near = kept.filter_map(|(cnic, id)| Some((cnic, id, edits(&digits, &cnic.digits(), 2)?)));
        let mut found: Vec<(Cnic, u64, u8)> = near.collect();
        found.sort_by_key(|(cnic, id, edits)| (*edits, *id, *cnic));
        found
    }

    /// Rows that have a part whole, in its place or up to two digits off.
    fn sharing(&self, digits: &[u8]) -> Vec<u32> {
        let mut rows = Vec::new();
        for (part, (from, len)) in self.parts.iter().zip(PARTS) {
            for start in from.saturating_sub(2)..=from + 2 {
                let piece: Vec<&u8> = digits.iter().skip(start).take(len).collect();
                if piece.len() == len {
                    rows.extend(part.get(&number(piece.into_iter())).into_iter().flatten());
                }
            }
        }
        rows
    }
}

fn number<'a>(digits: impl Iterator<Item = &'a u8>) -> u32 {
    digits.fold(0, |number, digit| number * 10 + u32::from(*digit))
}
