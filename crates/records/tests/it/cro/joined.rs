//! Persons: joined with reasons, parted again, and whoever is freed is in no cluster.

use roznamcha_access::Role;
use roznamcha_acts::kinds::{EnrolRef, PersonJoin, PersonPart};
use roznamcha_acts::views::AccusedStatus;
use roznamcha_records::DoorError;
use roznamcha_trial::discharge;

use super::{Desk, FIRST, desk};

async fn join(desk: &Desk, one: &EnrolRef, other: &EnrolRef) -> Result<String, DoorError> {
    let join = PersonJoin {
        one: one.clone(),
        other: other.clone(),
        search: None,
        reasons: "فرضی وجوہ: دونوں نشانات ایک ہی ہیں".to_owned(),
    };
    desk.node.records.join_persons(&desk.cro, desk.node.id(), join).await.map(|receipt| receipt.act)
}

#[tokio::test]
async fn a_person_is_a_cluster_over_joins_that_stand_and_each_entry_has_its_status() {
    let desk = desk().await;
    let mut all = Vec::new();
    for n in 1..=3 {
        let case = desk.case(n).await;
        let of = desk.enrol(&case, u64::from(n), 1).await.0;
        all.push((case, of));
    }
    let records = &desk.node.records;
    let (a, b, c) = (&all[0].1, &all[1].1, &all[2].1);
    let history = async |of: &EnrolRef| records.person_history(&desk.cro, of).await.unwrap();
    assert_eq!(history(a).await.lines.len(), 1);
    join(&desk, a, b).await.unwrap();
    let second = join(&desk, b, c).await.unwrap();
    let whole = history(c).await;
    let mut members: Vec<&EnrolRef> = whole.lines.iter().map(|line| &line.of).collect();
    members.sort();
    let mut expected = vec![a, b, c];
    expected.sort();
    assert_eq!(members, expected);
    assert_eq!(whole.joins.len(), 2);
    assert!(whole.lines.iter().all(|l| l.case.as_ref().unwrap().status == Some(AccusedStatus::Arrested)));

    let part =
        PersonPart { join: second, reasons: "فرضی وجوہ: غلطی سے ملایا گیا".to_owned() };
    records.part_persons(&desk.cro, desk.node.id(), part).await.unwrap();
    assert_eq!(history(c).await.lines.len(), 1);
    assert!(
        history(c).await.joins[0].parted.is_some(),
        "that they were once joined is told, and that it ended"
    );
    assert_eq!(history(a).await.lines.len(), 2);

    desk.node.act(&desk.sho, discharge(&all[1].0, FIRST, records.now())).await.unwrap();
    let left = history(a).await;
    assert_eq!((left.lines.len(), left.joins.len()), (1, 0), "nothing is told of who was freed");
    let refused = join(&desk, a, b).await.unwrap_err();
    assert!(matches!(refused, DoorError::Refused(_)), "{refused:?}");
}

#[tokio::test]
async fn a_join_is_told_to_whom_both_enrolments_are_open() {
    let desk = desk().await;
    let one = desk.case(1).await;
    // The second case is another officer's: its enrolments are shut to the first's.
    let two = desk.case_of(2, Role::Sho).await;
    let (a, b) = (desk.enrol(&one, 1, 1).await.0, desk.enrol(&two, 2, 1).await.0);
    join(&desk, &a, &b).await.unwrap();
    let records = &desk.node.records;
    assert_eq!(records.person_history(&desk.sho, &a).await.unwrap().joins.len(), 1);
    let left = records.person_history(&desk.io, &a).await.unwrap();
    assert_eq!((left.lines.len(), left.joins.len()), (1, 0), "{left:?}");
    let view = records.enrolment_view(&desk.io, &a).await.unwrap();
    assert!(view.search.is_none(), "the slip is the record office's");
    assert!(records.enrolment_view(&desk.cro, &a).await.unwrap().search.is_some());
}
