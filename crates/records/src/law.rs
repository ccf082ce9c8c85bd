//! The statute book as the rules ask for it.

use jiff::civil::Date;
use roznamcha_acts::law::{Law, Section};
use roznamcha_statute::{OffenceCode, Province, StatuteBook};

/// The statute book, answering the rules.
#[derive(Debug)]
pub struct LawBook(StatuteBook);

impl LawBook {
    /// The rules shall ask this book.
    pub fn new(book: StatuteBook) -> Self {
        Self(book)
    }

    /// The book.
    pub fn statute(&self) -> &StatuteBook {
        &self.0
    }
}

impl Law for LawBook {
    fn section(&self, code: &str, province: &str, day: Date) -> Option<Section> {
        let code = OffenceCode::new(code).ok()?;
        let province: Province = province.parse().ok()?;
        let offence = self.0.offence_on(&code, province, day)?;
        Some(Section {
            cognizable: offence.is_cognizable(),
            modifier: offence.is_modifier(),
            sensitive: offence.sealed_by_default(),
        })
    }
}
