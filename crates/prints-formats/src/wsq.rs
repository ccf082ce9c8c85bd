//! WSQ: wavelet scalar quantisation of grey fingerprints, FBI IAFIS-IC-0110.
//!
//! Own work from the specification. Sums are made in single precision and in the order of the widely used
//! public-domain coder, so that a file decodes to the very pixels, and an image encodes to the very bytes,
//! that it gives.

mod bits;
mod decode;
mod encode;
mod error;
mod filters;
mod huffman;
mod quantise;
mod scaled;
mod tables;
mod tree;
mod wavelet;

pub use decode::{MOST_PIXELS, decode};
pub use encode::{USUAL_RATE, encode};
pub use error::WsqError;

/// Markers of segments.
pub(crate) mod marker {
    pub(crate) const START: u16 = 0xffa0;
    pub(crate) const END: u16 = 0xffa1;
    pub(crate) const FRAME: u16 = 0xffa2;
    pub(crate) const BLOCK: u16 = 0xffa3;
    pub(crate) const FILTERS: u16 = 0xffa4;
    pub(crate) const QUANTISERS: u16 = 0xffa5;
    pub(crate) const HUFFMAN: u16 = 0xffa6;
    pub(crate) const COMMENT: u16 = 0xffa8;
}

/// Whether these bytes begin as a WSQ file does.
#[must_use]
pub fn is_wsq(bytes: &[u8]) -> bool {
    bytes.starts_with(&marker::START.to_be_bytes())
}
