//! Tests through the public interface.

#[cfg(test)]
mod fmr;
#[cfg(test)]
mod itl;
#[cfg(test)]
mod rings;
#[cfg(test)]
mod wsq;
