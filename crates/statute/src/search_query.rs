//! Reading what an officer typed into numbers of sections and words.

use crate::fold::{fold, key};

/// Longer queries are cut: no title is as long.
const LONGEST: usize = 160;

/// A query, folded.
#[derive(Debug)]
pub(crate) struct Query {
    /// All letters and digits joined, to compare with a code.
    pub(crate) whole: String,
    /// Numbers of sections, with their letters: `337aii`.
    pub(crate) sections: Vec<String>,
    /// Words.
    pub(crate) words: Vec<String>,
}

impl Query {
    pub(crate) fn read(text: &str) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let pieces = pieces(&fold(&text));
        let mut query = Self { whole: key(&text), sections: Vec::new(), words: Vec::new() };
        // The section being read, until a piece that cannot belong to it.
        let mut open: Option<String> = None;
        for piece in pieces {
            let number = piece.starts_with(|c: char| c.is_ascii_digit());
            let goes_on = open.as_deref().and_then(|section| continuation(section, &piece, number));
            match (&mut open, goes_on) {
                (Some(section), Some(more)) => section.push_str(more),
                _ => {
                    query.sections.extend(open.take());
                    if number { open = Some(piece) } else { query.words.push(piece) }
                }
            }
        }
        query.sections.extend(open.take());
        query.drop_fillers();
        query
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.sections.is_empty() && self.words.is_empty()
    }

    /// Words that carry nothing (`section`, `of`, `کی`) and lone letters go, unless they are all there is.
    fn drop_fillers(&mut self) {
        // ت پ, the usual short form of the Penal Code, is two lone letters that mean something together.
        if let Some(place) = self.words.windows(2).position(|pair| pair == ["ت", "پ"]) {
            self.words.splice(place..place + 2, ["تپ".to_owned()]);
        }
        let carries = |word: &String| !is_filler(word) && word.chars().nth(1).is_some();
        if !self.sections.is_empty() || self.words.iter().any(carries) {
            self.words.retain(carries);
        }
    }
}

/// Words that carry nothing in a title or a query.
pub(crate) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "to"
            | "by"
            | "in"
            | "or"
            | "and"
            | "for"
            | "with"
            | "us"
            | "sec"
            | "section"
            | "art"
            | "دفعہ"
            | "زیر"
            | "کے"
            | "کی"
            | "کا"
            | "کو"
            | "میں"
            | "سے"
            | "یا"
            | "و"
            | "اور"
            | "پر"
    )
}

/// What the piece adds to the section: its letters; or, after a letter, a number (`337-H-2`). After a number
/// another number is a section of its own.
fn continuation<'a>(section: &str, piece: &'a str, number: bool) -> Option<&'a str> {
    if number {
        return (!section.ends_with(|c: char| c.is_ascii_digit())).then_some(piece);
    }
    section_letter(piece)
}

/// The runs of letters or digits; `ppc302` is two, and so is `302aii`.
fn pieces(folded: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for token in folded.split_whitespace() {
        let mut digits = None;
        for c in token.chars() {
            let is_digit = c.is_ascii_digit();
            match pieces.last_mut() {
                Some(last) if digits == Some(is_digit) => last.push(c),
                _ => pieces.push(c.to_string()),
            }
            digits = Some(is_digit);
        }
    }
    pieces
}

/// The letters a section's number may carry, also by the Urdu names of the letters; `None` for a word.
fn section_letter(piece: &str) -> Option<&str> {
    let urdu = match piece {
        "اے" | "الف" => "a",
        "بی" | "ب" => "b",
        "سی" | "ج" => "c",
        "ڈی" => "d",
        "ای" => "e",
        "ایف" => "f",
        "جی" => "g",
        "ایچ" => "h",
        "جے" => "j",
        "ایل" => "l",
        _ => "",
    };
    if !urdu.is_empty() {
        return Some(urdu);
    }
    let roman = matches!(piece, "ii" | "iii" | "iv" | "vi" | "ee");
    let joined = piece.len() <= 5 && piece.strip_prefix(is_section_letter).is_some_and(is_roman);
    let single = piece.len() == 1 && piece.starts_with(is_section_letter);
    (roman || joined || single).then_some(piece)
}

fn is_section_letter(c: char) -> bool {
    c.is_ascii_lowercase()
}

fn is_roman(rest: &str) -> bool {
    matches!(rest, "i" | "ii" | "iii" | "iv" | "v" | "vi")
}
