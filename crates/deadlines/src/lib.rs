//! What a legal deadline says of a clock at a given time. The acts start, pause and meet a clock; the statute book
//! says how long it may run; this crate reckons. Pure: the time is passed in.

mod calendar;
mod choose;
mod facts;
mod reckon;

pub use calendar::{is_working, local, working_days_after};
pub use choose::choose;
pub use facts::{ClockFacts, Pause};
pub use reckon::{Reckoning, State, reckon};
