//! What was measured, for people to read.

use std::fmt::Write as _;
use std::time::Duration;

use crate::gallery::{Measured, Searched};

/// What was measured of the gallery itself.
pub(super) fn head(measured: &Measured) -> String {
    let mut out = String::new();
    let mega = |bytes: u64| bytes as f64 / 1e6;
    let _ = writeln!(out, "people {}", measured.people);
    let enrolled = measured.enrolled;
    if enrolled.people > 0 {
        let rate = enrolled.people as f64 / enrolled.time.as_secs_f64().max(1e-9);
        let cores = milli(enrolled.cores.unwrap_or_default()) / enrolled.people as f64;
        let _ = writeln!(
            out,
            "enrolled {} people, {rate:.0} a second, {cores:.2} ms of all cores each",
            enrolled.people
        );
    }
    let _ = writeln!(out, "slowest of 20 single enrolments {:.1} ms", milli(measured.slowest_enrolment));
    let (opened, cores) = measured.opened;
    let cores = cores.unwrap_or_default();
    let _ =
        writeln!(out, "opened in {:.2} s, {:.2} s of all cores", opened.as_secs_f64(), cores.as_secs_f64());
    if let Some(resident) = measured.resident {
        let _ = writeln!(out, "memory of the process {:.0} MB", mega(resident));
    }
    let _ = writeln!(out, "memory of the gallery {:.0} MB", mega(measured.memory as u64));
    let _ = writeln!(out, "files {:.0} MB", mega(measured.files));
    out
}

fn milli(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// What was measured of searches of one kind.
pub(super) fn lines(searched: &Searched) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}: {} searches", searched.name, searched.searches);
    let (time, cores) = (searched.time, searched.cores);
    let _ = writeln!(
        out,
        "    p50 {:.1} ms, p99 {:.1} ms; of all cores p50 {:.1} ms, p99 {:.1} ms",
        milli(time.median),
        milli(time.slow),
        milli(cores.median),
        milli(cores.slow),
    );
    let _ = writeln!(
        out,
        "    rank-1 {:.2} %, in the answer {:.2} %, in the shortlist {:.2} %",
        searched.first * 100.0,
        searched.answered * 100.0,
        searched.shortlisted * 100.0,
    );
    let _ = writeln!(
        out,
        "    FNIR {:.2} % at FPIR 0.1 % (from {:.2}, {:.0} centibans, by {} strangers)",
        searched.missed * 100.0,
        searched.threshold,
        f64::from(searched.threshold) / std::f64::consts::LN_10 * 100.0,
        searched.strangers,
    );
    out
}
