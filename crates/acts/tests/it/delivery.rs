//! The same acts delivered in another order of offices, some of them more than once, give the same journals and the
//! same views: each office is the only writer of its journal, and an act sent again is the act sent before.

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use roznamcha_acts::ledger::Ledger;
use roznamcha_acts::{Act, Moment};
use roznamcha_journal::Salt;
use std::collections::{BTreeMap, VecDeque};

use crate::bench::circumstances;
use crate::generate::{Step, steps};
use crate::walk::Walk;

type Queues = BTreeMap<String, VecDeque<(Act, Moment)>>;

/// Each office's acts in their order, with the hour at which each was written.
fn queues(walk: &Walk) -> Queues {
    let mut queues = Queues::new();
    for (act, rec) in &walk.kept {
        let written: Moment = rec.header.written.parse().unwrap();
        queues.entry(act.office.clone()).or_default().push_back((act.clone(), written));
    }
    queues
}

/// Delivers the queues in the order the picks give; each act so many times.
fn delivered(mut queues: Queues, picks: &[(Index, u8)], from: &Walk) -> Ledger {
    let mut ledger = Walk::new().ledger;
    let mut sent: Vec<(Act, Moment)> = Vec::new();
    let mut picks = picks.iter().cycle();
    while !queues.is_empty() {
        let (which, times) = picks.next().unwrap();
        let office = which.get(&queues.keys().cloned().collect::<Vec<_>>()).clone();
        let queue = queues.get_mut(&office).unwrap();
        let (act, written) = queue.pop_front().unwrap();
        if queue.is_empty() {
            queues.remove(&office);
        }
        sent.push((act.clone(), written));
        for _ in 0..=*times {
            ledger.write(act.clone(), circumstances(written), Salt([9; 32])).unwrap();
        }
        // Now and then one delivered long ago comes once more.
        let (late, at) = which.get(&sent).clone();
        ledger.write(late, circumstances(at), Salt([3; 32])).unwrap();
    }
    assert_eq!(sent.len(), from.kept.len());
    ledger
}

#[test]
fn shuffled_by_office_and_doubled_it_is_the_same() {
    let picks = prop::collection::vec((any::<Index>(), 0u8..3), 1..40);
    let mut runner = TestRunner::new(Config { cases: 400, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&(steps(50), picks), |(sequence, picks): (Vec<Step>, _)| {
        let mut walk = Walk::new();
        sequence.iter().for_each(|step| walk.step(step));
        let other = delivered(queues(&walk), &picks, &walk);
        prop_assert_eq!(other.views(), walk.ledger.views());
        for office in walk.ledger.offices() {
            prop_assert_eq!(other.journal(office), walk.ledger.journal(office));
        }
        Ok(())
    });
    if let Err(why) = outcome {
        panic!("{why}");
    }
}
