//! What the rules ask of the statute book. The book itself is data and lives in its own crate.

use jiff::civil::Date;

use crate::views::Stage;

/// What the rules need to know of one section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Whether police may register it under section 154; `None` where the book is not sure.
    pub cognizable: Option<bool>,
    /// A modifier (common intention, attempt) that cannot stand alone.
    pub modifier: bool,
    /// The victim's identity is protected by law: the record is sealed from the start.
    pub sensitive: bool,
    /// Punishable with death.
    pub capital: bool,
    /// Of narcotics.
    pub narcotic: bool,
    /// Rape.
    pub rape: bool,
    /// Murder or dacoity: a woman may be remanded to the police for it.
    pub grave: bool,
}

/// One way in which a kind of act may follow upon a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The stages in which it may follow.
    pub from: Vec<Stage>,
    /// The stage it leads to; `None` where the case stands as before.
    pub to: Option<Stage>,
    /// The least rank that may do it.
    pub least_rank: Option<String>,
    /// Codes of the legal bases it is done under.
    pub bases: Vec<String>,
}

/// The law in force, as the rules see it. Tests may bring a law of their own.
pub trait Law: Send + Sync {
    /// The section of that code in force in the province on the day; `None` where there is no such section then.
    fn section(&self, code: &str, province: &str, day: Date) -> Option<Section>;

    /// What the law of that province and day says of a kind of act upon a case: each way it may follow. A book that
    /// says nothing allows nothing.
    fn allowed(&self, kind: &str, province: &str, day: Date) -> Vec<Allowed> {
        let _ = (kind, province, day);
        Vec::new()
    }

    /// Seniority of a rank: a greater number is a higher rank. `None` for what is no rank of the police.
    fn rank(&self, code: &str) -> Option<u8> {
        let _ = code;
        None
    }
}
