//! The deadline engine against the shipped law and edited copies of it.

#![expect(clippy::unwrap_used, reason = "helpers of tests stand outside #[test] functions")]

mod law;
mod properties;
mod reckoning;
mod year;

use jiff::Timestamp;
use roznamcha_deadlines::{ClockFacts, Pause};
use roznamcha_statute::{Province, Sources, StatuteBook};

fn at(text: &str) -> Timestamp {
    format!("{text}+05:00").parse().unwrap()
}

fn book() -> StatuteBook {
    StatuteBook::built_in().unwrap()
}

/// The shipped book with one file edited.
fn edited(file: &str, edit: impl Fn(&str) -> String) -> StatuteBook {
    let mut sources = Sources::built_in();
    let text = edit(sources.text(file).unwrap());
    sources.replace(file, text).unwrap();
    StatuteBook::from_sources(&sources).unwrap()
}

fn clock<'a>(deadline: &'a str, started: &str, pauses: &'a [Pause], marks: &'a [String]) -> ClockFacts<'a> {
    ClockFacts { deadline, province: Province::Punjab, started: at(started), met: None, pauses, marks }
}

fn marks(words: &[&str]) -> Vec<String> {
    words.iter().map(|w| (*w).to_owned()).collect()
}
