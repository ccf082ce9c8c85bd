//! How one name is spelt by many hands: whatever Urdu writes once and Roman letters write in several ways.

use crate::chance::Chance;

/// What is written for what; each is tried where it fits.
const WAYS: [(&str, &str); 26] = [
    ("ee", "i"),
    ("ee", "ea"),
    ("oo", "u"),
    ("ou", "u"),
    ("aa", "a"),
    ("ai", "ay"),
    ("q", "k"),
    ("w", "v"),
    ("z", "s"),
    ("f", "ph"),
    ("sh", "sch"),
    ("kh", "k"),
    ("gh", "g"),
    ("ss", "s"),
    ("mm", "m"),
    ("ed", "ad"),
    ("ain", "ein"),
    ("if", "eef"),
    ("id", "eed"),
    ("im", "eem"),
    ("ir", "eer"),
    ("ur", "oor"),
    ("an", "aan"),
    ("at", "ut"),
    ("az", "aaz"),
    ("u", "oo"),
];

/// How Muhammad is spelt, and shortened.
pub(crate) const MUHAMMAD: [&str; 8] =
    ["muhammad", "mohammad", "mohammed", "muhammed", "mohamad", "mohd", "md", "m"];

/// Another spelling of a name, or the same.
pub(crate) fn spelt(name: &str, chance: &mut Chance) -> String {
    let fits: Vec<&(&str, &str)> =
        WAYS.iter().filter(|(from, _)| name.char_indices().skip(1).any(|(n, _)| at(name, n, from))).collect();
    match chance.of(&fits) {
        Some((from, to)) if chance.one_in(0.75) => replaced(name, from, to),
        _ => name.to_owned(),
    }
}

fn at(name: &str, place: usize, what: &str) -> bool {
    name.get(place..).is_some_and(|rest| rest.starts_with(what))
}

/// The last place but the first letter is written the other way.
fn replaced(name: &str, from: &str, to: &str) -> String {
    match name.rfind(from).filter(|place| *place > 0) {
        Some(place) => {
            let after = name.get(place + from.len()..).unwrap_or_default();
            format!("{}{to}{after}", name.get(..place).unwrap_or_default())
        }
        None => name.to_owned(),
    }
}

/// A slip of the hand: a letter wrong, two exchanged, one left out or doubled.
pub(crate) fn slip(text: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() < 3 {
        return text.to_owned();
    }
    let digits = letters.iter().all(char::is_ascii_digit);
    let place = chance.below(letters.len() - 1);
    let kinds = if digits { 2 } else { 4 };
    match chance.below(kinds) {
        0 => {
            let fresh = if digits { b'0' + chance.below(10) as u8 } else { b'a' + chance.below(26) as u8 };
            if let Some(letter) = letters.get_mut(place) {
                *letter = char::from(fresh);
            }
        }
        1 => letters.swap(place, place + 1),
        2 => {
            letters.remove(place);
        }
        _ => {
            if let Some(letter) = letters.get(place).copied() {
                letters.insert(place, letter);
            }
        }
    }
    letters.into_iter().collect()
}
