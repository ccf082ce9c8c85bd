//! The file area: sealed objects in a folder or in an S3-compatible store; what a file is by its content; small
//! pictures. It knows nothing of records: who may read and which act holds a file is decided above.
//!
//! Everything here blocks: callers run it on threads for it.

mod area;
mod facts;
mod folder;
mod format;
mod grey;
mod name;
mod picture;
mod s3;
mod seal;
mod sign;

pub use area::{Area, AreaError, Held};
pub use facts::{Facts, facts};
pub use folder::Folder;
pub use format::{Format, FormatError, Inspector};
pub use grey::{GreyError, grey_png, png_dpi};
pub use name::{is_place, part, place, small};
pub use picture::{PictureError, Small, small_picture};
pub use s3::{S3, S3Options};
pub use seal::{Key, Opened, SealError, Sealed, open_range, sealed_len};
