//! Files that an act holds by naming them itself, as an enrolment holds its images: as long as the row is there, the
//! file is kept.

use serde::{Deserialize, Serialize};

use crate::rows::{Book, TableDef, Value, View, ViewError, text};

/// One file of one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldRow {
    /// The office.
    pub office: String,
    /// The act.
    pub act: String,
    /// SHA-256 of the file.
    pub sha256: String,
}

impl HeldRow {
    /// Its key: act and hash.
    pub fn key_of(act: &str, sha256: &str) -> String {
        format!("{act}/{sha256}")
    }

    /// An act holds these files.
    pub(crate) fn hold<'a>(
        (office, act): (&str, &str),
        files: impl IntoIterator<Item = &'a String>,
        book: &mut Book<'_>,
    ) -> Result<(), ViewError> {
        for sha256 in files {
            let (office, act, sha256) = (office.to_owned(), act.to_owned(), sha256.clone());
            book.put(&Self { office, act, sha256 })?;
        }
        Ok(())
    }

    /// It holds them no more.
    pub(crate) fn let_go<'a>(
        (office, act): (&str, &str),
        files: impl IntoIterator<Item = &'a String>,
        book: &mut Book<'_>,
    ) {
        for sha256 in files {
            book.delete(Self::at(office, &Self::key_of(act, sha256)));
        }
    }
}

impl View for HeldRow {
    const TABLE: &'static TableDef =
        &TableDef { name: "held", columns: &[text("sha256")], indexes: &[&["sha256"]] };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        Self::key_of(&self.act, &self.sha256)
    }
    fn columns(&self) -> Vec<Value> {
        vec![self.sha256.as_str().into()]
    }
}
