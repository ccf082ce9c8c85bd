//! The log of decisions: what follows from it, in whatever order it arrives.

use proptest::prelude::*;
use roznamcha_linkage::entities::{Author, Entities, Event, LogError, Verdict};

use crate::made::Dice;

fn event(id: u64, a: u64, b: u64, verdict: Verdict) -> Event {
    let author = match verdict {
        Verdict::Auto { .. } => Author::Model("0123456789abcdef".to_owned()),
        _ => Author::Person { who: "reviewer".to_owned(), reason: "looked at both".to_owned() },
    };
    Event { id, time: id as i64, a, b, verdict, author }
}

fn take(events: &[Event]) -> Entities {
    let mut entities = Entities::default();
    for event in events {
        entities.take(event).unwrap();
    }
    entities
}

fn persons(entities: &Entities) -> Vec<u64> {
    (0..12).map(|record| entities.person(record)).collect()
}

fn verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![
        3 => (0u8..40).prop_map(|bits| Verdict::Auto { bits: f32::from(bits) }),
        2 => Just(Verdict::Must),
        2 => Just(Verdict::Cannot),
        1 => Just(Verdict::Withdrawn),
    ]
}

/// Events on twelve records.
fn events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec((0u64..12, 1u64..12, verdict()), 1..24).prop_map(|made| {
        let numbered = made.into_iter().zip(1u64..);
        numbered.map(|((a, off, verdict), id)| event(id, a, (a + off) % 12, verdict)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_order_of_arrival_gives_the_same_persons(events in events(), seed: u64) {
        let mut shuffled = events.clone();
        Dice(seed).shuffle(&mut shuffled);
        prop_assert_eq!(take(&events), take(&shuffled));
    }

    #[test]
    fn replay_is_the_live_state(events in events()) {
        let live = take(&events);
        let again: Vec<Event> = live.events().cloned().collect();
        prop_assert_eq!(&take(&again), &live);
        // Sent again, nothing changes.
        let mut twice = live.clone();
        for event in &events {
            twice.take(event).unwrap();
        }
        prop_assert_eq!(twice, live);
    }

    #[test]
    fn no_two_persons_share_a_number_and_every_number_leads_to_one(events in events()) {
        let entities = take(&events);
        for record in 0..12 {
            let person = entities.person(record);
            prop_assert!(entities.records(person).contains(&record));
            prop_assert_eq!(entities.resolve(person), person);
            let led = entities.resolve(record);
            prop_assert_eq!(entities.resolve(led), led);
        }
        let joined = |a: u64, b: u64| entities.person(a) == entities.person(b);
        // A human no holds, whatever came before it.
        let last = |a: u64, b: u64| {
            let of = |event: &&Event| (event.a, event.b) == (a, b) || (event.b, event.a) == (a, b);
            let human = |event: &&Event| !matches!(event.verdict, Verdict::Auto { .. });
            events.iter().filter(of).rfind(human).map(|event| event.verdict)
        };
        for a in 0..12 {
            for b in a + 1..12 {
                prop_assert!(last(a, b) != Some(Verdict::Cannot) || !joined(a, b));
            }
        }
    }

    #[test]
    fn what_is_joined_and_parted_again_is_as_it_was(events in events(), a in 0u64..12, b in 0u64..12) {
        let before = take(&events);
        prop_assume!(before.person(a) != before.person(b));
        let mut after = before.clone();
        after.take(&event(100, a, b, Verdict::Must)).unwrap();
        after.take(&event(101, a, b, Verdict::Withdrawn)).unwrap();
        // A decision on these very two was taken back with the joining, if there was one.
        let told = |event: &Event| (event.a, event.b) == (a, b) || (event.b, event.a) == (a, b);
        prop_assume!(!events.iter().any(told));
        prop_assert_eq!(persons(&after), persons(&before));
    }
}

#[test]
fn the_older_number_stays_and_the_other_leads_to_it() {
    let mut entities = take(&[event(1, 3, 5, Verdict::Must), event(2, 7, 9, Verdict::Must)]);
    assert_eq!((entities.person(5), entities.person(9)), (3, 7));
    entities.take(&event(3, 5, 9, Verdict::Auto { bits: 20.0 })).unwrap();
    assert_eq!((entities.person(9), entities.resolve(7)), (3, 3));
    assert_eq!(entities.records(3).len(), 4);
    // The model's joining gives way to a human no; both persons have the numbers they had.
    entities.take(&event(4, 5, 9, Verdict::Cannot)).unwrap();
    assert_eq!((entities.person(5), entities.person(9), entities.resolve(7)), (3, 7, 7));
}

#[test]
fn of_one_that_never_was_two_the_larger_side_keeps_the_number() {
    let joined = [
        event(1, 1, 2, Verdict::Auto { bits: 9.0 }),
        event(2, 2, 3, Verdict::Auto { bits: 8.0 }),
        event(3, 3, 4, Verdict::Auto { bits: 10.0 }),
        event(4, 2, 4, Verdict::Auto { bits: 7.0 }),
    ];
    let mut entities = take(&joined);
    assert_eq!(entities.records(1).len(), 4);
    entities.take(&event(5, 1, 2, Verdict::Cannot)).unwrap();
    assert_eq!(entities.person(1), 1, "alone he was number 1 before");
    assert_eq!(entities.person(2), 2);
    assert_eq!(entities.records(2).len(), 3);
}

#[test]
fn an_event_is_never_another_and_speaks_of_two() {
    let mut entities = take(&[event(1, 1, 2, Verdict::Must)]);
    assert_eq!(entities.take(&event(1, 1, 3, Verdict::Must)), Err(LogError::Other(1)));
    assert_eq!(entities.take(&event(2, 4, 4, Verdict::Must)), Err(LogError::One(2)));
    let text = serde_json::to_string(&event(1, 1, 2, Verdict::Auto { bits: 2.5 })).unwrap();
    assert_eq!(serde_json::from_str::<Event>(&text).unwrap(), event(1, 1, 2, Verdict::Auto { bits: 2.5 }));
}
