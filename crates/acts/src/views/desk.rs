//! The station's desk as it stands: the open diary day, the cash in hand, who is in the lock-up.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rows::{TableDef, Value, View, int, text};
use crate::views::Tally;

/// One row for each office that keeps a diary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskRow {
    /// The office.
    pub office: String,
    /// The day whose diary is open.
    pub open_day: Option<Date>,
    /// The last day that was closed.
    pub last_closed: Option<Date>,
    /// Cash in hand by register XX, in paisa.
    pub cash_paisa: i64,
    /// Acts by which persons now in the lock-up were lodged, in order.
    pub lockup: Vec<String>,
    /// What else is counted.
    #[serde(default, skip_serializing_if = "Tally::is_empty")]
    pub tally: Tally,
}

impl DeskRow {
    /// The one key of the desk.
    pub const KEY: &'static str = "-";

    /// A desk nothing has happened at yet.
    pub fn new(office: &str) -> Self {
        Self {
            office: office.to_owned(),
            open_day: None,
            last_closed: None,
            cash_paisa: 0,
            lockup: Vec::new(),
            tally: Tally::default(),
        }
    }
}

impl View for DeskRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "desk",
        columns: &[text("open_day"), int("cash_paisa"), int("in_lockup")],
        indexes: &[],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        Self::KEY.to_owned()
    }
    fn columns(&self) -> Vec<Value> {
        let held = i64::try_from(self.lockup.len()).unwrap_or(i64::MAX);
        vec![self.open_day.map(|d| d.to_string()).into(), self.cash_paisa.into(), held.into()]
    }
}
