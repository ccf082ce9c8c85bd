//! Every deadline of the statute book with the kinds of act that start its clock and those that meet it:
//! `deadlines.csv`, as the acts of many officers turned the clocks. `BLESS=1` writes it anew; then read the difference.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use roznamcha_acts::kinds::KINDS;
use roznamcha_acts::ledger::Ledger;
use roznamcha_acts::views::{ClockRow, Run};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use crate::bench::Bench;
use crate::generate::{Step, casework, courtwork, things};
use crate::walk::Walk;

/// Deadlines that no act starts yet, and why.
const UNTOUCHED: [(&str, &str); 6] = [
    (
        "D4",
        "the special report is a letter typed in register V; which offences call for one is not in the book",
    ),
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

/// The three copies of a report go out.
fn copies_sent() -> Bench {
    use roznamcha_acts::kinds::FirDespatch;
    use roznamcha_acts::views::CopyTo;
    let mut bench = Bench::open();
    let case = bench.ok(crate::samples::fir()).header.act;
    for to in CopyTo::ALL {
        bench.ok(FirDespatch { to, ..crate::samples::despatch(&case) });
    }
    bench
}

/// Narcotics go to the laboratory; the receipt is written down before the report, or after it.
fn samples(receipt_first: bool) -> Bench {
    use crate::things::*;
    use roznamcha_acts::kinds::{Article, PropertyEnter};
    use roznamcha_acts::views::{Seals, Whereabouts};
    let mut bench = Bench::open();
    let case = bench.ok(crate::samples::fir()).header.act;
    let sample = Article { narcotic: true, ..article("Sample") };
    let taken = bench.ok(PropertyEnter { articles: vec![sample], ..seized(&case, "") }).header;
    let item = taken.entries.into_iter().find(|entry| entry.register == "19").unwrap();
    let left = bench.now;
    let sent = bench.ok(road(vec![item.clone()], Whereabouts::Laboratory, left)).header.act;
    let docket = bench.ok(to_laboratory(Some(&case), vec![item])).header.act;
    let there = bench.now;
    if receipt_first {
        bench.ok(received(&sent, there));
    }
    bench.ok(report(&docket, Some(Seals::Intact)));
    if !receipt_first {
        bench.ok(received(&sent, there));
    }
    bench
}

/// A trial for rape: the sequences charge nobody with it.
fn tried_for_rape() -> Bench {
    use crate::court_samples::{charge, convict};
    use roznamcha_acts::kinds::CaseCharge;
    let mut bench = crate::court_road::station();
    let case = crate::court_road::registered(&mut bench, 1);
    crate::court_road::in_court(&mut bench, &case, &[1]);
    bench.ok(CaseCharge { sections: vec!["T-S".to_owned()], ..charge(&case, &[1]) });
    bench.ok(convict(&case, 1));
    bench
}

/// A child is arrested, and whoever must know is told: too rare a thing for the sequences.
fn child_arrested() -> Bench {
    use crate::case_samples::{arrest, inform};
    use roznamcha_acts::kinds::{CaseArrest, CaseInform, Told};
    let mut bench = crate::court_road::station();
    let case = crate::court_road::aged(&mut bench, 1, 15);
    bench.ok(crate::samples::appoint());
    bench.ok(CaseArrest { accused: 1, arrested: bench.now, ..arrest(&case) });
    for told in [Told::Guardian, Told::LegalAid] {
        bench.ok(CaseInform { accused: 1, told, ..inform(&case) });
    }
    bench
}

fn turned() -> Turned {
    let mut turned = Turned::new();
    for bench in [
        crate::readme::toured(),
        copies_sent(),
        child_arrested(),
        remanded(),
        tried_for_rape(),
        samples(true),
        samples(false),
    ] {
        note(&bench.ledger, std::slice::from_ref(&bench.office), &mut turned);
    }
    walks(1, 300, &courtwork(60), &mut turned);
    walks(2, 250, &casework(60), &mut turned);
    walks(3, 150, &things(60), &mut turned);
    turned
}

/// An arrested man is remanded to the police, then to jail.
fn remanded() -> Bench {
    use crate::case_samples::{arrest, remand};
    use roznamcha_acts::views::Keeping;
    let (mut bench, case) = crate::arrests::with(crate::arrests::man());
    bench.ok(arrest(&case));
    bench.ok(remand(&case, Keeping::Police, 2));
    bench.ok(remand(&case, Keeping::Judicial, 14));
    bench
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
