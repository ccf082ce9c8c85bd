//! How fair a line-up is, as its record keeps it, and why there is none.

use roznamcha_appearance::lineup::{FEWEST, MOST, Unfit};
use roznamcha_appearance::{Fairness, Feature, LineupError, Vocabulary};
use serde::Serialize;
use std::fmt;

use super::looks_seen::Seen;

/// How fair a line-up is, as expected of readers who choose by the witness's words. Of a line-up in which nobody stands
/// out both sizes are the number of its faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Measured {
    /// Ten times its functional size (Wells): all choices for each that falls on the suspect; `None` where none does.
    pub functional: Option<u32>,
    /// Ten times its effective size (Tredoux).
    pub effective: u32,
    /// Faces.
    pub of: u32,
    /// Fair fillers that there were to choose from.
    pub fair: u32,
    /// The seed from which draw and order follow.
    pub seed: u32,
}

fn tenths(size: f64) -> u32 {
    (size * 10.0).round() as u32
}

impl Measured {
    pub(super) fn new(fairness: &Fairness, fair: usize, seed: u32) -> Self {
        let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self {
            functional: fairness.functional.map(tenths),
            effective: tenths(fairness.effective),
            of: small(fairness.members),
            fair: small(fair),
            seed,
        }
    }

    /// What an act's statement of fairness says: the words of the office, and the measures where a machine wrote them.
    pub fn of_statement(text: &str) -> (&str, Option<Self>) {
        let last = text.rsplit_once('\n').and_then(|(words, line)| Some((words, Self::read(line)?)));
        last.map_or((text, None), |(words, measured)| (words, Some(measured)))
    }

    fn read(line: &str) -> Option<Self> {
        let parts = line.strip_prefix("[functional ")?.strip_suffix(']')?;
        let (functional, rest) = parts.split_once("; effective ")?;
        let (effective, rest) = rest.split_once("; of ")?;
        let (of, rest) = rest.split_once("; fair ")?;
        let (fair, seed) = rest.split_once("; seed ")?;
        let tenths = |text: &str| text.replacen('.', "", 1).parse::<u32>().ok();
        Some(Self {
            functional: if functional == "-" { None } else { Some(tenths(functional)?) },
            effective: tenths(effective)?,
            of: of.parse().ok()?,
            fair: fair.parse().ok()?,
            seed: seed.parse().ok()?,
        })
    }
}

/// One line that both a person and [`Measured::of_statement`] read.
impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = |size: u32| format!("{}.{}", size / 10, size % 10);
        let functional = self.functional.map_or_else(|| "-".to_owned(), tenths);
        let Self { of, fair, seed, .. } = self;
        let effective = tenths(self.effective);
        write!(f, "[functional {functional}; effective {effective}; of {of}; fair {fair}; seed {seed}]")
    }
}

/// Why there is no line-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum NoLineup {
    /// Too few or too many others are asked for.
    Size {
        /// At least so many.
        fewest: usize,
        /// At most so many.
        most: usize,
    },
    /// The suspect is a child: no child is shown.
    Child,
    /// There is no photograph of the suspect's face: the law allows none of who is only arrested.
    NoPhotograph,
    /// Of what the witness said nothing is written of the suspect: nobody can be compared with him.
    NotDescribed,
    /// Too few fit the words as he does.
    TooFew {
        /// Who do.
        fair: usize,
        /// How many were asked for.
        asked: usize,
        /// How many of the others were turned away for each reason: `no_photograph`, `age`, `gender`, `too_bad`,
        /// `too_good`, or the thing of the description in which they differ.
        unfit: Vec<(String, usize)>,
    },
    /// It would point at somebody.
    Unfair {
        /// Ten times its functional size; `None` where nobody would choose the suspect.
        functional: Option<u32>,
        /// Ten times its effective size.
        effective: u32,
        /// Faces.
        of: usize,
    },
}

impl NoLineup {
    pub(super) fn of(error: LineupError, vocabulary: &Vocabulary, seen: &Seen) -> Self {
        match error {
            LineupError::Size(_) => Self::Size { fewest: FEWEST, most: MOST },
            LineupError::Child => Self::Child,
            LineupError::NoPhotograph => Self::NoPhotograph,
            LineupError::TooFew { fair, asked, unfit } => {
                let mut named: Vec<(String, usize)> = Vec::new();
                for (why, count) in unfit {
                    let name = unfit_name(why, vocabulary, seen);
                    match named.iter_mut().find(|(known, _)| *known == name) {
                        Some((_, sum)) => *sum += count,
                        None => named.push((name, count)),
                    }
                }
                Self::TooFew { fair, asked, unfit: named }
            }
            LineupError::Unfair(fairness) => Self::Unfair {
                functional: fairness.functional.map(tenths),
                effective: tenths(fairness.effective),
                of: fairness.members,
            },
            // The words were read before; what is left is of the suspect's own description.
            LineupError::Query(_) | LineupError::Description(_) => Self::NotDescribed,
        }
    }

    /// The same where so many were turned away beside, for what the index cannot know.
    pub(super) fn less(self, unlike: usize) -> Self {
        match self {
            Self::TooFew { fair, asked, mut unfit } if unlike > 0 => {
                unfit.push(("not_free".to_owned(), unlike));
                Self::TooFew { fair, asked, unfit }
            }
            other => other,
        }
    }

    /// Its code, as the end of a message key.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Size { .. } => "size",
            Self::Child => "child",
            Self::NoPhotograph => "no-photograph",
            Self::NotDescribed => "not-described",
            Self::TooFew { .. } => "too-few",
            Self::Unfair { .. } => "unfair",
        }
    }
}

fn unfit_name(why: Unfit, vocabulary: &Vocabulary, seen: &Seen) -> String {
    match why {
        Unfit::Child => "child".to_owned(),
        Unfit::NoPhotograph => "no_photograph".to_owned(),
        Unfit::AtOnce(field) | Unfit::Differs(Feature::Coded(field)) => {
            vocabulary.field_name(field).to_owned()
        }
        Unfit::Age | Unfit::Differs(Feature::Born) => "age".to_owned(),
        Unfit::Differs(Feature::Height) => "height".to_owned(),
        Unfit::Differs(Feature::Weight) => "weight".to_owned(),
        Unfit::Differs(Feature::Mark(_)) => "mark".to_owned(),
        Unfit::Differs(Feature::Method(place)) => {
            format!("method.{}", seen.methods.get(place).map(String::as_str).unwrap_or_default())
        }
        Unfit::TooBad => "too_bad".to_owned(),
        Unfit::TooGood => "too_good".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_statement_says_is_read_as_it_was_measured() {
        for functional in [Some(70), Some(103), None] {
            let measured = Measured { functional, effective: 65, of: 9, fair: 34, seed: 4_000_000_000 };
            let text = format!("Stout, about thirty.\nWith a scar.\n{measured}");
            assert_eq!(Measured::of_statement(&text), ("Stout, about thirty.\nWith a scar.", Some(measured)));
        }
        for plain in ["Stout men.", "Stout\n[functional x; effective 1.0; of 6; fair 9; seed 1]", ""] {
            assert_eq!(Measured::of_statement(plain), (plain, None));
        }
    }
}
