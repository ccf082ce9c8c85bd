//! Both languages of the station: what is said (messages), and how numbers, dates and names are written.
//!
//! Pure: no clock, no files (the messages are compiled in), no randomness.
//!
//! | room | what it knows |
//! |---|---|
//! | [`Lang`] | English and Urdu, their codes and directions |
//! | [`Words`] | the message catalogue (`ftl/en/*.ftl`, `ftl/ur/*.ftl`) |
//! | [`Voice`] | the messages in one of the two |
//! | [`digits`] | Urdu digits, and every digit back to ASCII |
//! | [`dates`] | dates and times as an officer writes them |
//! | [`evidence`] | what a likeness of two prints is worth |
//! | [`ids`] | CNIC and telephone numbers as they are printed on cards |
//! | [`bidi`] | isolating a foreign run so that it cannot reorder its neighbours |
//! | [`fold`](mod@fold) | one spelling for search |
//! | [`text`] | what typed text may not contain |

pub mod bidi;
pub mod dates;
pub mod digits;
pub mod evidence;
pub mod fold;
pub mod ids;
mod lang;
pub mod text;
mod voice;
mod words;

pub use lang::{Lang, LangError};
pub use voice::Voice;
pub use words::{Arg, Words, WordsError};
