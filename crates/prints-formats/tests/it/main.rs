//! Tests through the public interface.

#[cfg(test)]
mod rings;
#[cfg(test)]
mod wsq;
