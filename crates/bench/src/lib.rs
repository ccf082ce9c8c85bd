//! Benchmarks: ours against the database's own floor, in the same run, reported as ratios.

pub mod acts;
pub mod case;
pub mod client;
pub mod crosscheck;
pub mod floor;
pub mod import;
pub mod inside;
pub mod memory;
pub mod morning;
pub mod posting;
pub mod print;
pub mod readers;
pub mod report;
pub mod site;
pub mod times;

/// A benchmark could not run.
#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    /// The trial node.
    #[error(transparent)]
    Trial(#[from] roznamcha_trial::TrialError),
    /// The door.
    #[error(transparent)]
    Door(#[from] roznamcha_records::DoorError),
    /// The store.
    #[error(transparent)]
    Store(#[from] roznamcha_store::StoreError),
    /// Signing in.
    #[error(transparent)]
    SignIn(#[from] roznamcha_records::SignInError),
    /// SQLite itself.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL itself.
    #[error(transparent)]
    Postgres(#[from] tokio_postgres::Error),
    /// The private cluster.
    #[error(transparent)]
    Cluster(#[from] roznamcha_cluster::ClusterError),
    /// Files and sockets.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// An answer that was not the one measured for.
    #[error("the server answered {0}")]
    Answer(String),
}
