//! One print against another.
//!
//! Every minutia has edges to its nearest neighbours, described in its own frame, so that an edge looks the same
//! however the finger lay. Edges of the same shape in both prints vote for the pair of minutiae at their beginning;
//! a second count weighs each vote by those for the pair at its other end. From the best pairs the print is laid
//! upon the other, pairs that fit together are kept, and their evidence is weighed.

mod align;
mod edges;
mod prepared;
mod weigh;

use self::align::{Alignment, Candidate};
use self::edges::Votes;
pub use self::prepared::{Listed, Prepared};
pub use self::weigh::{Evidence, FEATURES};

/// Pairs of minutiae looked at, in falling order of votes.
const CANDIDATES: usize = 60;
/// Pairs from which the print is laid upon the other.
const SEEDS: usize = 4;

/// A pair of minutiae found to be the same, by their places in the two templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Place in the probe template.
    pub probe: u16,
    /// Place in the gallery template.
    pub gallery: u16,
}

/// What a comparison found.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Natural logarithm of the likelihood ratio: how many times likelier the prints are of one finger than of two.
    pub llr: f32,
    /// The paired minutiae.
    pub pairs: Vec<Pair>,
    /// What the ratio was reckoned from.
    pub evidence: Evidence,
}

/// Compares prints, keeping its working memory between comparisons.
#[derive(Debug)]
pub struct Matcher {
    most_turn: u8,
    votes: Votes,
    candidates: Vec<Candidate>,
    trial: Alignment,
    best: Alignment,
    marks: Vec<bool>,
}

impl Default for Matcher {
    fn default() -> Self {
        Self::new(60.0)
    }
}

impl Matcher {
    /// A matcher for prints that are turned against each other by at most so many degrees.
    #[must_use]
    pub fn new(most_degrees: f32) -> Self {
        let units = (most_degrees.clamp(0.0, 180.0) * (256.0 / 360.0)).ceil();
        Self {
            most_turn: units as u8,
            votes: Votes::default(),
            candidates: Vec::new(),
            trial: Alignment::default(),
            best: Alignment::default(),
            marks: Vec::new(),
        }
    }

    /// Compares two prints.
    pub fn compare(&mut self, probe: &Prepared, gallery: &Listed) -> Comparison {
        self.align(probe, gallery);
        let evidence = weigh::evidence(probe, gallery, &self.best, &self.votes, &mut self.marks);
        let place = |list: &[u16], at: u8| list.get(usize::from(at)).copied().unwrap_or(0);
        let pairs = self.best.pairs.iter().map(|pair| Pair {
            probe: place(&probe.places, pair.probe),
            gallery: place(&gallery.places, pair.gallery),
        });
        Comparison { llr: evidence.llr(), pairs: pairs.collect(), evidence }
    }

    /// The likelihood ratio alone, for a search through many.
    pub fn score(&mut self, probe: &Prepared, gallery: &Listed) -> f32 {
        self.align(probe, gallery);
        weigh::evidence(probe, gallery, &self.best, &self.votes, &mut self.marks).llr()
    }

    fn align(&mut self, probe: &Prepared, gallery: &Listed) {
        self.best.pairs.clear();
        self.votes.count(probe, gallery, self.most_turn);
        self.rank(gallery.points.len());
        let mut most = 0;
        for seed in self.candidates.iter().take(SEEDS) {
            if self.best.pairs.iter().any(|pair| pair.cell == seed.cell) {
                continue;
            }
            self.trial.grow(probe, gallery, &self.candidates, seed);
            let votes: u32 = self.trial.pairs.iter().map(|pair| pair.votes.min(4_000) + 300).sum();
            if votes > most {
                most = votes;
                std::mem::swap(&mut self.best, &mut self.trial);
            }
        }
    }

    /// The pairs with the most votes, in falling order.
    fn rank(&mut self, across: usize) {
        let votes = &self.votes;
        self.candidates.clear();
        self.candidates.extend(votes.pairs.iter().map(|cell| Candidate {
            cell: *cell,
            probe: (usize::from(*cell) / across) as u8,
            gallery: (usize::from(*cell) % across) as u8,
            votes: votes.second.get(usize::from(*cell)).copied().unwrap_or(0),
        }));
        let falling = |a: &Candidate, b: &Candidate| b.votes.cmp(&a.votes).then(a.cell.cmp(&b.cell));
        if self.candidates.len() > CANDIDATES {
            self.candidates.select_nth_unstable_by(CANDIDATES, falling);
            self.candidates.truncate(CANDIDATES);
        }
        self.candidates.sort_unstable_by(falling);
    }
}
