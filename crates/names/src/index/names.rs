//! Distinct names as rows of words, and for every word the names that hold it.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use super::tokens::Tokens;
use super::trigrams::Trigrams;
use crate::word::Word;

/// Words of a name that are searched by.
pub(crate) const WORDS: usize = 8;
/// Names of one word, two, three, more: searched in this order where a word is common.
pub(crate) const LENGTHS: usize = 4;
/// No word, no row.
pub(crate) const NONE: u32 = u32::MAX;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    tokens: [u32; WORDS],
    /// The first of the links to its persons.
    pub head: u32,
    /// How many links there are; at 0 the row is free.
    pub links: u32,
    /// A number of its letters alone: settles ties whatever came first.
    pub mark: u32,
}

impl Row {
    pub fn tokens(&self) -> impl Iterator<Item = u32> {
        self.tokens.iter().copied().take_while(|token| *token != NONE)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Names {
    pub tokens: Tokens,
    pub rows: Vec<Row>,
    by_tokens: HashMap<u64, u32>,
    free: Vec<u32>,
    postings: Vec<[Vec<u32>; LENGTHS]>,
    pub trigrams: Trigrams,
}

impl Names {
    /// The row of a name, made if need be; `None` for a name without words.
    pub fn place(&mut self, words: &[Word]) -> Option<u32> {
        if words.is_empty() {
            return None;
        }
        let known: Option<Vec<u32>> =
            words.iter().take(WORDS).map(|word| self.tokens.find(&word.text)).collect();
        if let Some(found) = known.and_then(|tokens| self.find(&tokens).ok()) {
            return Some(found);
        }
        let tokens: Vec<u32> = words.iter().take(WORDS).map(|word| self.tokens.add(word)).collect();
        self.tokens.all += 1;
        let mark = mark(words);
        let mut row = Row { tokens: [NONE; WORDS], head: NONE, links: 0, mark };
        for (place, token) in row.tokens.iter_mut().zip(&tokens) {
            *place = *token;
        }
        let name = self.free.pop().unwrap_or_else(|| u32::try_from(self.rows.len()).unwrap_or(NONE));
        match self.rows.get_mut(name as usize) {
            Some(place) => *place = row,
            None => self.rows.push(row),
        }
        if let Err(hash) = self.find(&tokens) {
            self.by_tokens.insert(hash, name);
        }
        let length = length(tokens.len());
        for token in distinct(&tokens) {
            if self.postings.len() <= token as usize {
                self.postings.resize_with(token as usize + 1, Default::default);
            }
            if let Some(list) = self.postings.get_mut(token as usize).and_then(|of| of.get_mut(length)) {
                list.push(name);
            }
        }
        self.trigrams.add(name, mark, words.iter().take(WORDS).map(|word| &word.phones));
        Some(name)
    }

    /// The name's row, or the hash under which it may be kept.
    fn find(&self, tokens: &[u32]) -> Result<u32, u64> {
        let mut hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(tokens);
        while let Some(name) = self.by_tokens.get(&hash) {
            if self.rows.get(*name as usize).is_some_and(|row| row.tokens().eq(tokens.iter().copied())) {
                return Ok(*name);
            }
            hash = hash.wrapping_add(1);
        }
        Err(hash)
    }

    /// Takes a name out that no person has any more; nothing of it is left.
    pub fn remove(&mut self, name: u32) {
        let Some(row) = self.rows.get_mut(name as usize) else { return };
        let tokens: Vec<u32> = row.tokens().collect();
        *row = Row { tokens: [NONE; WORDS], head: NONE, links: 0, mark: 0 };
        let mut hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(tokens.as_slice());
        while let Some(kept) = self.by_tokens.get(&hash) {
            if *kept == name {
                self.by_tokens.remove(&hash);
                break;
            }
            hash = hash.wrapping_add(1);
        }
        let length = length(tokens.len());
        let phones: Vec<_> =
            tokens.iter().filter_map(|t| self.tokens.row(*t)).map(|row| row.phones).collect();
        self.trigrams.remove(name, phones.iter());
        for token in distinct(&tokens) {
            if let Some(list) = self.postings.get_mut(token as usize).and_then(|of| of.get_mut(length))
                && let Some(at) = list.iter().position(|kept| *kept == name)
            {
                list.swap_remove(at);
            }
        }
        for token in tokens {
            self.tokens.remove(token);
        }
        self.tokens.all = self.tokens.all.saturating_sub(1);
        self.free.push(name);
    }

    /// Names that hold the word, shorter names first.
    pub fn holding(&self, token: u32) -> &[Vec<u32>] {
        self.postings.get(token as usize).map_or(&[], |of| of.as_slice())
    }
}

fn length(words: usize) -> usize {
    words.clamp(1, LENGTHS) - 1
}

fn distinct(tokens: &[u32]) -> impl Iterator<Item = u32> {
    tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| !tokens.iter().take(*at).any(|t| t == *token))
        .map(|(_, t)| *t)
}

fn mark(words: &[Word]) -> u32 {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(texts.as_slice());
    u32::try_from(hash >> 32).unwrap_or(0)
}
