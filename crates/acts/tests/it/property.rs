//! Random sequences of acts by many officers at several stations, with clocks that also step back.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::generate::{Step, casework, courtwork, enrolments, lockup, penwork, steps, things};
use crate::invariants;
use crate::walk::Walk;

/// Sequences in all; `ACTS_SEQUENCES` runs more.
fn sequences() -> u32 {
    std::env::var("ACTS_SEQUENCES").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000)
}

fn walked(sequence: &[Step]) -> Walk {
    let mut walk = Walk::new();
    sequence.iter().for_each(|step| walk.step(step));
    invariants::hold(&walk);
    walk
}

/// Runs the sequences and gives how often each kind was accepted; `refused` beside them.
fn run(cases: u32, strategy: impl Strategy<Value = Vec<Step>>) -> BTreeMap<String, usize> {
    let seen: RefCell<BTreeMap<String, usize>> = RefCell::default();
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&strategy, |sequence| {
        let walk = walked(&sequence);
        let mut seen = seen.borrow_mut();
        for (_, rec) in &walk.kept {
            *seen.entry(rec.header.kind.clone()).or_default() += 1;
        }
        *seen.entry("refused".to_owned()).or_default() += walk.refused;
        Ok(())
    });
    if let Err(why) = outcome {
        panic!("{why}");
    }
    seen.into_inner()
}

#[test]
fn short_sequences() {
    run(sequences() / 2, steps(12));
}

#[test]
fn pens_and_courts() {
    run(sequences() / 4, penwork(40));
}

/// Kinds of an investigation.
fn of_casework(kind: &str) -> bool {
    crate::case_samples::all().iter().any(|body| body.kind() == kind)
}

#[test]
fn cases() {
    let seen = run(sequences() / 4, casework(60));
    for kind in roznamcha_acts::kinds::KINDS.iter().filter(|kind| of_casework(kind)) {
        assert!(seen.get(*kind).is_some_and(|n| *n > 20), "{kind}: {seen:?}");
    }
    println!("{seen:?}");
}

/// Kinds that a walk of their own reaches.
fn of_walks(kind: &str) -> bool {
    far_along(kind) || of_casework(kind) || of_record_office(kind)
}

/// Kinds that follow only far along the road of a case.
fn far_along(kind: &str) -> bool {
    let court =
        ["challan.", "final.", "accused.", "appeal.", "prints.d"].iter().any(|of| kind.starts_with(of));
    court
        || matches!(kind.strip_prefix("case."), Some(of) if of != "nominate" && crate::court_samples::has(of))
}

/// Officers who follow their cases to the end reach every kind of the court.
#[test]
fn courts() {
    let seen = run(sequences() / 4, courtwork(60));
    for kind in roznamcha_acts::kinds::KINDS.iter().filter(|kind| far_along(kind)) {
        assert!(seen.get(*kind).is_some_and(|n| *n > 20), "{kind}: {seen:?}");
    }
    println!("{seen:?}");
}

/// Kinds of enrolment and of the record office.
fn of_record_office(kind: &str) -> bool {
    ["prints.", "search.", "person.", "lineup."].iter().any(|of| kind.starts_with(of))
}

/// Accused enrolled, freed and forgotten; prints searched, examined and answered.
#[test]
fn record_offices() {
    let seen = run(sequences() / 4, enrolments(80));
    for kind in roznamcha_acts::kinds::KINDS.iter().filter(|kind| of_record_office(kind)) {
        assert!(seen.get(*kind).is_some_and(|n| *n > 20), "{kind}: {seen:?}");
    }
    println!("{seen:?}");
}

/// Long ones reach every other kind, or the generator has gone blind.
#[test]
fn long_sequences() {
    let mut seen = run(sequences() / 4, steps(60));
    let others = [run(sequences() / 8, things(60)), run(sequences() / 20, lockup(40))];
    for (kind, n) in others.into_iter().flatten() {
        *seen.entry(kind).or_default() += n;
    }
    for kind in roznamcha_acts::kinds::KINDS.iter().filter(|k| !of_walks(k)) {
        assert!(seen.get(*kind).is_some_and(|n| *n > 20), "{kind}: {seen:?}");
    }
    assert!(seen["refused"] > 1_000, "{seen:?}");
    println!("{seen:?}");
}
