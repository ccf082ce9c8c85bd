//! How fair a line-up is, measured by whom people choose who have only read the witness's words.
//!
//! *Functional size* (Wells, Leippe and Ostrom 1979): all choices for each that fell on the suspect. *Effective size*
//! (Tredoux 1998): `E = 1 / Σ share²`, in how many equally likely members the choices spread. Both are as large as the
//! line-up where nobody stands out; one whose suspect everybody points at has 1.

use std::fmt;

/// The measures of one line-up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fairness {
    /// Members, the suspect among them.
    pub members: usize,
    /// Functional size; `None` where nobody chose the suspect.
    pub functional: Option<f64>,
    /// Effective size, Tredoux's E.
    pub effective: f64,
}

impl Fairness {
    /// From the choices of people who read the words and saw the line-up: how many chose each member, and which of them
    /// is the suspect. `None` where nobody chose, or there is no such member.
    #[must_use]
    pub fn of_choices(choices: &[u32], suspect: usize) -> Option<Self> {
        Self::of_weights(&choices.iter().map(|count| f64::from(*count)).collect::<Vec<_>>(), suspect)
    }

    /// As expected of readers who choose each member in proportion to the likelihood ratio of his description: a model
    /// of readers, no readers. `agreements` in centibans.
    #[must_use]
    pub fn expected(agreements: &[i32], suspect: usize) -> Option<Self> {
        let best = agreements.iter().max()?;
        let weight = |centibans: &i32| 10f64.powf(f64::from(centibans - best) / 100.0);
        Self::of_weights(&agreements.iter().map(weight).collect::<Vec<_>>(), suspect)
    }

    fn of_weights(weights: &[f64], suspect: usize) -> Option<Self> {
        let (sum, of_suspect) = (weights.iter().sum::<f64>(), *weights.get(suspect)?);
        let squares: f64 = weights.iter().map(|weight| (weight / sum).powi(2)).sum();
        (sum > 0.0).then(|| Self {
            members: weights.len(),
            functional: (of_suspect > 0.0).then_some(sum / of_suspect),
            effective: 1.0 / squares,
        })
    }

    /// Whether both sizes are at least this part of the line-up's own. A suspect whom nobody chooses is not pointed at.
    #[must_use]
    pub fn at_least(&self, part: f64) -> bool {
        let least = part * self.members as f64;
        self.functional.is_none_or(|size| size >= least) && self.effective >= least
    }
}

impl fmt::Display for Fairness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.functional {
            Some(size) => write!(f, "functional size {size:.1}")?,
            None => write!(f, "nobody chose the suspect")?,
        }
        write!(f, ", effective size {:.1}, of {}", self.effective, self.members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sizes_are_those_of_the_books() {
        let even = Fairness::of_choices(&[5, 5, 5, 5], 2).unwrap();
        assert_eq!((even.functional, even.effective), (Some(4.0), 4.0));
        let pointed = Fairness::of_choices(&[20, 0, 0, 0], 0).unwrap();
        assert_eq!((pointed.functional, pointed.effective), (Some(1.0), 1.0));
        // 24 choices: the squares of 8, 6, 4, 4, 1, 1 sum to 134.
        let mixed = Fairness::of_choices(&[8, 6, 4, 4, 1, 1], 1).unwrap();
        assert_eq!(mixed.functional, Some(4.0));
        assert!((mixed.effective - 576.0 / 134.0).abs() < 1e-12);
        assert!(!pointed.at_least(0.5) && even.at_least(1.0));
        assert_eq!(Fairness::of_choices(&[0, 0], 0), None);
        assert_eq!(Fairness::of_choices(&[1, 3], 2), None);
        assert_eq!(even.to_string(), "functional size 4.0, effective size 4.0, of 4");
    }

    #[test]
    fn a_tenfold_likelihood_is_chosen_ten_times_as_often() {
        let expected = Fairness::expected(&[100, 0, 0], 0).unwrap();
        assert!((expected.functional.unwrap() - 1.2).abs() < 1e-9);
    }
}
