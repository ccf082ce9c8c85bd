//! Folding of words for search: what a typist may write differently compares equal.

use unicode_normalization::UnicodeNormalization;

/// Folds English and Urdu text for comparison: compatibility forms, case, Arabic and Urdu letter variants
/// (ي/ی, ك/ک, ه/ہ/ھ, أ/ا), vowel marks, joiners and digits of any script to ASCII; every other sign that is
/// not a letter or digit becomes a space, apostrophes vanish.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkc().flat_map(char::to_lowercase) {
        match c {
            '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06ed}' => {}
            '\u{0640}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            '\'' | '’' | '‘' | '`' | 'ʼ' => {}
            'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
            'ي' | 'ى' | 'ئ' => out.push('ی'),
            'ك' => out.push('ک'),
            'ه' | 'ة' | 'ۀ' | 'ۂ' | 'ۃ' | 'ھ' => out.push('ہ'),
            'ؤ' => out.push('و'),
            'ۓ' => out.push('ے'),
            '٠'..='٩' => out.push(digit(c, '٠')),
            '۰'..='۹' => out.push(digit(c, '۰')),
            c if c.is_alphanumeric() => out.push(c),
            _ => out.push(' '),
        }
    }
    out
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// The letters and digits alone, without the spaces: the key of a code or section.
pub(crate) fn key(text: &str) -> String {
    fold(text).split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::{fold, key};

    #[test]
    fn variants_of_one_word_compare_equal() {
        assert_eq!(fold("قَتلِ عمد"), fold("قتل عمد"));
        assert_eq!(fold("چوري"), fold("چوری"));
        assert_eq!(fold("ڈكيتي"), fold("ڈکیتی"));
        assert_eq!(fold("أغوا"), fold("اغوا"));
        assert_eq!(fold("Qur'an"), "quran");
    }

    #[test]
    fn digits_of_three_scripts_are_one() {
        assert_eq!(key("۳۰۲"), "302");
        assert_eq!(key("٣٠٢"), "302");
        assert_eq!(key("337-A(ii)"), "337aii");
    }
}
