//! Names in Urdu, Arabic and Roman letters, the numbers that go with them, and their search among millions.
//!
//! Both scripts are written to one string of sounds, so that محمد and Mohd are one word. What was typed is the
//! caller's to keep and show: nothing here changes it. Pure: no file, no clock, no chance, and nothing of police
//! stations. It compares names, never people: that two names are alike does not say that two persons are one.

mod align;
mod cost;
mod distance;
pub mod index;
mod letters;
mod lexicon;
mod light;
pub mod lookup;
pub mod number;
mod parts;
mod person;
mod phone;
mod roman;
mod script;
mod skeleton;
mod word;

pub use self::align::{How, Likeness, Pair, compare};
pub use self::distance::alike;
pub use self::letters::folded;
pub use self::lexicon::Lexicon;
pub use self::person::{Line, line};
pub use self::phone::Phones;
pub use self::word::{Word, words};
