//! A change of charge (register XXV): what the books say, who signed, who countersigned.

use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::kinds::Counts;
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Who.
    pub officer: String,
    /// When.
    pub at: Moment,
    /// The act.
    pub act: String,
}

/// A charge note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChargeRow {
    /// The office.
    pub office: String,
    /// The act of handing over.
    pub act: String,
    /// Its entry in register XXV.
    pub entry: EntryRef,
    /// Who hands over.
    pub from: String,
    /// Who takes over.
    pub to: String,
    /// What the books say.
    pub book: Counts,
    /// Whether something differs from them.
    pub differs: bool,
    /// Signed by who takes over.
    pub taken: Option<Signature>,
    /// Countersigned by the SDPO.
    pub countersigned: Option<Signature>,
}

impl View for ChargeRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "charge",
        columns: &[text("officer"), int("differs"), int("taken"), int("countersigned")],
        indexes: &[&["office", "countersigned"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        let at = |s: &Option<Signature>| s.as_ref().map(|s| s.at.millis());
        vec![
            self.to.as_str().into(),
            self.differs.into(),
            at(&self.taken).into(),
            at(&self.countersigned).into(),
        ]
    }
}
