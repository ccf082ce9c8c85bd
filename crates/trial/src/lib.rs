//! A small node for tests and benchmarks: a fictional district, two police stations, an officer of every role with a
//! known password, and acts to write. All persons are synthetic.

mod bodies;
mod case;
mod informed;
mod node;
mod prints;

pub use bodies::{diary_open, diary_write, fir, fir_sensitive, party};
pub use case::{arrest, article, nominate, opened_case, statement, zimni};
pub use informed::{Informed, called, informed};
pub use node::{DISTRICT, Node, PASSWORD, STATION, STATION_2, TrialError, officer_of};
pub use prints::{destruction, discharge, enrolment, print_png, taken};
