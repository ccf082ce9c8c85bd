//! The nightly cross-check: what the books of an office say against each other, as an auditor would read them. Pure:
//! rows are passed in one after another, the time too; what is remembered between rows are numbers and keys.
//!
//! What each check means, how grave it is and on what law it rests is a row of the statute book
//! (`crosschecks.csv`); how to look is one small file in `checks`.

mod check;
mod checks;
mod finding;
mod item;
mod round;
mod scene;

pub use check::{CHECKS, Check, Maker};
pub use finding::{Finding, Found, Lead, Tally, Window};
pub use item::{Item, TABLES};
pub use round::{Outcome, Round};
pub use scene::Scene;
