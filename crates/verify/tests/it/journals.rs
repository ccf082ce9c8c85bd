//! The journals the tests begin with, and how they are verified.

use roznamcha_verify::{Kept, Key, Note, Options, Report, VerifyError, What, verify};

use crate::writer::{Act, Body, Journal, Signer};

pub fn signer() -> Signer {
    Signer::new("node-1", 7)
}

/// A plain act: the diary entry of its hour and a first information report.
pub fn act(number: u64) -> Act {
    let hour = format!("2026-01-{:02}T{:02}:30:00+05:00", 5 + number / 20, number % 20);
    Act {
        id: format!("00000000-0000-4000-8000-{number:012x}"),
        office: "PS-DEMO-CITY".to_owned(),
        officer: format!("DEMO-{number}"),
        happened: hour.clone(),
        informed: Some(hour.clone()),
        stated: hour.clone(),
        written: hour,
        entries: vec![format!("1/-/2026/{number}"), format!("malkhana/الف/-/{number}")],
        flags: Vec::new(),
        content: format!("{{\"complainant\":\"نمونہ \\\"{number}\\\"\",\"lines\":\"a\\nb\"}}"),
        body: Body::Given,
    }
}

pub fn acts(count: u64) -> Vec<Act> {
    (1..=count).map(act).collect()
}

pub fn journal(count: u64) -> Journal {
    Journal::write(acts(count))
}

pub fn options(kept: &[&str]) -> Options {
    let checkpoints =
        kept.iter().map(|note| Kept { name: "kept".to_owned(), note: Note::parse(note).unwrap() }).collect();
    Options { key: Some(Key::parse(&signer().public()).unwrap()), checkpoints, ..Options::default() }
}

pub fn run(export: &str, options: &Options) -> Result<Report, VerifyError> {
    verify(export.as_bytes(), options)
}

/// What differs, with the act's number, under the right key and these kept checkpoints.
pub fn differences(export: &str, kept: &[&str]) -> Vec<(Option<u64>, What)> {
    let report = run(export, &options(kept)).unwrap();
    assert_eq!(report.beyond, 0);
    report.differences.into_iter().map(|found| (found.seq, found.what)).collect()
}

/// The differences of a journal whose writer linked and signed it, whatever its acts say.
pub fn differences_of(acts: Vec<Act>) -> Vec<(Option<u64>, What)> {
    differences(&Journal::write(acts).export(&signer()), &[])
}
