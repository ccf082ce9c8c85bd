//! A synthetic district with a year of life in it, made through the same door as everything official.
//!
//! Nobody in it exists: persons carry `(فرضی)` or `(synthetic)`, their card numbers begin `39999-00`, their
//! telephones `0300000`. The same plan makes the same acts, ids included; only the salts differ.

mod answer;
mod books;
mod calendar;
mod case;
mod chance;
mod charge;
mod crimes;
mod district;
mod error;
mod follow;
mod life;
mod looks;
mod people;
mod places;
mod plan;
mod rare;
mod report;
mod resume;
mod routine;
mod run;
mod setup;
mod standing;
mod step;
mod tale;
mod walk;
mod words;

pub use error::DemoError;
pub use plan::DemoPlan;
pub use resume::resume;
pub use run::{DemoMade, make};
pub use setup::SignIn;
