//! A road certificate (register XXI): what left with whom, who received it, whether its receipt is back.

use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};
use crate::views::{Seals, Whereabouts};

/// How an article arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// When.
    pub at: Moment,
    /// The number the receiver gave.
    pub number: String,
    /// The act that recorded it.
    pub act: String,
    /// Articles whose seals were not intact.
    pub broken: Vec<EntryRef>,
}

/// A road certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoadRow {
    /// The office.
    pub office: String,
    /// The act that issued it.
    pub act: String,
    /// Its entry in register XXI.
    pub entry: EntryRef,
    /// Whither.
    pub to: Whereabouts,
    /// The case, where it is of one.
    pub fir: Option<String>,
    /// The articles, by their entries in register XIX.
    pub items: Vec<EntryRef>,
    /// Who carries them.
    pub carrier: String,
    /// When they left.
    pub left: Moment,
    /// The state of the seals when they left.
    pub seals: Seals,
    /// Once they were received.
    pub received: Option<Arrival>,
    /// When the receipt came back to the file.
    pub returned: Option<Moment>,
}

impl View for RoadRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "road",
        columns: &[text("place"), text("carrier"), int("left_at"), int("received"), int("outstanding")],
        indexes: &[&["office", "outstanding"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.to.as_str().into(),
            self.carrier.as_str().into(),
            self.left.millis().into(),
            self.received.as_ref().map(|r| r.at.millis()).into(),
            self.returned.is_none().into(),
        ]
    }
}
