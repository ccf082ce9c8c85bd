//! The quality of a print, 0 to 100, and why it is low, after the ideas of ISO/IEC 29794-4.
//!
//! The score is a weighted sum of three measures: how certain the ridge flow is, how unlike the share of ridge is from
//! place to place, and how sure the minutiae are. It foretells comparisons: it was fitted to the mean logarithm of the
//! likelihood ratio that a print reached with others of its finger, each counted from 0 up to [`ENOUGH`], as a share of
//! that. Below an area there is no print and the score is 0; the other measures name reasons and do not weigh in it.

pub(crate) mod measure;

use std::fmt;

/// The logarithm of a likelihood ratio from which on more is no better.
pub const ENOUGH: f32 = 20.0;

/// Square millimetres of ridges below which there is no print.
const NO_PRINT: f32 = 20.0;
/// The score from which on nothing is the matter.
const GOOD: u8 = 60;
/// Square millimetres below which a print is a part of one.
const PARTIAL: f32 = 130.0;
/// Grey levels between ridges and valleys below which the print is faint.
const LOW_CONTRAST: f32 = 28.0;
/// Share of ridge in the print below which ridges are thin and broken, above which they run together.
const DRY: f32 = 0.34;
const WET: f32 = 0.55;
/// Deviation of that share from place to place above which ridges run together in places.
const SMUDGED: f32 = 0.13;

/// How good a print is.
#[derive(Debug, Clone, PartialEq)]
pub struct Quality {
    /// 0 to 100.
    pub score: u8,
    /// What is the matter with a print of a low score, the worst first; a good one has nothing here.
    pub reasons: Vec<Reason>,
    /// What the score was reckoned from.
    pub measures: Measures,
}

/// What is the matter with a print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// There are no ridges in the image, or next to none.
    NoRidges,
    /// Only a small part of the finger is there.
    Partial,
    /// Ridges and valleys are nearly the same grey.
    LowContrast,
    /// Ridges are thin and broken: the finger is dry, or pressed too lightly.
    Dry,
    /// Ridges run into one another: the finger is wet or inked too much, or the print smudged.
    Wet,
}

impl Reason {
    /// Its name for machines.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoRidges => "no-ridges",
            Self::Partial => "partial",
            Self::LowContrast => "low-contrast",
            Self::Dry => "dry",
            Self::Wet => "wet",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NoRidges => "no ridges are seen: is it a fingerprint, and the resolution right?",
            Self::Partial => "only a part of the finger is there: press or roll it whole",
            Self::LowContrast => {
                "ridges and valleys are nearly the same grey: clean the glass, or use more ink"
            }
            Self::Dry => "ridges are thin and broken: moisten the finger, or press more firmly",
            Self::Wet => "ridges run together: dry the finger, use less ink, or do not let it slide",
        })
    }
}

/// What a print measures, each within its ridges.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Measures {
    /// Square millimetres of ridges.
    pub area: f32,
    /// How far dark and light are told apart in ridges and valleys, 0 to 1.
    pub clarity: f32,
    /// How much the gradients agree on the way of the ridges, 0 to 1.
    pub certainty: f32,
    /// How well ridges answer to their filter, about 0 to 0.6.
    pub strength: f32,
    /// Share of the print that is ridge; half is well.
    pub ridge: f32,
    /// How unlike that share is from place to place: its deviation.
    pub unevenness: f32,
    /// Grey levels between ridges and valleys.
    pub contrast: f32,
    /// Minutiae.
    pub minutiae: f32,
    /// The sum of their qualities.
    pub sureness: f32,
}

/// How many terms the score is a sum of, the constant among them.
pub const TERMS: usize = 4;

/// Weights of the terms, fitted by `roznamcha-prints-bench fit-quality` (its README says on what).
const WEIGHTS: [f32; TERMS] = [9.131, -40.760, 2.609, -0.889];

impl Measures {
    /// What the score is a weighted sum of.
    #[must_use]
    pub fn terms(&self) -> [f32; TERMS] {
        [self.certainty, self.unevenness, self.sureness.sqrt(), 1.0]
    }

    /// 0 to 100.
    #[must_use]
    pub fn score(&self) -> u8 {
        if self.area < NO_PRINT {
            return 0;
        }
        let sum: f32 = self.terms().iter().zip(WEIGHTS).map(|(term, weight)| term * weight).sum();
        (sum / ENOUGH * 100.0).round().clamp(0.0, 100.0) as u8
    }

    /// What is the matter, the worst first: every limit that a print of a low score passes, or the one it comes
    /// nearest to.
    #[must_use]
    pub fn reasons(&self) -> Vec<Reason> {
        if self.area < NO_PRINT {
            return vec![Reason::NoRidges];
        }
        if self.score() >= GOOD {
            return Vec::new();
        }
        // by how much each limit is passed
        let mut passed = [
            (Reason::Partial, PARTIAL / self.area),
            (Reason::LowContrast, LOW_CONTRAST / self.contrast.max(1.0)),
            (Reason::Dry, DRY / self.ridge.max(0.01)),
            (Reason::Wet, (self.ridge / WET).max(self.unevenness / SMUDGED)),
        ];
        passed.sort_by(|a, b| b.1.total_cmp(&a.1));
        let count = passed.iter().filter(|(_, by)| *by > 1.0).count().max(1);
        passed.iter().take(count).map(|(reason, _)| *reason).collect()
    }
}

impl From<Measures> for Quality {
    fn from(measures: Measures) -> Self {
        Self { score: measures.score(), reasons: measures.reasons(), measures }
    }
}
