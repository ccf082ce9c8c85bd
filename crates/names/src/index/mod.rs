//! Persons by their names: millions, updated one by one, in memory.
//!
//! A query's words find words that sound like them; those find names, the rarest word first; the best names are
//! aligned word by word. A word weighs by how few names hold one of its consonants. What is taken out is in no
//! count, weight or answer any more.

mod asked;
mod gather;
mod names;
mod persons;
mod rank;
mod search;
mod tokens;
mod trigrams;
mod twos;

pub use self::persons::{Index, Person};
pub use self::search::{Hit, Query};
