//! What can go wrong between wanting a server and having one.

use std::path::PathBuf;

/// Why a cluster could not be started, stopped or asked.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// No directory holds all the programs needed.
    #[error(
        "no PostgreSQL server found in ROZNAMCHA_PG_BIN, /usr/lib/postgresql/*/bin or PATH: install Debian's package \
         `postgresql`, or set ROZNAMCHA_PG_BIN to the directory that holds `initdb` and `postgres`"
    )]
    NoBinaries,
    /// PostgreSQL refuses to run as root and there is nobody else to run it as.
    #[error(
        "PostgreSQL does not run as root, and neither a `postgres` nor a `nobody` user exists: create one, \
         or run as an ordinary user"
    )]
    NoAccount,
    /// A directory could not be made, given away or removed.
    #[error("cannot prepare `{path}`")]
    Directory {
        /// The directory.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A program could not be started or waited for.
    #[error("cannot run `{program}`")]
    Run {
        /// The program's path.
        program: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A program ended with an error.
    #[error("`{program}` failed: {message}")]
    Failed {
        /// The program's path.
        program: PathBuf,
        /// What it wrote on its error output, trimmed.
        message: String,
    },
    /// No free port could be found on loopback.
    #[error("no free port on loopback")]
    Port(#[source] std::io::Error),
    /// The server ended before it was ready.
    #[error("the server ended before it was ready; its log ends: {log}")]
    Ended {
        /// The last lines of the server's log.
        log: String,
    },
    /// The server did not become ready, or did not stop, in time.
    #[error("the server was not {wanted} after {seconds} seconds; its log ends: {log}")]
    TimedOut {
        /// `ready` or `stopped`.
        wanted: &'static str,
        /// How long was waited.
        seconds: u64,
        /// The last lines of the server's log.
        log: String,
    },
}
