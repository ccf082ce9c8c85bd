//! A name's letters made one: what keyboards, habits and printers write differently for the same word.

use roznamcha_words::fold::fold;

/// Letters of the Arabic script, Urdu's included.
pub(crate) fn is_script(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// Koranic signs and marks that the general folding leaves standing.
fn mark(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061A}' | '\u{0658}'..='\u{065F}' | '\u{06D6}'..='\u{06ED}')
}

/// Roman letters whose mark is a sound of its own, written as English writes the sound.
fn sounded(c: char) -> Option<&'static str> {
    Some(match c {
        'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "sh",
        'č' | 'Č' | 'ç' | 'Ç' | 'ć' | 'Ć' => "ch",
        'ž' | 'Ž' => "zh",
        'ğ' | 'Ğ' | 'ḡ' => "gh",
        'ḵ' | 'ẖ' => "kh",
        'ł' | 'Ł' => "l",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ß' => "ss",
        'æ' | 'Æ' | 'ə' | 'Ə' => "e",
        'ı' => "i",
        _ => return None,
    })
}

/// `text` in one spelling of its letters, its words separated by single spaces: marks dropped, digits in
/// ASCII, Roman in lower case. What stands between letters (hyphen, stop, slash) is a space; apostrophes
/// vanish. A text folded twice is the same as folded once.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut sounds = String::with_capacity(text.len());
    for c in text.chars() {
        match sounded(c) {
            Some(letters) => sounds.push_str(letters),
            None => sounds.push(c),
        }
    }
    let mut out = String::with_capacity(sounds.len());
    for c in fold(&sounds).chars() {
        match c {
            'ہ' | 'ۃ' | 'ۂ' | 'ۀ' => out.push('ہ'),
            c if mark(c) || matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '´' | 'ء') =>
                {}
            c if c.is_alphanumeric() => match sounded(c) {
                Some(letters) => out.push_str(letters),
                None => out.push(c),
            },
            _ => out.push(' '),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
