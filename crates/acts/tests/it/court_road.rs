//! A case brought along the road to court, for tests that begin further on.

use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{AccusedRow, CaseRow, ReportKind, Stage};

use crate::bench::Bench;
use crate::court_samples::*;
use crate::samples::{fir, full_party};

/// A station whose officer investigates, with the diary open.
pub fn station() -> Bench {
    Bench::open().by_officer("io-1", "si")
}

/// A report with so many accused; the first has place 1 in the case's list, after the informant.
pub fn registered(bench: &mut Bench, accused: u8) -> String {
    aged(bench, accused, 30)
}

/// The same with accused of that age.
pub fn aged(bench: &mut Bench, accused: u8, age: u8) -> String {
    let person = |i: u8| Party { age: Some(age), ..full_party(&format!("Synthetic Accused {i}"), i) };
    let accused = (0..accused).map(|i| Accused { person: person(i), description: String::new() }).collect();
    let report = FirRegister { accused, io: Some(bench.officer.clone()), ..fir() };
    bench.ok(report).header.act
}

/// With the court.
pub fn in_court(bench: &mut Bench, case: &str, accused: &[u32]) {
    bench.ok(challan(case, ReportKind::Complete, accused));
    bench.ok(forward(case));
    bench.ok(receive(case));
}

/// Charged.
pub fn on_trial(bench: &mut Bench, case: &str, accused: &[u32]) {
    in_court(bench, case, accused);
    bench.ok(charge(case, accused));
}

/// Cancelled, or untraced.
pub fn closed(bench: &mut Bench, case: &str, report: ReportKind) {
    bench.ok(recommend(case, report));
    bench.ok(agree(case, true));
    bench.ok(final_order(case, true));
}

pub fn stage(bench: &Bench, case: &str) -> Stage {
    bench.row::<CaseRow>(case).stage
}

pub fn accused(bench: &Bench, case: &str, index: u32) -> AccusedRow {
    bench.row(&AccusedRow::key_of(case, index))
}
