//! Tests through the public interface.

#[cfg(test)]
mod fmr;
#[cfg(test)]
mod rings;
#[cfg(test)]
mod wsq;
