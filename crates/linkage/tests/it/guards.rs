//! Who becomes one person, who stays two, and who waits for a reviewer.

use roznamcha_linkage::{
    Candidates, Clusters, Decided, Edge, Guards, Policy, Record, Refusal, Waterfall, Why, cluster,
    weakest_bridge,
};

use crate::made::{held, model, policy, record, table};

fn linked(records: &[Record], decided: &Decided, policy: &Policy) -> (Clusters, Vec<Edge>) {
    let model = model();
    let mut table = table(model.schema(), records);
    let edges = Candidates::find_for(&model, &mut table, |_, _| false).weigh(&model, &table, -10.0);
    (cluster(&model, &table, &edges, decided, policy), edges)
}

#[test]
fn two_brothers_of_one_house_stay_two() {
    let brothers = [
        record(1, ["gulrum belzam", "dorfis", "3520112345671", "1980-03-05", "03001234567", "d4", "m"]),
        record(2, ["monsib belzam", "dorfis", "3520198765433", "1983-07-19", "03001234567", "d4", "m"]),
        record(3, ["monsib belzam", "dorfis", "", "1983-07-19", "03001234567", "d4", "m"]),
    ];
    let (clusters, _) = linked(&brothers, &Decided::default(), &policy());
    assert_eq!(clusters.of, [0, 1, 1]);
    // Without identifiers either they are two: a name that differs says more than a house that is the same.
    let bare = [
        record(1, ["gulrum belzam", "dorfis", "", "1980-03-05", "03001234567", "d4", "m"]),
        record(2, ["monsib belzam", "dorfis", "", "1983-07-19", "03001234567", "d4", "m"]),
    ];
    assert_eq!(linked(&bare, &Decided::default(), &policy()).0.of, [0, 1]);
}

#[test]
fn five_spellings_without_identifier_are_one_candidate_for_review() {
    let mut spelt = ["gulsib belzam", "gulseeb belzam", "gulsib bellzam", "gullsib belzam", "gulseb belzam"]
        .iter()
        .zip(1u64..)
        .map(|(name, key)| {
            record(key, [name, "dorfis", "", "1980", "", if key < 4 { "d4" } else { "d9" }, "m"])
        })
        .collect::<Vec<Record>>();
    spelt.push(record(6, ["tursib parlat", "jalkir", "", "1971-02-03", "", "d4", "m"]));
    // The stations agree too little for an automatic joining under a careful policy; each pair waits, as one person.
    let careful = Policy { automatic: 60.0, ..policy() };
    let (clusters, edges) = linked(&spelt, &Decided::default(), &careful);
    assert_eq!(clusters.of, [0, 1, 2, 3, 4, 5], "nobody is joined by name alone");
    assert!(clusters.review.iter().all(|review| review.why == Why::Unsure && review.edge.b < 5));
    let seen: std::collections::BTreeSet<u32> =
        clusters.review.iter().flat_map(|review| [review.edge.a, review.edge.b]).collect();
    assert_eq!(seen, (0..5).collect(), "each spelling is in it, the stranger is not");
    let bridge = weakest_bridge(&[0, 1, 2, 3, 4], &edges).expect("they hang together");
    assert_eq!(bridge.one.len() + bridge.other.len(), 5);
    // The evidence is shown, and sums up to the weight.
    let model = model();
    let mut table = table(model.schema(), &spelt);
    let weighed = Candidates::find_for(&model, &mut table, |_, _| false).weigh(&model, &table, -10.0);
    for edge in weighed {
        let why = Waterfall::of(&model, &table, edge.a, edge.b);
        assert!((why.total - edge.weight).abs() < 1e-3);
        assert_eq!(why.steps.len(), model.schema().fields.len());
        assert_eq!(why.steps[2].level, "missing");
        assert_eq!((why.steps[2].bits, why.steps[2].rarity), (0.0, 0.0));
    }
}

/// Two records that agree in all but what is given.
fn twins(one: impl Fn(Record) -> Record, two: impl Fn(Record) -> Record) -> [Record; 2] {
    let base = |key| {
        record(key, ["gulrum belzam", "dorfis", "3520112345671", "1980-03-05", "03001234567", "d4", "m"])
    };
    [one(base(1)), two(base(2))]
}

fn with(at: usize, text: &str) -> impl Fn(Record) -> Record {
    let text = text.to_owned();
    move |old| {
        let mut values = ["gulrum belzam", "dorfis", "3520112345671", "1980-03-05", "03001234567", "d4", "m"];
        values[at] = &text;
        record(old.key, values)
    }
}

#[test]
fn each_guard_refuses_and_says_so() {
    let low = Policy { automatic: -30.0, review: -30.0, guards: Guards::default() };
    let same = |record: Record| record;
    let cases = [
        (twins(with(2, "6110187654329"), same), Refusal::Identity),
        (twins(with(6, "f"), same), Refusal::Sex),
        (twins(with(3, "1950-03-05"), same), Refusal::Years),
        (twins(|r| held(r, 1, 10, 20), |r| held(r, 2, 15, 30)), Refusal::Custody),
    ];
    for (records, refusal) in cases {
        let (clusters, _) = linked(&records, &Decided::default(), &low);
        assert_eq!(clusters.of, [0, 1], "{refusal:?}");
        assert_eq!(clusters.review[0].why, Why::Refused(refusal));
    }
    // A transfer is no contradiction: he leaves the one on the day he comes to the other.
    let moved = twins(|r| held(r, 1, 10, 20), |r| held(r, 2, 20, 30));
    assert_eq!(linked(&moved, &Decided::default(), &low).0.of, [0, 0]);
    // A reviewer's no beats everything, his yes too.
    let no = Decided { not: vec![(0, 1)], ..Decided::default() };
    assert_eq!(linked(&twins(same, same), &no, &low).0.review[0].why, Why::Refused(Refusal::Reviewer));
    let yes = Decided { same: vec![(0, 1)], ..Decided::default() };
    assert_eq!(linked(&twins(with(6, "f"), same), &yes, &low).0.of, [0, 0]);
}

#[test]
fn one_identifier_with_two_names_is_an_alert_and_never_joined() {
    let low = Policy { automatic: -30.0, review: -30.0, guards: Guards::default() };
    let records = twins(with(0, "tursib parlat"), |record| record);
    let (clusters, _) = linked(&records, &Decided::default(), &low);
    assert_eq!(clusters.of, [0, 1]);
    assert_eq!(clusters.review[0].why, Why::Alert);
}
