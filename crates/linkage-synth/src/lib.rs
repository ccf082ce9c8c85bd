//! Persons of nobody as the books of many stations write them, from a seed.
//!
//! Names are put together by chance from common ones, every number is made up, and the truth (who is who) is known, so
//! that linkage can be measured. Each station leaves out and errs at rates of its own ([`Rates`]). One in four is of
//! the household of another: one father, one district, often one telephone, and yet two persons.

mod chance;
mod names;
mod person;
mod spell;
mod station;
mod write;

pub use self::station::Rates;
pub use self::write::{People, Written};
