//! Forecasts of places and windows of time from reported crimes, and the protocol that measures them against plain counts.
//!
//! What it forecasts are *squares*: how many crimes of a class will be reported from each in the next window. A fact has no
//! field for a person, and none can be put in. What an officer initiated, and classes that police activity makes, are
//! refused: they tell where the police was.
//!
//! Pure: no file, clock or chance (readers and clocks are passed in), and nothing of police stations.

pub mod backtest;
mod blend;
mod core;
mod discovered;
mod fact;
mod features;
mod forecast;
mod grid;
mod hawkes;
mod interval;
mod kernels;
mod level;
mod load;
mod maps;
pub mod measure;
mod memory;
mod place;
mod reasons;
mod refusal;
mod rows;
mod series;
mod smooth;
mod stray;
mod study;
pub mod time;
mod trees;

pub use self::discovered::is_discovered;
pub use self::fact::{Class, Fact, Facts, Source};
pub use self::forecast::{Cell, Forecast, Paper};
pub use self::grid::{Grid, GridError};
pub use self::load::{Columns, Loaded, Loader};
pub use self::place::{Crs, Projection};
pub use self::reasons::Reasons;
pub use self::refusal::{LoadError, Refusal, Refusals, told};
pub use self::stray::without_strays;
pub use self::study::{Study, StudyError};
