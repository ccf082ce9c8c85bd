//! The bench on files of its own.

#![expect(clippy::unwrap_used, reason = "helpers of tests stand outside #[test] functions")]

#[cfg(test)]
mod files;
#[cfg(test)]
mod words;
