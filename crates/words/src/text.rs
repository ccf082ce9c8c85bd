//! What typed text may not contain, whoever typed it: the check in front of every form and of the API.

use crate::bidi;

/// Why typed text was refused. Positions count characters from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// A control character other than a new line or a tab.
    #[error("control character U+{code:04X} at character {at}; delete it and type the text again")]
    Control {
        /// The code point.
        code: u32,
        /// Where it stands.
        at: usize,
    },
    /// An embedding, override or isolate: it can make a text read as another.
    #[error(
        "direction control U+{code:04X} at character {at}; delete it, the page sets the direction itself"
    )]
    Direction {
        /// The code point.
        code: u32,
        /// Where it stands.
        at: usize,
    },
    /// A character that cannot be seen and that no language needs.
    #[error("invisible character U+{code:04X} at character {at}; delete it and type the text again")]
    Invisible {
        /// The code point.
        code: u32,
        /// Where it stands.
        at: usize,
    },
    /// A private-use or non-character code: it has no agreed meaning.
    #[error("character U+{code:04X} at character {at} has no agreed meaning; type another")]
    Meaningless {
        /// The code point.
        code: u32,
        /// Where it stands.
        at: usize,
    },
    /// Latin, Greek or Cyrillic letters mixed in one word, where look-alikes pass for one another.
    #[error("`{word}` mixes alphabets that look alike; type the word again in one alphabet")]
    MixedAlphabets {
        /// The word.
        word: String,
    },
}

/// Something odd that is worth a second look, and no ground to refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suspicion {
    /// Latin and Urdu letters in one word, as in `FIRنمبر`.
    TwoScripts {
        /// The word.
        word: String,
    },
    /// Digits of two families in one number, as in `1۲3`.
    MixedDigits {
        /// The number with what surrounds it up to white space.
        word: String,
    },
}

/// Checks typed text. Zero-width joiners and direction marks (U+200C to U+200F) are part of Urdu typing and
/// pass; isolates and embeddings do not, even in balance: no keyboard types them.
///
/// # Errors
/// The first [`TextError`] in reading order; a mixed word is reported after all single characters.
pub fn check(text: &str) -> Result<(), TextError> {
    for (at, c) in text.chars().enumerate() {
        let code = u32::from(c);
        if (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{2028}' | '\u{2029}') {
            return Err(TextError::Control { code, at });
        }
        if bidi::reorders(c) {
            return Err(TextError::Direction { code, at });
        }
        if invisible(c) {
            return Err(TextError::Invisible { code, at });
        }
        if meaningless(code) {
            return Err(TextError::Meaningless { code, at });
        }
    }
    match words(text).find(|word| families(word).look_alikes() > 1) {
        Some(word) => Err(TextError::MixedAlphabets { word: word.to_owned() }),
        None => Ok(()),
    }
}

/// The odd words of a text that passed [`check`], in reading order.
#[must_use]
pub fn suspicions(text: &str) -> Vec<Suspicion> {
    let two_scripts = words(text).filter(|word| {
        let seen = families(word);
        seen.arabic && seen.look_alikes() > 0
    });
    let mixed_digits = text.split_whitespace().filter(|word| digit_families(word) > 1);
    two_scripts
        .map(|word| Suspicion::TwoScripts { word: word.to_owned() })
        .chain(mixed_digits.map(|word| Suspicion::MixedDigits { word: word.to_owned() }))
        .collect()
}

fn invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

fn meaningless(code: u32) -> bool {
    matches!(code, 0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF | 0xFDD0..=0xFDEF | 0xFFFC..=0xFFFF)
        || code & 0xFFFE == 0xFFFE
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && !is_joiner(c)).filter(|word| !word.is_empty())
}

/// Combining marks and joiners belong to the word they stand in.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{0657}' | '\u{0670}' | '\u{200C}' | '\u{200D}')
}

#[derive(Default)]
struct Families {
    latin: bool,
    greek: bool,
    cyrillic: bool,
    arabic: bool,
}

impl Families {
    fn look_alikes(&self) -> u8 {
        u8::from(self.latin) + u8::from(self.greek) + u8::from(self.cyrillic)
    }
}

fn families(word: &str) -> Families {
    let mut seen = Families::default();
    for c in word.chars() {
        match c {
            'a'..='z'
            | 'A'..='Z'
            | '\u{00C0}'..='\u{024F}'
            | '\u{1E00}'..='\u{1EFF}'
            | '\u{FF21}'..='\u{FF5A}' => {
                seen.latin = true;
            }
            '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}' => seen.greek = true,
            '\u{0400}'..='\u{052F}' | '\u{1C80}'..='\u{1C8F}' => seen.cyrillic = true,
            '\u{0600}'..='\u{06FF}'
            | '\u{0750}'..='\u{077F}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => {
                seen.arabic = true;
            }
            _ => {}
        }
    }
    seen
}

fn digit_families(word: &str) -> usize {
    let has = |family: fn(&char) -> bool| usize::from(word.chars().any(|c| family(&c)));
    has(|c| c.is_ascii_digit())
        + has(|c| matches!(c, '\u{0660}'..='\u{0669}'))
        + has(|c| matches!(c, '\u{06F0}'..='\u{06F9}'))
        + has(|c| matches!(c, '\u{FF10}'..='\u{FF19}'))
}
