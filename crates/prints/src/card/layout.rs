//! Where the prints of a card lie: data, one line a box.
//!
//! ```text
//! # what follows a hash is a remark
//! name      Ten-print card, eight inches square
//! verified  no
//! rolled 1      0.0 0.375 0.2 0.5625
//! plain 6       0.4 0.75 0.5 1.0
//! slap left     0.0 0.75 0.4 1.0
//! ```
//! The four numbers are left, top, right and bottom as shares of the card's width and height.

use std::fmt;

use thiserror::Error;

use crate::slap::Hand;

/// The layout that is built in.
const BUILT_IN: &str = include_str!("layouts/eight-inch.txt");

/// What a box holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// A finger rolled from nail to nail, as ANSI/NIST-ITL counts them.
    Rolled(u8),
    /// A finger pressed alone.
    Plain(u8),
    /// Several pressed at once.
    Slap(Hand),
}

impl fmt::Display for Part {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rolled(finger) => write!(out, "rolled {finger}"),
            Self::Plain(finger) => write!(out, "plain {finger}"),
            Self::Slap(Hand::Right) => out.write_str("slap right"),
            Self::Slap(Hand::Left) => out.write_str("slap left"),
            Self::Slap(Hand::Thumbs) => out.write_str("slap thumbs"),
        }
    }
}

/// A rectangle as shares of the card's width and height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

/// The boxes of a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Of which card.
    pub name: String,
    /// Whether somebody has held it to the card itself.
    pub verified: bool,
    /// The boxes.
    pub boxes: Vec<(Part, Area)>,
}

/// Why a text is no layout.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LayoutError {
    /// A line that says nothing known.
    #[error(
        "line {0} of the layout: write `name`, `verified yes|no`, or `rolled|plain FINGER` or `slap right|left|thumbs` \
         with left, top, right and bottom from 0 to 1"
    )]
    Line(usize),
    /// No name.
    #[error("the layout has no line `name`")]
    Name,
    /// No boxes.
    #[error("the layout has no boxes")]
    Empty,
}

impl Layout {
    /// The one that is built in: an eight-inch card of two rows of five rolled prints with the slaps below.
    ///
    /// # Errors
    /// [`LayoutError`], never with the text that is compiled in.
    pub fn built_in() -> Result<Self, LayoutError> {
        Self::read(BUILT_IN)
    }

    /// A layout from its text.
    ///
    /// # Errors
    /// [`LayoutError`] with the line that cannot be read.
    pub fn read(text: &str) -> Result<Self, LayoutError> {
        let (mut name, mut verified, mut boxes) = (None, false, Vec::new());
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.split('#').next().unwrap_or_default().trim();
            let Some((word, rest)) = line.split_once(char::is_whitespace) else {
                if line.is_empty() {
                    continue;
                }
                return Err(LayoutError::Line(number));
            };
            match (word, rest.trim()) {
                ("name", told) => name = Some(told.to_owned()),
                ("verified", "yes") => verified = true,
                ("verified", "no") => verified = false,
                (word, rest) => boxes.push(boxed(word, rest).ok_or(LayoutError::Line(number))?),
            }
        }
        let name = name.ok_or(LayoutError::Name)?;
        if boxes.is_empty() { Err(LayoutError::Empty) } else { Ok(Self { name, verified, boxes }) }
    }
}

fn boxed(word: &str, rest: &str) -> Option<(Part, Area)> {
    let mut words = rest.split_whitespace();
    let of = words.next()?;
    let finger = || of.parse().ok().filter(|finger| (1..=10).contains(finger));
    let part = match (word, of) {
        ("rolled", _) => Part::Rolled(finger()?),
        ("plain", _) => Part::Plain(finger()?),
        ("slap", "right") => Part::Slap(Hand::Right),
        ("slap", "left") => Part::Slap(Hand::Left),
        ("slap", "thumbs") => Part::Slap(Hand::Thumbs),
        _ => return None,
    };
    let shares: Vec<f32> = words
        .map(|word| word.parse().ok().filter(|share| (0.0..=1.0).contains(share)))
        .collect::<Option<_>>()?;
    let [left, top, right, bottom] = *shares else { return None };
    (left < right && top < bottom).then_some((part, Area { left, top, right, bottom }))
}
