//! The consonants of a word, coarsely: what different spellings of one name nearly always share.

use crate::phone::{B, CH, Code, D, DH, F, G, GH, J, K, KH, L, M, N, P, Phones, Q, R, S, SH, T, TH, Z, ZH};

/// The class of a consonant, 0 to 11; nothing for vowels and for h, v and y, which come and go.
fn class(code: Code) -> Option<u8> {
    Some(match code {
        K | G | KH | GH | Q => 0,
        F | P => 1,
        S | SH => 2,
        Z | DH | ZH => 3,
        T | TH => 4,
        D => 5,
        J => 6,
        CH => 7,
        B => 8,
        M => 9,
        N => 10,
        L => 11,
        R => 12,
        _ => return None,
    })
}

/// How many classes there are.
pub(crate) const CLASSES: usize = 13;

/// The classes of a word in order, neighbours that are alike once.
pub(crate) fn classes(word: &Phones) -> impl Iterator<Item = u8> {
    let mut before = None;
    word.codes().iter().filter_map(move |code| {
        let class = class(*code)?;
        (before.replace(class) != Some(class)).then_some(class)
    })
}

/// The classes of a word in order as one number, its first sound a vowel or not; longer ones are cut.
pub(crate) fn key(word: &Phones) -> u64 {
    let first = word.codes().first().is_some_and(|code| class(*code).is_none());
    classes(word).take(14).fold(u64::from(first) + 1, |key, class| (key << 4) | u64::from(class + 1))
}

/// Which classes a word has and how often, up to four times each, as bits of one number: two words that
/// differ by one consonant differ by at most one bit each way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Consonants(u64);

impl Consonants {
    /// What no word has, and is near to no word.
    pub const NONE: Self = Self(u64::MAX);

    pub fn of(word: &Phones) -> Self {
        let mut bits = 0_u64;
        for class in classes(word) {
            let shift = u32::from(class) * 4;
            let lane = (bits >> shift) & 0xF;
            bits |= ((lane << 1) | 1) << shift & (0xF << shift);
        }
        Self(bits)
    }

    /// Whether at most so many consonants (one or two) are missing on either side.
    pub fn near(self, other: Self, at_most_two: bool) -> bool {
        let (lost, more) = (self.0 & !other.0, other.0 & !self.0);
        let (lost, more) = (lost & lost.wrapping_sub(1), more & more.wrapping_sub(1));
        if at_most_two {
            (lost & lost.wrapping_sub(1)) | (more & more.wrapping_sub(1)) == 0
        } else {
            lost | more == 0
        }
    }

    /// Whether a word is so long that two of its consonants may differ.
    pub fn long(self) -> bool {
        self.0.count_ones() >= 5
    }
}
