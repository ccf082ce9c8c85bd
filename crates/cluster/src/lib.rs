//! A private PostgreSQL cluster for tests and benchmarks.
//!
//! A test that needs PostgreSQL starts its own server: data and socket in a temporary directory, a free port on
//! loopback, gone when the value is dropped, and also when the test's process dies without dropping it.
//!
//! Never for records: anyone who can reach loopback on this machine is let in without a password.

mod account;
mod binaries;
mod cluster;
mod error;
mod guard;
mod options;
mod process;
mod sql;

pub use cluster::Cluster;
pub use error::ClusterError;
pub use options::{Durability, Options};
