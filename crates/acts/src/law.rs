//! What the rules ask of the statute book. The book itself is data and lives in its own crate.

use jiff::civil::Date;

/// What the rules need to know of one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Whether police may register it under section 154; `None` where the book is not sure.
    pub cognizable: Option<bool>,
    /// A modifier (common intention, attempt) that cannot stand alone.
    pub modifier: bool,
    /// The victim's identity is protected by law: the record is sealed from the start.
    pub sensitive: bool,
}

/// The law in force, as the rules see it. Tests may bring a law of their own.
pub trait Law: Send + Sync {
    /// The section of that code in force in the province on the day; `None` where there is no such section then.
    fn section(&self, code: &str, province: &str, day: Date) -> Option<Section>;
}
