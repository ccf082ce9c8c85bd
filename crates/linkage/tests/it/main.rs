//! Linkage through its public interface, on records of nobody.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stand outside #[test] functions"
)]

#[cfg(test)]
mod entities;
#[cfg(test)]
mod guards;
mod made;
#[cfg(test)]
mod model;
#[cfg(test)]
mod online;
