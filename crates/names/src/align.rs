//! Two names word by word: which word answers which, how well, and what is left over.

use std::cmp::Ordering;

use crate::distance::alike;
use crate::phone::Phones;
use crate::word::{Word, words};

/// Below this two words are not taken for one.
pub(crate) const LEAST: f32 = 0.6;
/// How much a word of the other name that nothing asked for counts against it.
const SURPLUS: f32 = 0.7;
/// What words cost that stand in another order.
const TURNED: f32 = 0.015;

/// Why two words were taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The same letters.
    Same,
    /// They sound alike.
    Sounds,
    /// A spelling learned from confirmed pairs.
    Learned,
    /// Two words on one side are one on the other.
    Joined,
}

/// Words of both names taken for one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The first such word of the left name, and how many.
    pub left: (usize, usize),
    /// The first such word of the right name, and how many.
    pub right: (usize, usize),
    /// How alike, from [`LEAST`] to 1.
    pub alike: f32,
    /// Why.
    pub how: How,
}

/// How alike two names are, and why.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Likeness {
    /// From 0 to 1. It speaks of two spellings, never of two persons.
    pub score: f32,
    /// Words taken for one, best first.
    pub pairs: Vec<Pair>,
    /// Words of the left name that nothing answers.
    pub left_alone: Vec<usize>,
    /// Words of the right name that nothing asked for.
    pub right_alone: Vec<usize>,
}

/// Two names, each word weighing what `weight` says (rare words more; see [`crate::index`]), titles half.
#[must_use]
pub fn compare(left: &str, right: &str, weight: impl Fn(&Word) -> f32) -> Likeness {
    let (left, right) = (words(left), words(right));
    let weigh = |words: &[Word]| -> Vec<(Phones, f32)> {
        words.iter().map(|word| (word.phones, weight(word) * if word.light { 0.5 } else { 1.0 })).collect()
    };
    align(&weigh(&left), &weigh(&right), |one, other| {
        let (Some(one), Some(other)) = (left.get(one), right.get(other)) else { return (0.0, How::Sounds) };
        if one.text == other.text {
            (1.0, How::Same)
        } else {
            (alike(&one.phones, &other.phones), How::Sounds)
        }
    })
}

/// One to one, best pairs first; then neighbours that together answer one word; then the score.
pub(crate) fn align(
    left: &[(Phones, f32)],
    right: &[(Phones, f32)],
    similar: impl Fn(usize, usize) -> (f32, How),
) -> Likeness {
    let mut all: Vec<Pair> = Vec::new();
    for one in 0..left.len() {
        for other in 0..right.len() {
            let (alike, how) = similar(one, other);
            if alike >= LEAST {
                all.push(Pair { left: (one, 1), right: (other, 1), alike, how });
            }
        }
    }
    let mut likeness = chosen(left, right, all.clone());
    let single = all.len();
    joins(left, right, &mut all);
    // A join takes a word that may have a better answer of its own, so both ways are tried.
    if all.len() > single {
        let joined = chosen(left, right, all);
        if joined.score > likeness.score {
            likeness = joined;
        }
    }
    likeness
}

/// Of all the pairs, the best one by one, each word once.
fn chosen(left: &[(Phones, f32)], right: &[(Phones, f32)], mut all: Vec<Pair>) -> Likeness {
    // Neighbours of equal likeness: the one in its place first, so that the answer does not depend on luck.
    let gain = |pair: &Pair| {
        let far = pair.left.0.abs_diff(pair.right.0);
        (pair.alike * (weight(left, pair.left) + weight(right, pair.right)), far)
    };
    all.sort_by(|a, b| {
        let (one, other) = (gain(a), gain(b));
        other.0.partial_cmp(&one.0).unwrap_or(Ordering::Equal).then(one.1.cmp(&other.1))
    });
    let (mut used_left, mut used_right) = (vec![false; left.len()], vec![false; right.len()]);
    let mut pairs: Vec<Pair> = Vec::new();
    for pair in all {
        if free(&used_left, pair.left) && free(&used_right, pair.right) {
            take(&mut used_left, pair.left);
            take(&mut used_right, pair.right);
            pairs.push(pair);
        }
    }
    let rest =
        |used: &[bool]| used.iter().enumerate().filter(|(_, used)| !**used).map(|(at, _)| at).collect();
    let (left_alone, right_alone): (Vec<usize>, Vec<usize>) = (rest(&used_left), rest(&used_right));
    let score = score(left, right, &pairs, &left_alone, &right_alone);
    Likeness { score, pairs, left_alone, right_alone }
}

/// Two neighbouring words of one side against one of the other.
fn joins(left: &[(Phones, f32)], right: &[(Phones, f32)], all: &mut Vec<Pair>) {
    let tried = |two: &[(Phones, f32)], one: &(Phones, f32)| match two {
        [(first, _), (second, _)] => {
            // Three quarters of the sounds at least, or it is not worth the comparison.
            let (both, alone) = (first.codes().len() + second.codes().len(), one.0.codes().len());
            let near = both.abs_diff(alone) * 2 <= both.max(alone);
            if near { alike(&first.joined(second), &one.0) * 0.98 } else { 0.0 }
        }
        _ => 0.0,
    };
    for (at, two) in left.windows(2).enumerate() {
        for (other, one) in right.iter().enumerate() {
            let alike = tried(two, one);
            if alike >= 0.72 {
                all.push(Pair { left: (at, 2), right: (other, 1), alike, how: How::Joined });
            }
        }
    }
    for (at, two) in right.windows(2).enumerate() {
        for (other, one) in left.iter().enumerate() {
            let alike = tried(two, one);
            if alike >= 0.72 {
                all.push(Pair { left: (other, 1), right: (at, 2), alike, how: How::Joined });
            }
        }
    }
}

fn weight(side: &[(Phones, f32)], (first, count): (usize, usize)) -> f32 {
    side.iter().skip(first).take(count).map(|(_, weight)| weight).sum()
}

fn free(used: &[bool], (first, count): (usize, usize)) -> bool {
    used.iter().skip(first).take(count).all(|used| !used)
}

fn take(used: &mut [bool], (first, count): (usize, usize)) {
    used.iter_mut().skip(first).take(count).for_each(|used| *used = true);
}

/// The weight answered, as a share of all that was asked and, at a discount, of all that is there.
fn score(
    left: &[(Phones, f32)],
    right: &[(Phones, f32)],
    pairs: &[Pair],
    left_alone: &[usize],
    right_alone: &[usize],
) -> f32 {
    let (mut got, mut of) = (0.0, 0.0);
    let mut turned = 0.0;
    for (at, pair) in pairs.iter().enumerate() {
        let both = weight(left, pair.left) + weight(right, pair.right);
        got += both * worth(pair.alike);
        of += both;
        let crossed = |other: &&Pair| (pair.left.0 < other.left.0) != (pair.right.0 < other.right.0);
        if pairs.iter().take(at).any(|other| crossed(&other)) {
            turned += TURNED;
        }
    }
    let alone = |side: &[(Phones, f32)], which: &[usize]| -> f32 {
        which.iter().filter_map(|at| side.get(*at)).map(|(_, weight)| weight).sum()
    };
    of += 2.0 * alone(left, left_alone) + 2.0 * SURPLUS * alone(right, right_alone);
    if of <= 0.0 { 0.0 } else { (got / of - turned).max(0.0) }
}

/// What a likeness is worth: a word half alike answers less than half.
pub(crate) fn worth(alike: f32) -> f32 {
    alike * alike
}
