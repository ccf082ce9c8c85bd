//! Incidents brought over from a legacy system, and the reconciliation of each import.

use serde::{Deserialize, Serialize};

use crate::kinds::{LegacyIncident, LegacyReconcile};
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};

/// A legacy incident. It has no statutory serial: it was registered elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncidentRow {
    /// The office it was assigned to.
    pub office: String,
    /// The act.
    pub act: String,
    /// The incident as imported; `None` after expungement.
    pub incident: Option<LegacyIncident>,
}

impl View for IncidentRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "incident",
        columns: &[text("source"), text("number"), text("class"), int("occurred")],
        indexes: &[&["office", "occurred"], &["office", "class", "occurred"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        let i = self.incident.as_ref();
        vec![
            i.map(|i| i.source.clone()).into(),
            i.map(|i| i.number.clone()).into(),
            i.map(|i| i.class.clone()).into(),
            i.map(|i| i.occurred_from.millis()).into(),
        ]
    }
}

/// The outcome of one import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReconcileRow {
    /// The office that imported.
    pub office: String,
    /// The act.
    pub act: String,
    /// When.
    pub at: Moment,
    /// The totals.
    pub totals: LegacyReconcile,
}

impl View for ReconcileRow {
    const TABLE: &'static TableDef =
        &TableDef { name: "reconcile", columns: &[text("source"), int("at")], indexes: &[] };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![self.totals.source.as_str().into(), self.at.millis().into()]
    }
}
