//! The store of descriptions through its public interface, on people who do not exist.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stand outside #[test] functions"
)]

#[cfg(test)]
mod exact;
#[cfg(test)]
mod lineup;
mod people;
#[cfg(test)]
mod properties;
mod sample;
#[cfg(test)]
mod words;
