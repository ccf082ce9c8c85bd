//! Numbers looked up as people remember and mistype them. The numbers that answer are the caller's own.

mod cnics;
mod edits;
mod plates;
mod serials;

pub use self::cnics::Cnics;
pub use self::plates::{Found, Plates};
pub use self::serials::Serials;
