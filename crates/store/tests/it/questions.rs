//! Questions to the views.

use roznamcha_acts::Moment;
use roznamcha_acts::rows::{RowKey, Value, View};
use roznamcha_acts::views::{DeskRow, EntryRow, IncidentRow};
use roznamcha_store::{After, Offices, Op, Query, Store, StoreError};
use std::sync::Arc;

use crate::backend::{Backend, clock, start};
use crate::samples::{incident, now, open};

const CLASSES: [&str; 5] = ["THEFT", "THEFT OVER", "ROBBERY", "چوری", "چور"];

fn hour(i: u64) -> Moment {
    start().plus_seconds(-3_600 * i64::try_from(i).unwrap())
}

/// 60 incidents in two offices: classes in turn, every third at the same hour.
async fn filled(backend: &dyn Backend) -> (Box<dyn crate::backend::Place>, Arc<dyn Store>) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    let row = |i: u64| {
        let office = ["A", "B"][usize::from(i.is_multiple_of(4))];
        now(
            office,
            77 * u128::from(i + 1),
            incident(i, CLASSES[usize::try_from(i % 5).unwrap()], hour(i / 3)),
        )
    };
    let all = store.write_many((0..60).map(row).collect(), None).await.unwrap();
    assert!(all.iter().all(Result::is_ok));
    (place, store)
}

fn everywhere() -> Query {
    Query::of::<IncidentRow>("A").within(Offices::All)
}

pub async fn filters_and_counts(backend: &dyn Backend) {
    let (_place, store) = filled(backend).await;
    let cases: [(Query, u64); 13] = [
        (everywhere(), 60),
        (Query::of::<IncidentRow>("B"), 15),
        (Query::of::<IncidentRow>("B").within(Offices::In(vec![])), 0),
        (everywhere().eq("class", "THEFT"), 12),
        (everywhere().filter("class", Op::Prefix, "THEFT"), 24),
        (everywhere().filter("class", Op::Prefix, "چور"), 24),
        (everywhere().filter("class", Op::Contains, "ور"), 24),
        (everywhere().filter("class", Op::Ne, "THEFT"), 48),
        (everywhere().filter("class", Op::Eq, Value::Null), 0),
        (everywhere().filter("class", Op::Ne, Value::Null), 60),
        (everywhere().filter("occurred", Op::Lt, hour(9).millis()), 30),
        (everywhere().filter("occurred", Op::Ge, hour(9).millis()).eq("class", "ROBBERY"), 6),
        (everywhere().filter("key", Op::Prefix, "00000000-0000-0000-0000-00000000004d"), 1),
    ];
    for (i, (query, expected)) in cases.into_iter().enumerate() {
        assert_eq!(store.count(&query).await.unwrap(), expected, "count of question {i}");
        let rows = store.rows(&query).await.unwrap();
        assert_eq!(rows.len() as u64, expected, "rows of question {i}");
    }
    let key = IncidentRow::at("A", "00000000-0000-0000-0000-00000000009a");
    let body = store.row(&key).await.unwrap().unwrap();
    assert_eq!(IncidentRow::read(&body).unwrap().incident.unwrap().number, "1");
    assert_eq!(store.row(&IncidentRow::at("B", &key.key)).await.unwrap(), None);
    // Nothing is like nothing, and unlike anything.
    store.write(now("A", 1, open(start()))).await.unwrap();
    let desks = || Query::of::<DeskRow>("A").within(Offices::All);
    assert_eq!(store.count(&desks().filter("open_day", Op::Ne, "2020-01-01")).await.unwrap(), 1);
}

async fn pages(store: &Arc<dyn Store>, query: Query, size: u32) -> Vec<RowKey> {
    let (mut all, mut query) = (Vec::new(), query.limit(size));
    loop {
        let page = store.rows(&query).await.unwrap();
        assert!(page.len() <= size as usize);
        let Some((key, body)) = page.last() else { return all };
        let value = query.order.map(|_| {
            let row = IncidentRow::read(body).unwrap();
            row.columns()[3].clone()
        });
        query = query.after(Some(After { value, office: key.office.clone(), key: key.key.clone() }));
        all.extend(page.into_iter().map(|(key, _)| key));
    }
}

pub async fn rows_are_tallied_by_columns(backend: &dyn Backend) {
    let (_place, store) = filled(backend).await;
    let mut classes = store.tally(&everywhere(), &["class"]).await.unwrap();
    classes.sort_by_key(|(values, _)| format!("{values:?}"));
    let mut expected: Vec<String> = CLASSES.iter().map(|class| (*class).to_owned()).collect();
    expected.sort_by_key(|class| format!("{:?}", [Value::Text(class.clone())]));
    let expected: Vec<_> = expected.into_iter().map(|class| (vec![Value::Text(class)], 12)).collect();
    assert_eq!(classes, expected);
    let of_b = store.tally(&everywhere().eq("office", "B"), &["office", "class"]).await.unwrap();
    assert_eq!(of_b.iter().map(|(_, n)| n).sum::<u64>(), 15);
    assert!(of_b.iter().all(|(values, _)| values[0] == Value::from("B")), "{of_b:?}");
    assert!(store.tally(&everywhere().eq("class", "none such"), &["class"]).await.unwrap().is_empty());
    let wrong = store.tally(&everywhere(), &["body"]).await;
    assert!(matches!(wrong, Err(StoreError::Misused(_))), "{wrong:?}");
}

pub async fn pages_follow_one_another(backend: &dyn Backend) {
    let (_place, store) = filled(backend).await;
    let orders = [
        everywhere(),
        everywhere().newest_key_first(),
        everywhere().by("occurred", false),
        everywhere().by("occurred", true),
        Query::of::<IncidentRow>("A").by("occurred", true),
    ];
    for query in orders {
        let whole: Vec<RowKey> =
            store.rows(&query.clone().limit(1_000)).await.unwrap().into_iter().map(|(k, _)| k).collect();
        assert_eq!(whole.len() as u64, store.count(&query).await.unwrap());
        let mut sorted = whole.clone();
        if query.order.is_none() {
            sorted.sort();
            if query.descending {
                sorted.reverse();
            }
            assert_eq!(whole, sorted);
        }
        for size in [1, 7, 60] {
            assert_eq!(pages(&store, query.clone(), size).await, whole, "{query:?} by {size}");
        }
    }
}

pub async fn a_wrong_question_is_refused(backend: &dyn Backend) {
    let (_place, store) = filled(backend).await;
    let after = After { value: None, office: "A".to_owned(), key: "k".to_owned() };
    let wrong = [
        everywhere().eq("no_such", "x"),
        everywhere().eq("class", 5_i64),
        everywhere().eq("occurred", "yesterday"),
        everywhere().filter("occurred", Op::Prefix, 5_i64),
        everywhere().by("no_such", false),
        everywhere().by("occurred", false).after(Some(after)),
        Query::of::<EntryRow>("A").eq("class", "x"),
    ];
    for query in wrong {
        let answer = store.rows(&query).await;
        assert!(matches!(answer, Err(StoreError::Misused(_))), "{answer:?}");
    }
    let hostile = everywhere().eq("class", "'; DROP TABLE journal; --");
    assert_eq!(store.rows(&hostile).await.unwrap(), []);
    assert_eq!(store.count(&everywhere()).await.unwrap(), 60);
}
