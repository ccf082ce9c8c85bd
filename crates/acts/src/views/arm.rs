//! A government weapon on charge (register XVI, part III), and a licensed arm deposited (register XVIII).

use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};
use crate::views::entry_key;

/// Who has a weapon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// The officer.
    pub to: String,
    /// Since when.
    pub at: Moment,
    /// Rounds issued with it.
    pub rounds: u32,
    /// The act.
    pub act: String,
}

/// A government weapon on charge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArmRow {
    /// The office.
    pub office: String,
    /// Its entry in register XVI, part III.
    pub entry: EntryRef,
    /// Who has it, while it is issued.
    pub issued: Option<Issued>,
}

impl View for ArmRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "arm",
        columns: &[text("officer"), int("issued")],
        indexes: &[&["office", "officer"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        entry_key(&self.entry)
    }
    fn columns(&self) -> Vec<Value> {
        let issued = self.issued.as_ref();
        vec![issued.map(|i| i.to.clone()).into(), issued.map(|i| i.at.millis()).into()]
    }
}

/// A licensed arm deposited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepositRow {
    /// The office.
    pub office: String,
    /// The act that took it in.
    pub act: String,
    /// Its receipt, the entry in register XVIII.
    pub entry: EntryRef,
    /// The licence, where it is in register XVII here.
    pub licence: Option<EntryRef>,
    /// When.
    pub deposited: Moment,
    /// When it was given back or confiscated, and by which act.
    pub ended: Option<(Moment, String)>,
}

impl View for DepositRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "deposit",
        columns: &[int("deposited"), int("ended")],
        indexes: &[&["office", "ended"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![self.deposited.millis().into(), self.ended.as_ref().map(|(at, _)| at.millis()).into()]
    }
}
