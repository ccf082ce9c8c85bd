//! What was measured, for people to read.

use std::fmt::Write as _;
use std::time::Duration;

use crate::gallery::{Measured, Searched};

/// What was measured of the gallery itself.
pub(super) fn head(measured: &Measured) -> String {
    let mut out = String::new();
    let mega = |bytes: u64| bytes as f64 / 1e6;
    let _ = writeln!(out, "people {}", measured.people);
    if let Some(enrolled) = measured.enrolled_a_second {
        let _ = writeln!(out, "enrolled a second {enrolled:.0}");
    }
    let _ = writeln!(out, "slowest of 20 single enrolments {:.1} ms", milli(measured.slowest_enrolment));
    let _ = writeln!(out, "opened in {:.2} s", measured.opened.as_secs_f64());
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
    let cores =
        searched.cores.map(|cores| format!(", cores' time {:.1} ms", milli(cores))).unwrap_or_default();
    let _ =
        writeln!(out, "    p50 {:.1} ms, p99 {:.1} ms{cores}", milli(searched.median), milli(searched.slow));
    let _ = writeln!(
        out,
        "    rank-1 {:.2} %, in the answer {:.2} %, in the shortlist {:.2} %",
        searched.first * 100.0,
        searched.answered * 100.0,
        searched.shortlisted * 100.0,
    );
    let _ = writeln!(
        out,
        "    FNIR {:.2} % at FPIR 0.1 % (from {:.1}, by {} strangers)",
        searched.missed * 100.0,
        searched.threshold,
        searched.strangers,
    );
    out
}
