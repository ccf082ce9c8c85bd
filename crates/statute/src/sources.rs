//! The text of the data files, built in, each replaceable by an administrator's edited copy.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::error::StatuteError;

macro_rules! built_in {
    ($($name:literal)+) => {
        [$(($name, include_str!(concat!("../data/", $name)))),+]
    };
}

/// The text of every data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    texts: BTreeMap<&'static str, Cow<'static, str>>,
}

impl Sources {
    /// The files as shipped.
    pub fn built_in() -> Self {
        let files = built_in!(
            "acts.csv" "allowed.csv" "bases.csv" "columns.csv" "crosschecks.csv" "deadlines.csv" "heads.csv"
            "holidays.csv" "offences.csv" "offices.csv" "parts.csv" "ranks.csv" "registers.csv" "roles.csv"
            "looks.csv" "methods.csv" "regimes.csv"
        );
        Self { texts: files.into_iter().map(|(name, text)| (name, Cow::Borrowed(text))).collect() }
    }

    /// The names of the files.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.texts.keys().copied()
    }

    /// The text of a file.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(AsRef::as_ref)
    }

    /// Puts an edited copy in place of a file.
    ///
    /// # Errors
    /// [`StatuteError::UnknownFile`] when there is no such file.
    pub fn replace(&mut self, name: &str, text: impl Into<String>) -> Result<(), StatuteError> {
        let known = || self.names().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ");
        let Some(name) = self.names().find(|n| *n == name) else {
            return Err(StatuteError::UnknownFile { name: name.to_owned(), known: known() });
        };
        self.texts.insert(name, Cow::Owned(text.into()));
        Ok(())
    }
}
