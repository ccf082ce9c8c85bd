//! Running counts of an office, kept on its desk: what a change of charge hands over is counted from the books.

use serde::{Deserialize, Serialize};

/// Counts as the books stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tally {
    /// Articles in the store-room (register XIX).
    pub in_store: u32,
    /// Articles out of it: at court, laboratory, with an owner on bond.
    pub out: u32,
    /// Articles that a check did not find, and nobody has found since.
    pub missing: u32,
    /// Road certificates whose receipt is not back in the file (register XXI).
    pub roads: u32,
    /// Government arms on charge (register XVI, part III).
    pub arms: u32,
    /// Those of them that are issued.
    pub arms_issued: u32,
    /// Licensed arms deposited and not given back (register XVIII).
    pub deposits: u32,
    /// Absconders and deserters on the list (register IV).
    pub absconders: u32,
    /// Persons on the surveillance list (register X).
    pub watched: u32,
    /// Cases in the station's hands: under investigation, or returned by the prosecutor.
    pub pending: u32,
    /// Cases untraced.
    pub untraced: u32,
}

impl Tally {
    /// Whether nothing is counted yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A count one up or one down; never below nothing.
pub(crate) fn step(count: &mut u32, up: bool) {
    *count = if up { count.saturating_add(1) } else { count.saturating_sub(1) };
}
