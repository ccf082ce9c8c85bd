//! Acts through their public interface, on the ledger in memory and under a law of fiction.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests stand outside #[test] functions"
)]

mod allowed;
mod arrests;
mod attach;
mod bench;
mod bodies;
mod case_bodies;
mod case_invariants;
mod case_samples;
mod cases;
mod cash;
mod challans;
mod correct;
mod court_bodies;
mod court_road;
mod court_samples;
mod custody;
mod diary;
mod engine;
mod expunge;
mod final_reports;
mod fir;
mod fir_faults;
mod fir_life;
#[path = "gen.rs"]
mod generate;
mod golden;
mod invariants;
mod investigation;
mod law_changes;
mod office;
mod outcomes;
mod property;
mod readme;
mod reports;
mod samples;
mod trials;
mod walk;
