//! Every distinct word of the names, with its sound and how many names hold it.

use std::collections::HashMap;

use crate::distance::measure;
use crate::phone::Phones;
use crate::skeleton::{Consonants, key};
use crate::word::Word;

#[derive(Debug)]
pub(crate) struct Row {
    pub text: Box<str>,
    pub phones: Phones,
    pub light: bool,
    pub measure: u16,
    skeleton: u32,
    /// Names that hold it; at 0 the row is free.
    names: u32,
}

/// Words by their letters; words by their consonants through a scan of one number each.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    rows: Vec<Row>,
    consonants: Vec<Consonants>,
    by_text: HashMap<Box<str>, u32>,
    free: Vec<u32>,
    skeletons: HashMap<u64, u32>,
    /// How many names hold a word with this skeleton.
    spread: Vec<u32>,
    /// How many names there are.
    pub all: u32,
}

impl Tokens {
    pub fn row(&self, token: u32) -> Option<&Row> {
        self.rows.get(token as usize)
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn find(&self, text: &str) -> Option<u32> {
        self.by_text.get(text).copied()
    }

    /// The word's number, one more name holding it.
    pub fn add(&mut self, word: &Word) -> u32 {
        let token = self.find(&word.text).unwrap_or_else(|| self.place(word));
        if let Some(row) = self.rows.get_mut(token as usize) {
            row.names += 1;
            if let Some(spread) = self.spread.get_mut(row.skeleton as usize) {
                *spread += 1;
            }
        }
        token
    }

    fn place(&mut self, word: &Word) -> u32 {
        let fresh = u32::try_from(self.spread.len()).unwrap_or(u32::MAX);
        let skeleton = *self.skeletons.entry(key(&word.phones)).or_insert(fresh);
        if skeleton == fresh {
            self.spread.push(0);
        }
        let text: Box<str> = word.text.as_str().into();
        let measure = measure(&word.phones);
        let row =
            Row { text: text.clone(), phones: word.phones, light: word.light, measure, skeleton, names: 0 };
        let consonants = Consonants::of(&word.phones);
        let token = self.free.pop().unwrap_or_else(|| u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
        match (self.rows.get_mut(token as usize), self.consonants.get_mut(token as usize)) {
            (Some(place), Some(bits)) => {
                *place = row;
                *bits = consonants;
            }
            _ => {
                self.rows.push(row);
                self.consonants.push(consonants);
            }
        }
        self.by_text.insert(text, token);
        token
    }

    /// One name less holds the word; when none does, nothing of it is left.
    pub fn remove(&mut self, token: u32) {
        let Some(row) = self.rows.get_mut(token as usize) else { return };
        row.names = row.names.saturating_sub(1);
        if let Some(spread) = self.spread.get_mut(row.skeleton as usize) {
            *spread = spread.saturating_sub(1);
        }
        if row.names == 0 {
            let text = std::mem::take(&mut row.text);
            row.phones = Phones::new([], false);
            self.by_text.remove(&text);
            if let Some(bits) = self.consonants.get_mut(token as usize) {
                *bits = Consonants::NONE;
            }
            self.free.push(token);
        }
    }

    /// What a word of this row weighs: 1 for one that a single name holds, near 0 for one that all hold.
    pub fn weight(&self, row: &Row) -> f32 {
        self.rarity(self.spread.get(row.skeleton as usize).copied().unwrap_or(0)) * half(row.light)
    }

    /// What a word weighs that may be in no row.
    pub fn weight_of(&self, word: &Word) -> f32 {
        let known = self.skeletons.get(&key(&word.phones)).and_then(|at| self.spread.get(*at as usize));
        self.rarity(known.copied().unwrap_or(0)) * half(word.light)
    }

    fn rarity(&self, names: u32) -> f32 {
        let share = log2(names + 1) / log2(self.all + 2);
        (1.0 - share).max(0.03)
    }

    /// Words whose consonants are near.
    pub fn near(&self, wanted: Consonants) -> impl Iterator<Item = (u32, &Row)> {
        let two = wanted.long();
        self.consonants
            .iter()
            .zip(0_u32..)
            .filter(move |(has, _)| wanted.near(**has, two))
            .filter_map(|(_, token)| Some((token, self.row(token)?)))
            .filter(|(_, row)| row.names > 0)
    }
}

fn half(light: bool) -> f32 {
    if light { 0.5 } else { 1.0 }
}

/// A logarithm good to a hundredth, the same on every machine.
fn log2(number: u32) -> f32 {
    let whole = number.max(1).ilog2();
    #[expect(clippy::cast_precision_loss, reason = "a fraction from 0 to 1 and a number below 32")]
    let part = (f64::from(number.max(1)) / f64::from(1_u32 << whole) - 1.0, whole as f32);
    #[expect(clippy::cast_possible_truncation, reason = "a fraction from 0 to 1")]
    let fraction = part.0 as f32;
    part.1 + fraction * (1.3465 - 0.3465 * fraction)
}
