//! A case file with 500 acts under readers: its overview, the newest page of its timeline, its case diaries, over SQLite.

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::{Accused, Body, FirRegister};
use roznamcha_trial::{fir, officer_of, party, statement, zimni};
use std::time::Duration;

use crate::BenchError;
use crate::readers::load;
use crate::report::{Aim, Report};
use crate::site::Site;

/// Acts upon the case.
const ACTS: u32 = 500;
/// Officers who read it at once.
const READERS: usize = 10;
/// What the slowest page in a hundred may take.
const P99_MS: f64 = 100.0;

/// The whole part.
///
/// # Errors
/// [`BenchError`].
pub async fn run(span: Duration, report: &mut Report) -> Result<(), BenchError> {
    println!(
        "a case file of {ACTS} acts under {READERS} concurrent readers, each page with its audit rows (SQLite)"
    );
    let site = Site::sqlite().await?;
    let case = filled(&site).await?;
    let token = site.node.token(&officer_of(Role::Io)).await?;
    let caller = site.node.records.caller(&token, "bench").await?;
    site.node.records.state_purpose(&caller, Purpose::Investigation, "1/2026").await?;
    for tab in ["", "/timeline", "/zimnis", "/persons"] {
        let p99 = load(&site, &format!("/cases/{case}{tab}"), &token, (READERS, span)).await?;
        let what = format!("case file{tab}, p99");
        report.line(&what, "ms", p99, "the issue's limit, ms", P99_MS, Aim::AtMost(1.0));
    }
    Ok(())
}

/// A report with an accused, and case diaries and statements upon it.
async fn filled(site: &Site) -> Result<String, BenchError> {
    let node = &site.node;
    let moharrar = node.as_role(Role::Moharrar).await?;
    let accused = vec![Accused { person: party(90), description: "فرضی حلیہ".to_owned() }];
    let io = Some(officer_of(Role::Io));
    let registered = FirRegister { accused, io, ..fir(1, node.records.now()) };
    let case = node.act(&moharrar, Body::from(registered)).await?.act;
    let io = node.as_role(Role::Io).await?;
    for n in 1..ACTS {
        node.clock.set(node.records.now().plus_seconds(60));
        let now = node.records.now();
        node.act(&io, if n % 2 == 0 { zimni(&case, now) } else { statement(&case, n, now) }).await?;
    }
    Ok(case)
}
