//! What is asked for: one row, or the place where a new row would be written.

use serde::{Deserialize, Serialize};

use crate::names::named;

named! {
    /// The kinds of row. `Office` also stands for "something new in this office".
    ResourceKind, "kind of record" {
        /// An entry of Register II, the station's daily diary.
        Diary = "Diary",
        /// A First Information Report, Register I.
        Fir = "Fir",
        /// An entry of any other register, or a page of a register.
        Register = "Register",
        /// An office's journal.
        Journal = "Journal",
        /// An officer's posting, rank and account.
        Staff = "Staff",
        /// An office.
        Office = "Office",
        /// The audit log.
        Audit = "Audit",
        /// The statute book and the other tables of law.
        Statute = "Statute",
        /// A row of a list imported from an older system.
        Legacy = "Legacy",
        /// Something typed and not yet registered.
        Draft = "Draft",
        /// The home page of a role.
        Home = "Home",
    }
}

/// The marks of a row on which the policies decide; never its content.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Resource {
    /// What it is.
    pub kind: ResourceKind,
    /// The code of the office that keeps it.
    pub office: String,
    /// The codes of the offices above that office, nearest first.
    pub scope: Vec<String>,
    /// Whether a protected person's case is sealed.
    pub sealed: bool,
    /// Whether a child is accused or protected in it.
    pub juvenile: bool,
    /// Whether a court's order has removed its content.
    pub expunged: bool,
    /// The officer code of the investigating officer.
    pub io: Option<String>,
    /// The officer code of whoever wrote it.
    pub created_by: Option<String>,
}

impl Resource {
    /// A row with no marks: not sealed, no child, not expunged, nobody's case.
    pub fn plain(kind: ResourceKind, office: impl Into<String>, scope: Vec<String>) -> Self {
        Self {
            kind,
            office: office.into(),
            scope,
            sealed: false,
            juvenile: false,
            expunged: false,
            io: None,
            created_by: None,
        }
    }
}
