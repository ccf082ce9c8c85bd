//! Which of a block's people have a word on one finger.

#![expect(clippy::indexing_slicing, reason = "words are below WORDS, slots below SLOTS")]

use crate::words::{WORDS, Word};

/// People of a block. A slot fits 14 bits, and the highest is nobody's.
pub(crate) const SLOTS: usize = (1 << 14) - 1;
/// Stands where a destroyed person's slot stood; all bits of a slot.
pub(crate) const NOBODY: u16 = SLOTS as u16;
pub(crate) const SLOT_BITS: u32 = 14;

/// A slot and the quarter its minutia points to.
pub(crate) const fn posting(slot: u16, quarter: u8) -> u16 {
    (quarter as u16) << SLOT_BITS | slot
}

/// The postings of one finger of a block's people.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Where each word's postings begin; empty while the index grows.
    starts: Vec<u32>,
    postings: Vec<u16>,
    growing: Vec<Vec<u16>>,
    total: usize,
}

impl Index {
    /// Takes up a print's words.
    pub(crate) fn add(&mut self, slot: u16, words: &[Word]) {
        if self.growing.is_empty() {
            self.growing.resize_with(WORDS, Vec::new);
        }
        self.total += words.len();
        for word in words {
            self.growing[usize::from(word.word)].push(posting(slot, word.quarter));
        }
    }

    /// Puts nobody in a person's place, wherever he stands, and says at which postings of a sealed index.
    pub(crate) fn blank(&mut self, slot: u16) -> Vec<usize> {
        for posting in self.growing.iter_mut().flatten().filter(|one| **one & NOBODY == slot) {
            *posting = NOBODY;
        }
        let mut places = Vec::new();
        for (at, posting) in self.postings.iter_mut().enumerate().filter(|(_, one)| **one & NOBODY == slot) {
            *posting = NOBODY;
            places.push(at);
        }
        places
    }

    /// One list after the other, no longer growing.
    pub(crate) fn sealed(self) -> Self {
        if !self.starts.is_empty() {
            return self;
        }
        if self.growing.is_empty() {
            return Self { starts: vec![0; WORDS + 1], ..self };
        }
        let mut starts = Vec::with_capacity(WORDS + 1);
        let mut postings = Vec::with_capacity(self.total);
        for list in self.growing {
            starts.push(postings.len() as u32);
            postings.extend(list);
        }
        starts.push(postings.len() as u32);
        Self { starts, postings, growing: Vec::new(), total: self.total }
    }

    /// A sealed index as it was written; `None` where its parts do not fit each other.
    pub(crate) fn from_parts(starts: Vec<u32>, postings: Vec<u16>) -> Option<Self> {
        let rising = starts.windows(2).all(|pair| pair[0] <= pair[1]);
        let whole = starts.len() == WORDS + 1
            && starts.first() == Some(&0)
            && starts.last().copied() == u32::try_from(postings.len()).ok();
        (rising && whole).then(|| Self { total: postings.len(), starts, postings, growing: Vec::new() })
    }

    pub(crate) fn parts(&self) -> (&[u32], &[u16]) {
        (&self.starts, &self.postings)
    }

    /// The postings of a word.
    pub(crate) fn list(&self, word: u16) -> &[u16] {
        let at = usize::from(word);
        if self.starts.is_empty() {
            return self.growing.get(at).map_or(&[], Vec::as_slice);
        }
        &self.postings[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// Postings in all.
    pub(crate) const fn total(&self) -> usize {
        self.total
    }

    /// Bytes of memory, lists that grow reckoned by their content.
    pub(crate) fn memory(&self) -> usize {
        4 * self.starts.len() + 2 * self.total + 24 * self.growing.len()
    }
}
