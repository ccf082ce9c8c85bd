//! Sections of law in words.

use jiff::civil::Date;
use roznamcha_statute::{Offence, OffenceCode, Province, StatuteBook};
use roznamcha_words::{Voice, bidi};

use roznamcha_print as print;

/// The offence of a code as it stood on a day; else as the book has it at all.
pub fn offence<'a>(book: &'a StatuteBook, code: &str, province: &str, day: Date) -> Option<&'a Offence> {
    let code = OffenceCode::new(code).ok()?;
    let province = province.parse().unwrap_or(Province::Pakistan);
    book.offence_on(&code, province, day).or_else(|| book.offence(&code))
}

/// `392 PPC`, as cited.
pub fn cited(offence: &Offence) -> String {
    format!("{} {}", offence.section, offence.act).trim().to_owned()
}

/// `392 PPC — Robbery`, the title in the reader's language.
pub fn label(voice: &Voice, offence: &Offence) -> String {
    format!("{} — {}", bidi::ltr(&cited(offence)), voice.pick(&offence.en, &offence.ur))
}

/// A code in words; a code the book does not have stays as it is.
pub fn in_words(voice: &Voice, book: &StatuteBook, code: &str, province: &str, day: Date) -> String {
    offence(book, code, province, day).map_or_else(|| code.to_owned(), |o| label(voice, o))
}

/// A section as the sheets carry it; a code the book does not have stays as it is.
pub(crate) fn printed(book: &StatuteBook, code: &str, province: &str, day: Date) -> print::Section {
    match offence(book, code, province, day) {
        Some(o) => print::Section { code: cited(o), title_en: o.en.clone(), title_ur: o.ur.clone() },
        None => print::Section { code: code.to_owned(), ..print::Section::default() },
    }
}
