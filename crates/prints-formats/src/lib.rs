//! Fingerprint files of the standards, read and written: WSQ images (FBI IAFIS-IC-0110), minutiae of
//! ISO/IEC 19794-2:2005 and ANSI INCITS 378-2004, transactions of ANSI/NIST-ITL in traditional encoding.
//!
//! Pure: bytes in, values out, and back. A hostile or broken file is a typed error: never a panic, nor more memory
//! than the largest true file needs.

mod bytes;
pub mod fmr;
pub mod itl;
pub mod wsq;
