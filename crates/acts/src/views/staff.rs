//! Officers posted to an office, over time (register XVI, part I).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rows::{TableDef, Value, View, int, text};

/// One posting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostingRow {
    /// Rank code.
    pub rank: String,
    /// Role code.
    pub role: String,
    /// From.
    pub from: Date,
    /// Until, once relieved.
    pub until: Option<Date>,
    /// Number of the order.
    pub order_no: String,
    /// The act.
    pub act: String,
}

/// An officer at an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRow {
    /// The office.
    pub office: String,
    /// The officer's code, unique in the country.
    pub officer: String,
    /// Name in Urdu.
    pub name_ur: String,
    /// Name in English.
    pub name_en: String,
    /// Belt number, unique in the district only.
    pub belt_no: String,
    /// Telephone.
    pub phone: Option<String>,
    /// A woman officer (some statements must be recorded by one).
    pub woman: bool,
    /// May interrogate juveniles (JJSA 2018).
    pub juvenile_trained: bool,
    /// Postings here, oldest first.
    pub postings: Vec<PostingRow>,
}

impl StaffRow {
    /// The posting now held here.
    pub fn current(&self) -> Option<&PostingRow> {
        self.postings.last().filter(|p| p.until.is_none())
    }
}

impl View for StaffRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "staff",
        columns: &[text("officer"), text("role"), text("rank"), int("posted"), text("since")],
        indexes: &[&["officer"], &["office", "posted"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.officer.clone()
    }
    fn columns(&self) -> Vec<Value> {
        let last = self.postings.last();
        vec![
            self.officer.as_str().into(),
            last.map(|p| p.role.clone()).into(),
            last.map(|p| p.rank.clone()).into(),
            self.current().is_some().into(),
            last.map(|p| p.from.to_string()).into(),
        ]
    }
}
