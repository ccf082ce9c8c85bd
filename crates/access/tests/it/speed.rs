//! How long a decision takes. The bound is wide, for a busy machine; run with `--no-capture` to read the figures.

use std::time::{Duration, Instant};

use roznamcha_access::{Action, Purpose, Role};

use crate::world::{actor, fir, gate};

fn median(mut ask: impl FnMut()) -> Duration {
    let mut taken: Vec<Duration> = (0..400)
        .map(|_| {
            let start = Instant::now();
            ask();
            start.elapsed()
        })
        .collect();
    taken.sort();
    taken.get(taken.len() / 2).copied().unwrap_or_default()
}

#[test]
fn a_decision_is_quick() {
    let g = gate();
    let moharrar = actor(Role::Moharrar);
    let report = fir();
    let read = median(|| {
        assert!(g.decide(&moharrar, Action::ReadFirPersons, &report, Some(Purpose::Duty)).allowed);
    });
    let denied = median(|| {
        assert!(!g.decide(&moharrar, Action::ReadFirPersons, &report, None).allowed);
    });
    let write = median(|| {
        assert!(
            g.decide(
                &moharrar,
                Action::WriteDiary,
                &crate::world::row(roznamcha_access::ResourceKind::Diary, "S1"),
                None
            )
            .allowed
        );
    });
    let fields = median(|| {
        assert!(!g.fields(&moharrar, Action::ReadFirPersons, &report).is_empty());
    });
    let start = Instant::now();
    roznamcha_access::Gate::built_in().unwrap();
    let loading = start.elapsed();
    println!(
        "read {read:?}, denied {denied:?}, write {write:?}, fields of a report {fields:?}, loading {loading:?}"
    );
    assert!(read < Duration::from_millis(2), "{read:?}");
}
