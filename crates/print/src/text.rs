//! Words as the sheets carry them: with their corrections, in one language or two.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// Words that may have been corrected. The words stay as first written, wrong ones included; each correction
/// is printed as a line through the wrong words, still legible, with the right words after them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The words as first written. Line breaks are kept.
    pub words: String,
    /// Corrections in the order they were made.
    #[serde(default)]
    pub corrections: Vec<Correction>,
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self { words: words.to_owned(), corrections: Vec::new() }
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self { words, corrections: Vec::new() }
    }
}

impl Text {
    /// The same words with one more correction after those already there.
    #[must_use]
    pub fn corrected(mut self, correction: Correction) -> Self {
        self.corrections.push(correction);
        self
    }
}

/// One correction by strike-through (Police Rules ch. 22: a line through the wrong words, the correct words
/// after them or in the margin, attested by signature).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The wrong words exactly as they stand in the text; their first occurrence is struck, so give enough
    /// of them to be found, in whole words. Words not found are printed struck after the text.
    pub wrong: String,
    /// The right words; may be empty when words are only struck.
    pub right: String,
    /// Who made it: name, rank and belt number.
    pub by: String,
    /// When it was made, station time.
    pub at: DateTime,
    /// Who attested it: name and rank.
    pub attested_by: String,
}

/// The same thing said in both languages of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// English.
    pub en: String,
    /// Urdu.
    pub ur: String,
}

impl Bilingual {
    /// Both languages at once.
    #[must_use]
    pub fn new(en: &str, ur: &str) -> Self {
        Self { en: en.to_owned(), ur: ur.to_owned() }
    }
}

/// The language a document for one reader is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English, left to right.
    En,
    /// Urdu, right to left.
    Ur,
}
