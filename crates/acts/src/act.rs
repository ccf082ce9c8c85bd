//! The act: the only thing that is ever written. Who, where, when it happened, when it was stated, on what legal
//! basis, and a typed body.

use roznamcha_journal::{Hash, Header};
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

use crate::kinds::Body;
use crate::moment::Moment;
use crate::rows::ViewError;

/// The id a client gives its act; the same id sent twice is one act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActId(pub Uuid);

impl fmt::Display for ActId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for ActId {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        text.parse().map(Self)
    }
}

/// An act as an officer performs it, before it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// The client's id.
    pub id: ActId,
    /// Code of the office whose journal it goes to.
    pub office: String,
    /// Code of the officer who performs it.
    pub officer: String,
    /// Code of the officer's rank at that time.
    pub rank: String,
    /// When it happened.
    pub happened: Moment,
    /// When information of it reached the office, where that differs in law (diary, rule 22.49).
    pub informed: Option<Moment>,
    /// The hour of entry the officer states.
    pub stated: Moment,
    /// Citation codes: the legal basis. Empty means the kind's own.
    pub basis: Vec<String>,
    /// What was done.
    pub body: Body,
}

/// An act as it stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its header.
    pub header: Header,
    /// Its leaf hash.
    pub leaf: Hash,
    /// Its body; `None` after expungement.
    pub body: Option<Body>,
}

impl Recorded {
    /// When it was written, by the office's clock.
    pub fn written(&self) -> Result<Moment, ViewError> {
        self.header.written.parse().map_err(|_| ViewError::Time(self.header.act.clone()))
    }

    /// When it happened.
    pub fn happened(&self) -> Result<Moment, ViewError> {
        self.header.happened.parse().map_err(|_| ViewError::Time(self.header.act.clone()))
    }
}
