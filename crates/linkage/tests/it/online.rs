//! One record after another gives the persons that the whole table gives, in any order.

use roznamcha_linkage::{Candidates, Decided, FORGOTTEN, Online, Record, cluster};

use crate::made::{Dice, f1, model, people, policy, record, table};

/// The person of each record, in the order of the keys.
fn online(records: &[Record]) -> Vec<u32> {
    let mut online = Online::new(model(), policy()).unwrap();
    for record in records {
        online.insert(record).unwrap();
    }
    let mut of: Vec<(u64, u32)> = (0..records.len() as u32)
        .map(|row| (online.table().key(row).unwrap(), online.of()[row as usize]))
        .collect();
    of.sort_unstable();
    of.into_iter().map(|(_, person)| person).collect()
}

#[test]
fn any_order_gives_what_the_batch_gives() {
    let (records, persons) = people(1_500, 21);
    let model = model();
    let mut table = table(model.schema(), &records);
    let edges = Candidates::find_for(&model, &mut table, |_, _| false).weigh(&model, &table, FORGOTTEN);
    let batch = f1(&cluster(&model, &table, &edges, &Decided::default(), &policy()).of, &persons);
    assert!(batch > 0.9, "{batch}");
    for seed in 0..3 {
        let mut shuffled = records.clone();
        Dice(seed).shuffle(&mut shuffled);
        let found = f1(&online(&shuffled), &persons);
        assert!((found - batch).abs() <= 0.002, "{found} against {batch}, order {seed}");
    }
}

#[test]
fn a_reviewers_no_parts_at_once_and_his_withdrawal_of_it_joins_again() {
    let mut online = Online::new(model(), policy()).unwrap();
    let values = ["gulrum belzam", "dorfis", "3520112345671", "1980-03-05", "03001234567", "d4", "m"];
    let first = online.insert(&record(1, values)).unwrap();
    assert_eq!(first.person, [0]);
    let second = online.insert(&record(2, values)).unwrap();
    assert_eq!((second.person, second.compared), (vec![0, 1], 1));
    assert_eq!(online.decide(0, 1, false), [1]);
    assert_eq!(online.person(1), [1]);
    online.decide(0, 1, true);
    assert_eq!(online.person(1), [0, 1]);
    assert!(online.insert(&record(2, values)).is_err(), "a record comes once");
}
