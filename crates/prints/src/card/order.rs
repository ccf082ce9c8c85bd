//! Whether every finger of a card is in its own box: rolled prints against the plain ones, which are pressed as the hand
//! grows and therefore in order.

use crate::matcher::{Matcher, Prepared};
use crate::template::Template;

/// Natural logarithm of the likelihood ratio from which on two prints are taken for one finger's: 400 to 1.
const ALIKE: f32 = 6.0;
/// Below it two prints that should be of one finger are rather of two.
const UNLIKE: f32 = 0.0;

/// What is wrong with a card, for a person to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The rolled print in a box is like the plain print of another finger.
    Elsewhere {
        /// The finger whose box it is.
        in_box: u8,
        /// The finger it is like.
        like: u8,
    },
    /// Two boxes hold rolled prints of one finger.
    Twice {
        /// The finger of one box.
        one: u8,
        /// And of the other.
        other: u8,
    },
    /// Rolled and plain print of a finger are not alike, and neither is like another.
    Unlike {
        /// The finger.
        finger: u8,
    },
}

/// What is wrong with the order of these prints, each with its finger.
#[must_use]
pub fn sequence(rolled: &[(u8, &Template)], plain: &[(u8, &Template)]) -> Vec<Doubt> {
    let ready = |prints: &[(u8, &Template)]| -> Vec<(u8, Prepared)> {
        prints.iter().map(|(finger, template)| (*finger, Prepared::new(template))).collect()
    };
    let (rolled, plain) = (ready(rolled), ready(plain));
    let mut matcher = Matcher::default();
    let mut doubts = Vec::new();
    for (at, (one, print)) in rolled.iter().enumerate() {
        for (other, again) in rolled.iter().skip(at + 1) {
            if matcher.score(print, again) >= ALIKE {
                doubts.push(Doubt::Twice { one: *one, other: *other });
            }
        }
    }
    for (in_box, print) in &rolled {
        let mut scores: Vec<(u8, f32)> =
            plain.iter().map(|(finger, other)| (*finger, matcher.score(print, other))).collect();
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        let own = scores.iter().find(|(finger, _)| finger == in_box).map(|(_, score)| *score);
        match (scores.first(), own) {
            (Some((like, best)), own)
                if like != in_box && *best >= ALIKE && own.is_none_or(|own| own < ALIKE) =>
            {
                let named = |doubt: &Doubt| match doubt {
                    Doubt::Twice { one, other } => {
                        (*one, *other) == (*in_box, *like) || (*other, *one) == (*in_box, *like)
                    }
                    _ => false,
                };
                if !doubts.iter().any(named) {
                    doubts.push(Doubt::Elsewhere { in_box: *in_box, like: *like });
                }
            }
            (_, Some(own)) if own < UNLIKE => doubts.push(Doubt::Unlike { finger: *in_box }),
            _ => {}
        }
    }
    doubts
}
