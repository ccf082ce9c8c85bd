//! Persons lodged in the station's lock-up.

use serde::{Deserialize, Serialize};

use crate::kinds::Party;
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int};
use crate::views::Gone;

/// One person's stay in the lock-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyRow {
    /// The station.
    pub office: String,
    /// The act that lodged him.
    pub act: String,
    /// The person; `None` after expungement.
    pub person: Option<Party>,
    /// Sections he is held under.
    pub sections: Vec<String>,
    /// When he was arrested: section 61's 24 hours run from here.
    pub arrested: Moment,
    /// When he was lodged.
    pub lodged: Moment,
    /// When he left, and the act.
    pub released: Option<(Moment, String)>,
    /// Why or whither he left: a code.
    pub release: Option<String>,
    /// The accused he is, by key, where he was arrested in a case.
    #[serde(default)]
    pub accused: Option<String>,
    /// When he had left before and was brought back, oldest first.
    #[serde(default)]
    pub earlier: Vec<(Moment, String)>,
    /// When he was brought back, and the acts, oldest first.
    #[serde(default)]
    pub returns: Vec<(Moment, String)>,
    /// Set when the content was removed by a court's order.
    pub gone: Option<Gone>,
}

impl CustodyRow {
    /// Whether he is in the lock-up.
    pub fn is_held(&self) -> bool {
        self.person.is_some() && self.released.is_none()
    }

    /// Whether he is in a hospital, under guard, to come back.
    pub fn is_in_hospital(&self) -> bool {
        self.person.is_some() && self.release.as_deref() == Some("hospital")
    }

    /// The case he was arrested in.
    pub fn case(&self) -> Option<&str> {
        self.accused.as_deref().and_then(|key| key.rsplit_once('/')).map(|(fir, _)| fir)
    }
}

impl View for CustodyRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "custody",
        columns: &[int("held"), int("arrested"), int("lodged")],
        indexes: &[&["office", "held"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        let held = self.released.is_none() && self.gone.is_none();
        vec![held.into(), self.arrested.millis().into(), self.lodged.millis().into()]
    }
}
