//! Latents stay open and are looked at again upon every enrolment.

use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{ProbeKind, SearchAnswer, SearchOpen};
use roznamcha_acts::views::SearchState;
use roznamcha_trial::{STATION, taken};

use super::{Desk, desk};

/// A latent of the right index finger of a person of nobody; its search and how many candidates.
pub async fn latent(desk: &Desk, person: u64, time: u64) -> (String, usize) {
    let file = desk.send(person * 10 + 2, time).await;
    let open = SearchOpen {
        probe: ProbeKind::Latent,
        enrolment: None,
        asked_by: STATION.to_owned(),
        case: "1/2026".to_owned(),
        person: None,
        basis: None,
        order: None,
        scene: "فرضی کھڑکی کا شیشہ".to_owned(),
        prints: vec![taken(0, &file)],
    };
    let id: ActId = desk.node.id();
    let (receipt, candidates) =
        desk.node.records.search_open(&desk.cro, id, open.clone(), None).await.unwrap();
    let (again, same) = desk.node.records.search_open(&desk.cro, id, open, None).await.unwrap();
    assert!(again.repeated && same == candidates);
    (receipt.act, candidates.unwrap())
}

#[tokio::test]
async fn a_latent_waits_until_its_finger_is_enrolled_and_joins_no_other() {
    let desk = desk().await;
    let (one, two) = (desk.case(1).await, desk.case(2).await);
    desk.enrol(&one, 1, 1).await;
    let (search, candidates) = latent(&desk, 7, 1).await;
    assert_eq!(candidates, 0);
    let records = &desk.node.records;
    let not_traced = SearchAnswer {
        search: search.clone(),
        traced: false,
        of: None,
        remarks: String::new(),
        closed_because: None,
        withdrawn: Vec::new(),
    };
    records.answer(&desk.cro, desk.node.id(), not_traced).await.unwrap();
    let (of, done) = desk.enrol(&two, 7, 2).await;
    assert_eq!(done.latents, 1);
    let view = records.search_view(&desk.cro, "TRL-CRO", &search).await.unwrap();
    assert_eq!(view.row.state, SearchState::Open, "not traced yet is not closed");
    assert_eq!(view.candidates.len(), 1);
    assert_eq!((&view.candidates[0].listed.of, view.candidates[0].listed.finger), (&of, 2));
    assert_eq!(view.row.lists.last().unwrap().after, Some(of.clone()));
    let table = records.cro_desk(&desk.cro).await.unwrap();
    assert_eq!((table.latents.len(), table.candidates.len()), (1, 1));
    assert_eq!(table.candidates[0].search, search);
    desk.sound().await;
}

#[tokio::test]
async fn a_latent_of_one_enrolled_is_listed_with_its_finger() {
    let desk = desk().await;
    let (one, two) = (desk.case(1).await, desk.case(2).await);
    desk.enrol(&one, 1, 1).await;
    let (of, _) = desk.enrol(&two, 7, 1).await;
    let (search, candidates) = latent(&desk, 7, 4).await;
    assert_eq!(candidates, 1);
    let view = desk.node.records.search_view(&desk.cro, "TRL-CRO", &search).await.unwrap();
    assert_eq!((&view.candidates[0].listed.of, view.candidates[0].listed.finger), (&of, 2));
    let answer = SearchAnswer {
        search,
        traced: true,
        of: Some(of),
        remarks: String::new(),
        closed_because: None,
        withdrawn: Vec::new(),
    };
    let refused = desk.node.act(&desk.cro, answer.into()).await.unwrap_err();
    assert!(format!("{refused:?}").contains("order-"), "nobody has examined it: {refused:?}");
}
