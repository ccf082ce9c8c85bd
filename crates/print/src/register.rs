//! A register printed as a book: title page, then each part with its statutory columns.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::people::Office;
use crate::stamp::Stamp;
use crate::text::{Bilingual, Language, Text};

/// A register, or some of it, as a book.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegisterSheet {
    /// The language of headings and notes; the title page is in both.
    pub language: Language,
    /// Police station and district.
    pub office: Office,
    /// The number as the books write it: `XIX`, `W-ZIMNI`.
    pub number: String,
    /// Name of the register.
    pub name: Bilingual,
    /// The rule; empty where there is none.
    pub rule: String,
    /// No longer kept: printed as marked obsolete.
    pub obsolete: bool,
    /// Year or day; empty where the register is never begun anew.
    pub period: String,
    /// Who printed it, from what rank's view the names are masked.
    pub printed_by: String,
    /// What is printed of it.
    pub parts: Vec<RegisterPart>,
    /// Where the journal stood.
    pub checkpoint: CheckpointLine,
    /// Hash of the last act, QR code, print number.
    pub stamp: Stamp,
}

/// The head of the journal the book was printed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckpointLine {
    /// Acts in the journal.
    pub size: u64,
    /// Root of the tree, in hexadecimal.
    pub root: String,
}

/// How a part is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// A table on upright pages.
    Upright,
    /// A table on pages laid sideways.
    Sideways,
    /// A table over two facing pages laid sideways, the serial number on both.
    Double,
    /// One entry after another as its form, with numbered boxes.
    Form,
}

/// A part of the register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegisterPart {
    /// Its name.
    pub name: Bilingual,
    /// How it is set.
    pub layout: Layout,
    /// Its statutory columns in order.
    pub columns: Vec<ColumnHead>,
    /// Columns on the first of two facing pages; all of them otherwise.
    pub first: usize,
    /// Entries in order of their serial numbers.
    pub entries: Vec<RegisterEntry>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnHead {
    /// English heading.
    pub en: String,
    /// Urdu heading.
    pub ur: String,
    /// The numbered box of the printed form.
    pub printed_box: Option<u8>,
    /// Its share of the width.
    pub share: u32,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegisterEntry {
    /// Its serial number.
    pub serial: String,
    /// One cell for each column, empty where nothing stands in it.
    pub cells: Vec<Text>,
    /// What the entry says beside its columns: heading and words.
    pub others: Vec<Other>,
    /// Hour of entry.
    pub entered_at: DateTime,
    /// Hour of information where it differs.
    pub informed_at: Option<DateTime>,
    /// Who wrote it.
    pub writer: String,
    /// What is flagged about it for ever.
    pub flags: Vec<Bilingual>,
    /// The persons in it are protected.
    pub sealed: bool,
    /// When a court had its content removed.
    pub gone: Option<DateTime>,
}

/// Words that no column takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// Heading.
    pub label: String,
    /// The words.
    pub value: Text,
}

/// Columns an upright page takes.
const UPRIGHT: usize = 6;
/// Columns a page laid sideways takes.
const SIDEWAYS: usize = 10;
/// Longest and shortest share of a column.
const SHARES: (u32, u32) = (4, 16);

impl RegisterPart {
    /// A part, set as its columns need: a form where the form numbers its boxes, else the narrowest page that takes
    /// them, and two facing pages where none does. Widths follow the words that stand in the columns.
    #[must_use]
    pub fn new(name: Bilingual, mut columns: Vec<ColumnHead>, entries: Vec<RegisterEntry>) -> Self {
        for (i, column) in columns.iter_mut().enumerate() {
            let words = entries.iter().filter_map(|e| e.cells.get(i)).map(|t| t.words.chars().count());
            column.share = share(&column.en, words.max().unwrap_or(0));
        }
        let layout = match columns.len() {
            _ if columns.iter().any(|c| c.printed_box.is_some()) => Layout::Form,
            n if n <= UPRIGHT => Layout::Upright,
            n if n <= SIDEWAYS => Layout::Sideways,
            _ => Layout::Double,
        };
        let first = if layout == Layout::Double { half(&columns) } else { columns.len() };
        Self { name, layout, columns, first, entries }
    }
}

/// The longest word of the heading must fit; long words below want width, but less than in proportion.
fn share(heading: &str, longest: usize) -> u32 {
    let word = heading.split_whitespace().map(|w| w.chars().count()).max().unwrap_or(0);
    let body = longest.isqrt().saturating_mul(2);
    u32::try_from(word.max(body)).unwrap_or(u32::MAX).clamp(SHARES.0, SHARES.1)
}

/// How many columns stand on the first page, so that both are about as full.
fn half(columns: &[ColumnHead]) -> usize {
    let all: u32 = columns.iter().map(|c| c.share).sum();
    let mut taken = 0;
    let fits = |c: &&ColumnHead| {
        taken += c.share;
        taken * 2 <= all
    };
    columns.iter().take_while(fits).count().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(n: usize, printed_box: Option<u8>) -> Vec<ColumnHead> {
        let head = ColumnHead { en: "Column".to_owned(), ur: "خانہ".to_owned(), printed_box, share: 0 };
        vec![head; n]
    }

    #[test]
    fn a_part_takes_the_narrowest_page_that_holds_it() {
        let layout = |n, b| RegisterPart::new(Bilingual::default(), columns(n, b), Vec::new()).layout;
        assert_eq!(layout(1, None), Layout::Upright);
        assert_eq!(layout(6, None), Layout::Upright);
        assert_eq!(layout(7, None), Layout::Sideways);
        assert_eq!(layout(11, None), Layout::Double);
        assert_eq!(layout(24, Some(1)), Layout::Form);
    }

    #[test]
    fn two_facing_pages_are_about_as_full() {
        let part = RegisterPart::new(Bilingual::default(), columns(18, None), Vec::new());
        assert_eq!(part.first, 9);
    }
}
