//! The report in words, in English and in Urdu.

mod english;
mod urdu;

use crate::report::{Difference, Report};
use crate::verify::VerifyError;

/// The language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Urdu.
    Ur,
}

impl Difference {
    /// One line saying where and what; nothing in it can move the cursor or turn the direction of the text.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::En => english::difference(self),
            Lang::Ur => urdu::difference(self),
        }
    }
}

impl Report {
    /// The whole report, in lines.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::En => english::report(self),
            Lang::Ur => urdu::report(self),
        }
    }
}

impl VerifyError {
    /// The error for a reader, in one line.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.to_string(),
            Lang::Ur => urdu::error(self),
        }
    }
}

/// A text from the file, made harmless for a terminal and short enough for a line.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 80;
    let mut shown = String::new();
    for (place, character) in text.chars().enumerate() {
        if place == LONGEST {
            shown.push('…');
            break;
        }
        let turns = matches!(
            character,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        );
        if character.is_control() || turns {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn what_a_file_says_cannot_command_a_terminal() {
        assert_eq!(shown("PS\u{1b}[2J\u{202e}x\n"), "PS\\u{1b}[2J\\u{202e}x\\u{a}");
        assert_eq!(shown(&"a".repeat(1000)).chars().count(), 81);
        assert_eq!(shown("تھانہ"), "تھانہ");
    }
}
