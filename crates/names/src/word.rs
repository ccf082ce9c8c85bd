//! The words of a name, one sound each, compounds taken apart.

use crate::letters::{folded, is_script};
use crate::light;
use crate::phone::Phones;
use crate::{parts, roman, script};

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its folded letters, e.g. `rahman` of `Abdur-Rahmān`.
    pub text: String,
    /// How it sounds.
    pub phones: Phones,
    /// A title or a by-name that so many bear that it tells little: it counts half.
    pub light: bool,
}

impl Word {
    /// A folded word as it stands.
    pub(crate) fn new(text: &str) -> Self {
        let in_script = text.chars().any(is_script);
        let phones = if in_script { script::phones(text) } else { roman::phones(text) };
        Self { text: text.to_owned(), phones, light: light::is(text) }
    }
}

/// The words of a name in either script. عبدالرحمن, `Abdul Rehman` and `Abdurrahman` are two words each;
/// articles between words are left out; a name of articles alone keeps them.
#[must_use]
pub fn words(name: &str) -> Vec<Word> {
    let mut out = Vec::new();
    for piece in name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '.' | '_' | '/' | ',')) {
        let article = !piece.starts_with(['أ', 'إ', 'آ']);
        for (at, word) in folded(piece).split(' ').enumerate().filter(|(_, word)| !word.is_empty()) {
            if word.chars().any(is_script) {
                parts::script(word, article || at > 0, &mut out);
            } else {
                parts::roman(word, out.is_empty(), &mut out);
            }
        }
    }
    if out.len() > 1 {
        let articles = out.iter().filter(|word| parts::is_article(word)).count();
        if articles < out.len() {
            out.retain(|word| !parts::is_article(word));
        }
    }
    if out.len() == 1 && out.first().is_some_and(|word| word == "muhammad") && folded(name).len() == 1 {
        return vec![Word::new(&folded(name))];
    }
    out.iter().map(|word| Word::new(word)).collect()
}
