//! A docket sent to a laboratory or a doctor, and whether its report is back. It holds no words of either.

use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::kinds::DocketKind;
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};
use crate::views::Seals;

/// A report that came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// The act that recorded it.
    pub act: String,
    /// When it came.
    pub at: Moment,
    /// The seals as the laboratory found them.
    pub seals: Option<Seals>,
}

/// A docket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocketRow {
    /// The office.
    pub office: String,
    /// The act that issued it.
    pub act: String,
    /// Its entry in the working register.
    pub entry: EntryRef,
    /// Laboratory or medical.
    pub kind: DocketKind,
    /// The case.
    pub fir: Option<String>,
    /// The articles, by their entries in register XIX.
    pub items: Vec<EntryRef>,
    /// When it was sent.
    pub sent: Moment,
    /// The report, once it is back.
    pub report: Option<Reported>,
}

impl View for DocketRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "docket",
        columns: &[text("kind"), text("fir"), int("sent"), int("reported")],
        indexes: &[&["office", "reported"], &["office", "fir"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.kind.as_str().into(),
            self.fir.clone().into(),
            self.sent.millis().into(),
            self.report.as_ref().map(|r| r.at.millis()).into(),
        ]
    }
}
