//! An absconder or deserter on the list (register IV). It names nobody.

use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsconderRow {
    /// The office.
    pub office: String,
    /// The act that entered it.
    pub act: String,
    /// The entry in register IV.
    pub entry: EntryRef,
    /// When it was entered.
    pub entered: Moment,
    /// When it was struck off, and by which act.
    pub removed: Option<(Moment, String)>,
}

impl View for AbsconderRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "absconder",
        columns: &[text("part"), int("entered"), int("removed")],
        indexes: &[&["office", "removed"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.entry.part.as_str().into(),
            self.entered.millis().into(),
            self.removed.as_ref().map(|(at, _)| at.millis()).into(),
        ]
    }
}
