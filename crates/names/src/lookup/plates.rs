//! Plates as they are remembered: confusable signs, signs not seen, one wrong.

use crate::number::{Plate, unconfused};

/// Bits of one sign.
const LANE: u32 = 6;
/// The lowest bit of every sign's place.
const LOWEST: u64 = 0x0041_0410_4104_1041;

/// How a plate answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// It fits what was typed, confusable signs aside.
    Fits,
    /// It would fit with one sign wrong, lost, added, or two neighbours exchanged.
    NearlyFits,
}

/// Plates, each with the caller's number. A search looks at every one: eight bytes each.
#[derive(Debug, Default)]
pub struct Plates {
    keys: Vec<u64>,
    ids: Vec<u64>,
}

impl Plates {
    /// Puts a plate in.
    pub fn put(&mut self, plate: &Plate, id: u64) {
        self.keys.push(pack(plate.as_str()));
        self.ids.push(id);
    }

    /// Takes a plate out; says whether it was there.
    pub fn remove(&mut self, plate: &Plate, id: u64) -> bool {
        let key = pack(plate.as_str());
        let at = self.keys.iter().zip(&self.ids).position(|kept| kept == (&key, &id));
        if let Some(at) = at {
            self.keys.swap_remove(at);
            self.ids.swap_remove(at);
        }
        at.is_some()
    }

    /// Plates that fit what was typed, best first, then by number. `?` is one sign not seen, `*` any number of them;
    /// without either, plates with one error come too.
    #[must_use]
    pub fn search(&self, typed: &str, limit: usize) -> Vec<(u64, Found)> {
        let signs: String = roznamcha_words::digits::ascii(typed)
            .to_ascii_uppercase()
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '?' | '*'))
            .collect();
        if signs.is_empty() || signs.len() > 20 {
            return vec![];
        }
        let test: Box<dyn Fn(u64) -> Option<Found>> = if signs.contains('*') {
            let pieces: Vec<(u64, u64, u32)> = signs.split('*').map(piece).collect();
            Box::new(move |key| holds(key, &pieces).then_some(Found::Fits))
        } else {
            let (key, mask, len) = piece(&signs);
            let seen = !signs.contains('?');
            Box::new(move |kept| match (kept ^ key) & mask {
                0 if length(kept) == len => Some(Found::Fits),
                _ if seen && one_error(kept, key) => Some(Found::NearlyFits),
                _ => None,
            })
        };
        let tried = self.keys.iter().zip(&self.ids);
        let mut found: Vec<(Found, u64)> = tried.filter_map(|(key, id)| Some((test(*key)?, *id))).collect();
        found.sort_unstable();
        found.into_iter().take(limit).map(|(how, id)| (id, how)).collect()
    }
}

fn sign(c: u8) -> u64 {
    match unconfused(c) {
        digit @ b'0'..=b'9' => u64::from(digit - b'0') + 1,
        letter @ b'A'..=b'Z' => u64::from(letter - b'A') + 11,
        _ => 0,
    }
}

fn pack(text: &str) -> u64 {
    text.bytes().take(10).zip(0_u32..).fold(0, |key, (c, at)| key | sign(c) << (LANE * at))
}

/// Signs packed, the bits that count, and how many signs there are.
fn piece(signs: &str) -> (u64, u64, u32) {
    let lanes = signs.bytes().take(10).zip(0_u32..);
    let mask = lanes.fold(0, |mask, (c, at)| if c == b'?' { mask } else { mask | 0x3F << (LANE * at) });
    (pack(signs), mask, u32::try_from(signs.len()).unwrap_or(u32::MAX))
}

fn length(key: u64) -> u32 {
    (u64::BITS - key.leading_zeros()).div_ceil(LANE)
}

/// Whether a plate is the pieces in order with anything between them, the first at its start, the last at its end.
fn holds(key: u64, pieces: &[(u64, u64, u32)]) -> bool {
    let len = length(key);
    let mut at = 0;
    for (which, (wanted, mask, count)) in pieces.iter().enumerate() {
        if at + count > len {
            return false;
        }
        let fits = |at: u32| ((key >> (LANE * at)) ^ wanted) & mask == 0;
        let place = match which {
            0 => fits(0).then_some(0),
            last if last + 1 == pieces.len() => fits(len - count).then_some(len - count),
            _ => (at..=len - count).find(|at| fits(*at)),
        };
        let Some(place) = place else { return false };
        at = place + count;
    }
    true
}

/// Whether one sign replaced, lost or added, or two neighbours exchanged, make them one.
fn one_error(one: u64, other: u64) -> bool {
    let differing = one ^ other;
    let folded = differing | (differing >> 3);
    let lanes = (folded | (folded >> 1) | (folded >> 2)) & LOWEST;
    // Signs differ at one place alone: another one there, or one is a last sign longer.
    if lanes & lanes.wrapping_sub(1) == 0 {
        return true;
    }
    let shift = differing.trailing_zeros() / LANE * LANE;
    let below = (1_u64 << shift) - 1;
    let without = |key: u64| (key & below) | ((key >> LANE) & !below);
    let swapped = {
        let (first, second) = ((one >> shift) & 0x3F, (one >> (shift + LANE)) & 0x3F);
        let cleared = one & !(0xFFF_u64 << shift);
        cleared | (second << shift) | (first << (shift + LANE))
    };
    without(one) == other || without(other) == one || swapped == other && length(one) == length(other)
}
