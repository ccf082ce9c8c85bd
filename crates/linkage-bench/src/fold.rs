//! How Roman spellings of names sound: a compact key that a better one may replace at any time.

use std::collections::HashMap;

use roznamcha_linkage::{Word, hash};
use unicode_normalization::UnicodeNormalization as _;

/// Words that are often left out and say little.
const LIGHT: [&str; 22] = [
    "muhammad", "syed", "sayed", "syeda", "mr", "mrs", "dr", "haji", "hafiz", "ch", "of", "the", "sir", "de",
    "von", "van", "st", "1st", "2nd", "3rd", "bin", "bint",
];

/// How Muhammad is written, and shortened.
const MUHAMMAD: [&str; 14] = [
    "m", "md", "mohd", "muhd", "mhd", "mohammad", "mohammed", "mohamad", "mohamed", "muhammed", "muhamad",
    "mohamud", "mohummad", "mohmmad",
];

/// Words that were read before, with their keys.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    seen: HashMap<String, Word>,
}

impl Reader {
    /// The words of a text.
    pub fn words(&mut self, text: &str) -> Vec<Word> {
        if !text.bytes().all(|byte| byte == b' ' || byte.is_ascii_lowercase()) {
            return words(text);
        }
        text.split_ascii_whitespace().map(|part| self.word(part)).collect()
    }

    fn word(&mut self, part: &str) -> Word {
        if let Some(word) = self.seen.get(part) {
            return word.clone();
        }
        self.seen.entry(part.to_owned()).or_insert_with(|| word(part)).clone()
    }
}

fn words(text: &str) -> Vec<Word> {
    let folded: String = text.nfkd().filter(|c| !mark(*c)).flat_map(char::to_lowercase).collect();
    let parts = folded.split(|c: char| !c.is_alphanumeric() && c != '\'');
    parts.map(|part| part.replace('\'', "")).filter(|part| !part.is_empty()).map(|part| word(&part)).collect()
}

fn mark(c: char) -> bool {
    ('\u{300}'..'\u{370}').contains(&c) || ('\u{64b}'..='\u{65f}').contains(&c)
}

/// A folded word with its keys.
#[must_use]
pub fn word(text: &str) -> Word {
    let text = if MUHAMMAD.contains(&text) { "muhammad" } else { text };
    let sound = sound(text);
    let skeleton = skeleton(&sound);
    Word {
        sound: hash(sound.as_bytes()),
        skeleton: hash(skeleton.as_bytes()),
        light: LIGHT.contains(&text),
        text: text.to_owned(),
    }
}

/// Consonants by how they sound, the vowel it begins and the one it ends with.
fn sound(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(letters.len());
    let mut at = 0;
    while let Some(letter) = letters.get(at).copied() {
        let next = letters.get(at + 1).copied();
        let (heard, used) = heard(letter, next);
        at += used;
        let edge = out.is_empty() || at >= letters.len();
        let silent = (letter == 'h' && at >= letters.len() && !out.is_empty())
            || (heard.is_lowercase() && vowel(heard) && !edge);
        let heard = if out.is_empty() && letter == 'y' { 'y' } else { heard };
        if !silent && !out.ends_with(heard) {
            out.push(heard);
        }
    }
    out
}

fn vowel(heard: char) -> bool {
    matches!(heard, 'a' | 'i' | 'u')
}

/// What a letter and the one after it sound like, and how many of them that took.
fn heard(letter: char, next: Option<char>) -> (char, usize) {
    match (letter, next) {
        ('k', Some('h')) => ('x', 2),
        ('g', Some('h')) => ('g', 2),
        ('s', Some('h')) => ('S', 2),
        ('c', Some('h')) => ('C', 2),
        ('t', Some('h')) => ('t', 2),
        ('d', Some('h')) => ('d', 2),
        ('p', Some('h')) => ('f', 2),
        ('b', Some('h')) => ('b', 2),
        ('j', Some('h')) => ('j', 2),
        ('z', Some('h')) => ('z', 2),
        ('c', Some('k')) => ('k', 2),
        ('q' | 'c', _) => ('k', 1),
        ('w', _) => ('v', 1),
        ('e' | 'i' | 'y', _) => ('i', 1),
        ('o' | 'u', _) => ('u', 1),
        (other, _) => (other, 1),
    }
}

/// Coarser: any first vowel, no last one, no h, v or y inside, sounds that clerks confuse taken for one.
fn skeleton(sound: &str) -> String {
    let mut out = String::with_capacity(sound.len());
    for (n, heard) in sound.chars().enumerate() {
        let coarse = match heard {
            _ if vowel(heard) && n == 0 => 'A',
            'h' | 'v' | 'y' if n > 0 => continue,
            _ if vowel(heard) => continue,
            'x' | 'g' => 'k',
            'f' => 'p',
            'S' => 's',
            'z' => 'z',
            other => other,
        };
        if !out.ends_with(coarse) {
            out.push(coarse);
        }
    }
    out
}
