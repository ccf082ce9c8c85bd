//! One spelling for search: what two keyboards type differently for the same word becomes the same text.
//!
//! For comparison only; what was typed is what is kept and shown. Letters that make different words
//! (ھ and ہ, ٹ and ت) stay different.

use crate::digits;
use unicode_normalization::UnicodeNormalization;

/// `text` folded: compatibility forms decomposed, Arabic spellings of Urdu letters replaced, vowel signs,
/// tatweel, joiners and marks dropped, digits in ASCII, Latin in lower case, white space single and trimmed.
/// Folding twice changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    let letters: String =
        text.nfkd().flat_map(char::to_lowercase).nfkd().filter(|c| !dropped(*c)).map(letter).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Vowel signs and hamza marks (U+064B to U+0657), the dagger alef, Latin accents, tatweel, joiners and
/// direction marks: none of them tells two words apart for a clerk who searches.
fn dropped(c: char) -> bool {
    matches!(c,
        '\u{064B}'..='\u{0657}' | '\u{0670}' | '\u{0640}' | '\u{0300}'..='\u{036F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}

fn letter(c: char) -> char {
    match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ة' | 'ه' | 'ە' => 'ہ',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        other => digits::to_ascii(other),
    }
}
