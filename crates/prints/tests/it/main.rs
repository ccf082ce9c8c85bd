//! The fingerprint engine through its public interface, on prints that are drawn, not taken.

#![expect(clippy::unwrap_used, reason = "helpers of tests stand outside #[test] functions")]

#[cfg(test)]
mod accuracy;
#[cfg(test)]
mod card;
mod drawn;
#[cfg(test)]
mod extractor;
#[cfg(test)]
mod matcher;
mod pressed;
#[cfg(test)]
mod quality;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod slap;
#[cfg(test)]
mod template;
