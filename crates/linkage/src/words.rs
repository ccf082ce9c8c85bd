//! The words of one field, each kept once, and how rare each is.

use std::collections::HashMap;

use crate::value::Word;

/// Bits that the rarity of one word may give: one in four thousand is as rare as it gets.
const MOST_BITS: f32 = 12.0;

/// A word as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub text: Box<[u8]>,
    pub sound: u64,
    pub skeleton: u64,
    pub light: bool,
    /// Which letters it has, one bit each: words that differ in many cannot be one slip apart.
    pub letters: u32,
    /// How rare its skeleton is, in bits.
    pub bits: f32,
}

/// The words of a field.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    ids: HashMap<Box<[u8]>, u32>,
    known: Vec<Known>,
}

/// How often each skeleton stands in a field, among how many records: kept with the model, so that a record inserted
/// next year is weighed as today's.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Counts {
    pub of: HashMap<u64, u32>,
    pub all: u32,
}

impl Counts {
    pub fn bits(&self, skeleton: u64) -> f32 {
        let count = self.of.get(&skeleton).copied().unwrap_or(1).max(1);
        let share = f64::from(count) / f64::from(self.all.max(count).max(1));
        (-share.log2() as f32).min(MOST_BITS)
    }
}

impl Words {
    /// The number of a word; what was said of it first holds.
    pub fn number(&mut self, word: &Word, counts: Option<&Counts>) -> u32 {
        if let Some(id) = self.ids.get(word.text.as_bytes()) {
            return *id;
        }
        let id = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let text: Box<[u8]> = word.text.as_bytes().into();
        self.known.push(Known {
            text: text.clone(),
            sound: word.sound,
            skeleton: word.skeleton,
            light: word.light,
            letters: word.text.bytes().fold(0, |letters, byte| letters | 1 << (byte & 31)),
            bits: counts.map_or(0.0, |counts| counts.bits(word.skeleton)),
        });
        self.ids.insert(text, id);
        id
    }

    pub fn get(&self, id: u32) -> Option<&Known> {
        self.known.get(id as usize)
    }

    pub fn weigh(&mut self, counts: &Counts) {
        for known in &mut self.known {
            known.bits = counts.bits(known.skeleton);
        }
    }
}
