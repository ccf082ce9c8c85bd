//! Acts through their public interface, on the ledger in memory and under a law of fiction.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests stand outside #[test] functions"
)]

mod absconder;
mod allowed;
mod arrests;
mod attach;
mod bench;
mod bodies;
mod book;
mod case_bodies;
mod case_invariants;
mod case_samples;
mod cases;
mod cash;
mod challans;
mod charge;
mod correct;
mod court_bodies;
mod court_road;
mod court_samples;
mod cro_destroyed;
mod cro_samples;
mod cro_walk;
mod crosscheck;
mod custody;
mod deadlines;
mod delivery;
mod destroy_prints;
mod diary;
mod engine;
mod enrol;
mod enrol_law;
mod expunge;
mod final_reports;
mod fir;
mod fir_faults;
mod fir_life;
#[path = "gen.rs"]
mod generate;
mod golden;
mod inquest;
mod invariants;
mod investigation;
mod justice;
mod law_changes;
mod office;
mod outcomes;
mod pages;
mod planted;
mod property;
mod property_book;
mod readme;
mod regimes;
mod reports;
mod road;
mod samples;
mod search;
mod search_life;
mod surveillance;
mod thing_clocks;
mod things;
mod things_walk;
mod trials;
mod walk;
