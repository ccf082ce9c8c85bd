//! Every deadline of the statute book with the kinds of act that start its clock and those that meet it:
//! `deadlines.csv`, as the acts of many officers turned the clocks. `BLESS=1` writes it anew; then read the difference.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use roznamcha_acts::kinds::KINDS;
use roznamcha_acts::ledger::Ledger;
use roznamcha_acts::views::{ClockRow, Run};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use crate::generate::{Step, casework, courtwork, steps, things};
use crate::walk::Walk;

/// Deadlines that no act starts yet, and why.
const UNTOUCHED: [(&str, &str); 6] = [
    ("D4", "the special report is a letter typed in register V; which offences call for one is not in the book"),
    ("D21", "complaints of the 1787 centre have no acts yet"),
    ("D22", "complaints of the 1787 centre have no acts yet"),
    ("D23", "complaints of the 1787 centre have no acts yet"),
    ("D24", "complaints of the 1787 centre have no acts yet"),
    ("D28", "requests for information have no acts yet"),
];

/// Kinds by deadline: those that start it, those that meet it.
type Turned = BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)>;

fn note(ledger: &Ledger, offices: &[String], turned: &mut Turned) {
    for office in offices {
        let acts = ledger.journal(office).iter().map(|kept| kept.header().unwrap());
        let kinds: HashMap<String, String> = acts.map(|h| (h.act, h.kind)).collect();
        for row in ledger.all::<ClockRow>(office).unwrap() {
            let of = turned.entry(row.deadline.clone()).or_default();
            let runs: Vec<&Run> = row.earlier.iter().chain([&row.run]).collect();
            of.0.extend(runs.iter().map(|run| kinds[&run.started.act].clone()));
            of.1.extend(runs.iter().filter_map(|run| run.met.as_ref()).map(|met| kinds[&met.act].clone()));
        }
    }
}

/// The same sequences each time.
fn walks(seed: u8, cases: usize, strategy: &impl Strategy<Value = Vec<Step>>, turned: &mut Turned) {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    for _ in 0..cases {
        let mut walk = Walk::new();
        strategy.new_tree(&mut runner).unwrap().current().iter().for_each(|step| walk.step(step));
        let offices: Vec<String> = walk.ledger.offices().map(str::to_owned).collect();
        note(&walk.ledger, &offices, turned);
    }
}

fn turned() -> Turned {
    let mut turned = Turned::new();
    let toured = crate::readme::toured();
    note(&toured.ledger, std::slice::from_ref(&toured.office), &mut turned);
    walks(1, 500, &courtwork(60), &mut turned);
    walks(2, 400, &casework(60), &mut turned);
    walks(3, 300, &things(60), &mut turned);
    walks(4, 100, &steps(60), &mut turned);
    turned
}

/// The deadlines of the book; those that differ by mark are one.
fn in_book() -> BTreeSet<String> {
    let text = include_str!("../../../statute/data/deadlines.csv");
    let id = |line: &str| line.split([',', '-']).next().unwrap().to_owned();
    text.lines().skip(1).map(id).collect()
}

fn number(id: &str) -> u32 {
    id.trim_start_matches('D').parse().unwrap()
}

fn table(turned: &Turned) -> String {
    let mut ids: Vec<String> = in_book().into_iter().collect();
    ids.sort_by_key(|id| number(id));
    let words = |kinds: &BTreeSet<String>| kinds.iter().cloned().collect::<Vec<_>>().join(" ");
    let line = |id: &String| match turned.get(id) {
        Some((starts, meets)) => format!("{id},{},{},\n", words(starts), words(meets)),
        None => {
            let why = UNTOUCHED.iter().find(|(untouched, _)| untouched == id).map_or("", |(_, why)| *why);
            format!("{id},,,{why}\n")
        }
    };
    let lines: String = ids.iter().map(line).collect();
    format!("deadline,starts,meets,note\n{lines}")
}

#[test]
fn every_deadline_is_started_and_met_by_acts() {
    let turned = turned();
    for id in turned.keys() {
        assert!(in_book().contains(id), "{id} is no deadline of the book");
    }
    for id in in_book() {
        let untouched = UNTOUCHED.iter().any(|(untouched, _)| *untouched == id);
        match turned.get(&id) {
            None => assert!(untouched, "{id}: no act starts it"),
            Some((starts, meets)) => {
                assert!(!untouched, "{id} is started now: strike it from the list");
                assert!(!starts.is_empty() && !meets.is_empty(), "{id} runs for ever");
                assert!(starts.iter().chain(meets).all(|kind| KINDS.contains(&kind.as_str())));
            }
        }
    }
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/deadlines.csv");
    let told = table(&turned);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&golden, &told).unwrap();
    }
    let kept = std::fs::read_to_string(&golden).unwrap();
    assert!(told == kept, "tests/it/deadlines.csv differs:\n{told}");
}
