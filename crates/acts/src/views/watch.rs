//! A person on the surveillance list or with a history sheet: by whose order, until which review. It names nobody.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};

/// A person watched by order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchRow {
    /// The office.
    pub office: String,
    /// The act that entered it.
    pub act: String,
    /// The entry in register X, where the person is listed there.
    pub listed: Option<EntryRef>,
    /// The entry in register XI, where there is a history sheet.
    pub sheet: Option<EntryRef>,
    /// The clause it rests on.
    pub ground: String,
    /// Number of the order.
    pub order_no: String,
    /// Its date.
    pub order_date: Date,
    /// Until when it must be reviewed.
    pub review_due: Date,
    /// Visits so far.
    pub visits: u32,
    /// The last of them.
    pub last_visit: Option<Moment>,
    /// The act of removal, and when.
    pub removed: Option<(Moment, String)>,
}

impl View for WatchRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "watch",
        columns: &[text("part"), text("ground"), text("review_due"), int("visits"), int("removed")],
        indexes: &[&["office", "removed", "review_due"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.listed.as_ref().map(|e| e.part.clone()).into(),
            self.ground.as_str().into(),
            self.review_due.to_string().into(),
            i64::from(self.visits).into(),
            self.removed.as_ref().map(|(at, _)| at.millis()).into(),
        ]
    }
}
