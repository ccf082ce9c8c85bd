//! What a cluster may be asked to be.

use crate::{Cluster, ClusterError};

/// Whether a commit is on the disk before it is acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Durability {
    /// As PostgreSQL ships: flush at every commit. What faults and benchmarks must be measured with.
    #[default]
    Durable,
    /// No flushing at all: for tests of what is computed, where nobody pulls the plug.
    Fast,
}

/// How to start a [`Cluster`]; from [`Cluster::options`].
#[derive(Debug, Clone, Default)]
pub struct Options {
    settings: Vec<(String, String)>,
    certificate: Option<Certificate>,
}

/// A certificate and its key, PEM.
#[derive(Debug, Clone)]
pub(crate) struct Certificate {
    pub(crate) chain: String,
    pub(crate) key: String,
}

impl Options {
    /// Chooses the durability (`Durable` unless told).
    #[must_use]
    pub fn durability(self, durability: Durability) -> Self {
        match durability {
            Durability::Durable => self.setting("fsync", "on").setting("synchronous_commit", "on"),
            Durability::Fast => self
                .setting("fsync", "off")
                .setting("synchronous_commit", "off")
                .setting("full_page_writes", "off"),
        }
    }

    /// Gives the server one more setting, e.g. `setting("max_connections", "200")`; the last of a name wins.
    #[must_use]
    pub fn setting(mut self, name: &str, value: &str) -> Self {
        self.settings.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Lets clients encrypt, with this certificate and its key (PEM).
    #[must_use]
    pub fn certificate(mut self, chain: &str, key: &str) -> Self {
        self.certificate = Some(Certificate { chain: chain.to_owned(), key: key.to_owned() });
        self
    }

    /// Starts a cluster.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn start(self) -> Result<Cluster, ClusterError> {
        Cluster::start_with(self.settings, self.certificate)
    }
}
