//! The bench through its command, on a small folder of sets.

#![expect(clippy::unwrap_used, reason = "helpers of tests stand outside #[test] functions")]

#[cfg(test)]
mod command;
#[cfg(test)]
mod people;
