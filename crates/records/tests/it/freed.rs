//! Whoever is free of a case is not found by it: from the moment of the court's order, in every search.

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::{Accused, AccusedDischarge, Body, CaseQuash, DischargeUnder, FirRegister, Order};
use roznamcha_records::Caller;
use roznamcha_trial::{Node, fir, party};

/// How often a search by that identity card finds somebody.
async fn found(node: &Node, caller: &Caller, cnic: &str) -> usize {
    node.records.search(caller, cnic).await.unwrap().found.len()
}

#[tokio::test]
async fn a_freed_person_is_left_out_of_the_next_search() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let sho = node.as_role(Role::Sho).await.unwrap().for_purpose(Purpose::Duty, "");
    let accused = |n| Accused { person: party(n), description: String::new() };
    let report = FirRegister { accused: vec![accused(71), accused(72)], ..fir(7, node.records.now()) };
    let case = node.act(&sho, Body::FirRegister(report)).await.unwrap().act;
    let cards = [71, 72, 7].map(|n| party(n).cnic.unwrap());
    for card in &cards {
        assert_eq!(found(&node, &sho, card).await, 1, "{card}");
    }
    let order =
        || Order {
            authority: "فرضی عدالت".into(), number: "11/2026".into(), date: node.records.now().day()
        };
    let free = AccusedDischarge { fir: case.clone(), accused: 1, under: DischargeUnder::S63, order: order() };
    node.act(&sho, Body::AccusedDischarge(free)).await.unwrap();
    assert_eq!(found(&node, &sho, &cards[0]).await, 0, "he was discharged");
    assert_eq!(found(&node, &sho, &cards[1]).await, 1, "the other was not");
    let quash = CaseQuash { fir: case, order: order(), freed: vec![] };
    node.act(&sho, Body::CaseQuash(quash)).await.unwrap();
    assert_eq!(found(&node, &sho, &cards[1]).await, 0, "freed with the case");
    assert_eq!(found(&node, &sho, &cards[2]).await, 1, "who reported is found as before");
}

#[tokio::test]
async fn a_record_office_finds_the_accused_of_its_district_until_he_is_free() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let sho = node.as_role(Role::Sho).await.unwrap().for_purpose(Purpose::Duty, "");
    let cro = node.as_role(Role::Cro).await.unwrap().for_purpose(Purpose::Verification, "");
    let accused = Accused { person: party(71), description: String::new() };
    let report = FirRegister { accused: vec![accused], ..fir(7, node.records.now()) };
    let case = node.act(&sho, Body::FirRegister(report)).await.unwrap().act;
    let card = party(71).cnic.unwrap();
    assert_eq!(found(&node, &cro, &card).await, 1);
    let date = node.records.now().day();
    let order = Order { authority: "فرضی عدالت".into(), number: "11/2026".into(), date };
    let free = AccusedDischarge { fir: case, accused: 1, under: DischargeUnder::S63, order };
    node.act(&sho, Body::AccusedDischarge(free)).await.unwrap();
    assert_eq!(found(&node, &cro, &card).await, 0, "he was discharged");
}
