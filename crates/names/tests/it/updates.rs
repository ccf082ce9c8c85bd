//! Whatever was put in and taken out, the answers are those of who is there.

use proptest::prelude::*;
use roznamcha_names::index::{Hit, Index, Person, Query};

const GIVEN: [&str; 8] = ["Muhammad", "محمد", "Ali", "علی", "Ahmad", "Ahmed", "Waqas", "Zainab"];

fn person(given: &[usize], father: usize) -> Person {
    let name = |at: &usize| GIVEN[at % GIVEN.len()];
    Person {
        names: vec![given.iter().map(name).collect::<Vec<_>>().join(" ")],
        fathers: vec![name(&father).to_owned()],
        district: u16::try_from(father % 3).ok(),
        born: None,
    }
}

fn answers(index: &Index) -> Vec<Vec<Hit>> {
    let asked = ["Muhammad Ali", "احمد", "waqas ahmd", "زینب", "ali"];
    let query =
        |name: &&str| Query {
            name: (*name).to_owned(), father: Some("علی".to_owned()), ..Query::default()
        };
    asked.iter().map(|name| index.search(&query(name), 20)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn who_was_removed_leaves_no_trace(
        acts in prop::collection::vec(
            (0_u64..12, any::<bool>(), prop::collection::vec(0_usize..8, 1..4), 0_usize..8),
            1..60,
        ),
    ) {
        let mut index = Index::default();
        let mut there = std::collections::BTreeMap::new();
        for (id, comes, given, father) in acts {
            let person = person(&given, father);
            if comes {
                index.put(id, &person);
                there.insert(id, person);
            } else {
                prop_assert_eq!(index.remove(id), there.remove(&id).is_some());
            }
        }
        let mut anew = Index::default();
        for (id, person) in there.iter().rev() {
            anew.put(*id, person);
        }
        prop_assert_eq!(index.len(), there.len());
        prop_assert_eq!(answers(&index), answers(&anew), "the same people, in another order");
    }
}
