//! Files, each with the act that holds it, and the acts that hold files of an act or a case.

use serde::{Deserialize, Serialize};

use crate::kinds::AttachedFile;
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};

/// One file of one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentRow {
    /// The office.
    pub office: String,
    /// The act that holds it.
    pub act: String,
    /// Its place among the files of that act, from 0.
    pub place: u32,
    /// The act it belongs to.
    pub to: String,
    /// The FIR of its case.
    pub case: Option<String>,
    /// When it joined the books, by the clock.
    pub added: Moment,
    /// By which officer.
    pub officer: String,
    /// The officer's rank then.
    pub rank: String,
    /// The file.
    pub file: AttachedFile,
}

impl AttachmentRow {
    /// Its key: act and hash; one act holds a file once.
    pub fn key_of(act: &str, sha256: &str) -> String {
        format!("{act}/{sha256}")
    }

    /// The hash in a key.
    pub fn hash_in(key: &str) -> Option<&str> {
        key.rsplit_once('/').map(|(_, hash)| hash)
    }
}

impl View for AttachmentRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "attachment",
        columns: &[text("of"), text("for_case"), text("sha256"), int("added"), int("place")],
        indexes: &[&["office", "of", "added"], &["office", "for_case", "added"], &["sha256"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        Self::key_of(&self.act, &self.file.sha256)
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.to.as_str().into(),
            self.case.clone().into(),
            self.file.sha256.as_str().into(),
            self.added.millis().into(),
            i64::from(self.place).into(),
        ]
    }
}

/// Which acts hold files of an act or a case: when it is expunged, they go with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachedRow {
    /// The office.
    pub office: String,
    /// The act or case.
    pub to: String,
    /// Acts that hold files of it, oldest first.
    pub acts: Vec<String>,
}

impl AttachedRow {
    /// None yet.
    pub(crate) fn new(office: &str, to: &str) -> Self {
        Self { office: office.to_owned(), to: to.to_owned(), acts: Vec::new() }
    }
}

impl View for AttachedRow {
    const TABLE: &'static TableDef = &TableDef { name: "attached", columns: &[], indexes: &[] };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.to.clone()
    }
    fn columns(&self) -> Vec<Value> {
        Vec::new()
    }
}
