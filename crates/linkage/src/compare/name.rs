//! Names: words matched one to one, a word left out being no contradiction.

use super::Seen;
use crate::identifier::slips;
use crate::words::{Known, Words};

/// Every word the same.
pub(crate) const EXACT: u8 = 1;
/// Every word sounds the same.
pub(crate) const SOUND: u8 = 2;
/// Every word has a fellow of the same skeleton, or one slip away.
pub(crate) const CLOSE: u8 = 3;
/// All of the shorter, of two words or more, are in the longer.
pub(crate) const PART: u8 = 4;
/// The one word of the shorter is in the longer.
pub(crate) const ONE_WORD: u8 = 5;
/// Some words agree; each has another that the other has not.
pub(crate) const SOME: u8 = 6;
/// Nothing agrees.
pub(crate) const NOTHING: u8 = 7;

/// What each level says, for explanations.
pub(crate) const LEVELS: [&str; 8] = [
    "missing",
    "same",
    "sounds the same",
    "nearly the same",
    "the shorter is part of the longer",
    "one word is part of the longer",
    "some words the same",
    "nothing the same",
];

/// Words of a name that are looked at.
const MOST: usize = 8;

/// How well two words agree, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    Exact,
    Sound,
    Skeleton,
    Slip,
    Initial,
}

/// How two words of one field fit; each word is kept once, so the same word is the same place.
pub(crate) fn fit(a: &Known, b: &Known) -> Option<Fit> {
    if std::ptr::eq(a, b) {
        return Some(Fit::Exact);
    }
    if a.sound == b.sound {
        return Some(Fit::Sound);
    }
    if a.skeleton == b.skeleton {
        return Some(Fit::Skeleton);
    }
    let (shorter, longer) = if a.text.len() <= b.text.len() { (a, b) } else { (b, a) };
    if shorter.text.len() == 1 {
        return (shorter.text.first() == longer.text.first()).then_some(Fit::Initial);
    }
    let allowed = match shorter.text.len() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    if allowed == 0 || longer.text.len() > shorter.text.len() + allowed {
        return None;
    }
    if (a.letters ^ b.letters).count_ones() as usize > 2 * allowed {
        return None;
    }
    (slips(&a.text, &b.text, a.text.len(), b.text.len()) <= allowed).then_some(Fit::Slip)
}

/// The words that count: the heavy ones, or all where none is heavy.
fn counting<'a>(known: &'a Words, words: &[u32]) -> ([Option<&'a Known>; MOST], usize) {
    let mut out = [None; MOST];
    let all = || words.iter().filter_map(|word| known.get(*word));
    let heavy = all().any(|word| !word.light);
    let mut count = 0;
    for (place, word) in out.iter_mut().zip(all().filter(|word| !heavy || !word.light)) {
        *place = Some(word);
        count += 1;
    }
    (out, count)
}

/// Words matched one to one, the best agreements first.
pub(crate) struct Matched {
    pub words: usize,
    pub worst: Fit,
    pub rare: f32,
}

fn matched(a: &[Option<&Known>], b: &[Option<&Known>]) -> Matched {
    let mut fits = [[None; MOST]; MOST];
    for (row, x) in fits.iter_mut().zip(a) {
        for (place, y) in row.iter_mut().zip(b) {
            *place = x.zip(*y).and_then(|(x, y)| fit(x, y));
        }
    }
    let mut out = Matched { words: 0, worst: Fit::Exact, rare: 0.0 };
    let (mut a_used, mut b_used) = (0_u32, 0_u32);
    for wanted in [Fit::Exact, Fit::Sound, Fit::Skeleton, Fit::Slip, Fit::Initial] {
        for (n, (row, x)) in fits.iter().zip(a).enumerate() {
            for (m, (found, y)) in row.iter().zip(b).enumerate() {
                if *found == Some(wanted) && a_used >> n & 1 == 0 && b_used >> m & 1 == 0 {
                    a_used |= 1 << n;
                    b_used |= 1 << m;
                    out.words += 1;
                    out.worst = wanted;
                    out.rare += x.zip(*y).map_or(0.0, |(x, y)| worth(wanted, x, y));
                }
            }
        }
        if out.words == a.len().min(b.len()) {
            break;
        }
    }
    out
}

/// How rare two words that fit are: the commoner of them counts, less for a looser fit.
fn worth(fit: Fit, a: &Known, b: &Known) -> f32 {
    let bits = a.bits.min(b.bits);
    match fit {
        Fit::Exact | Fit::Sound => bits,
        Fit::Skeleton => bits * 0.9,
        Fit::Slip => bits * 0.7,
        Fit::Initial => 1.0,
    }
}

pub(crate) fn compare(known: &Words, a: &[u32], b: &[u32]) -> Seen {
    if a.is_empty() || b.is_empty() {
        return Seen::default();
    }
    let ((a, a_count), (b, b_count)) = (counting(known, a), counting(known, b));
    let (a, b) = (a.get(..a_count).unwrap_or(&[]), b.get(..b_count).unwrap_or(&[]));
    let found = matched(a, b);
    let level = match (found.words, a_count.min(b_count), a_count.max(b_count)) {
        (0, ..) => NOTHING,
        (words, _, longer) if words == longer => match found.worst {
            Fit::Exact => EXACT,
            Fit::Sound => SOUND,
            _ => CLOSE,
        },
        (1, 1, _) => ONE_WORD,
        (words, shorter, _) if words == shorter => PART,
        _ => SOME,
    };
    Seen { level, rare: found.rare }
}
