//! The second examiner of a latent is blind to the first, on every page that shows the search.

use roznamcha_acts::kinds::{Conclusion, EnrolRef, PrintMark, PrintMarkKind, SearchAnswer, SearchExamine};
use roznamcha_acts::views::SearchState;
use roznamcha_records::Caller;

use super::latent::latent;
use super::{Desk, desk};

fn mark(x: u16) -> PrintMark {
    PrintMark { x, y: 20, angle: 90, kind: PrintMarkKind::Ending }
}

async fn examine(desk: &Desk, by: &Caller, search: &str, of: &EnrolRef, conclusion: Conclusion) {
    let found = SearchExamine {
        search: search.to_owned(),
        of: of.clone(),
        finger: 2,
        probe_finger: 0,
        conclusion,
        reasons: "فرضی وجوہ: بارہ نکات ایک سے ہیں".to_owned(),
        probe_marks: vec![mark(10)],
        candidate_marks: vec![mark(12)],
        pairs: vec![(0, 0)],
    };
    desk.node.records.examine(by, desk.node.id(), found).await.unwrap();
}

#[tokio::test]
async fn what_the_first_found_is_shown_to_the_second_only_after_he_has_found_himself() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let (of, _) = desk.enrol(&case, 7, 1).await;
    let (search, _) = latent(&desk, 7, 4).await;
    let records = &desk.node.records;
    let seen =
        async |by: &Caller| records.search_view(by, "TRL-CRO", &search).await.unwrap().candidates.remove(0);
    examine(&desk, &desk.cro, &search, &of, Conclusion::Identified).await;
    let own = seen(&desk.cro).await;
    assert_eq!(own.mine.as_ref().unwrap().conclusion, Conclusion::Identified);
    assert!(!own.blind && !own.identified && own.listed.examinations.len() == 1);
    let other = seen(&desk.second).await;
    assert!(other.blind && other.mine.is_none() && other.examiners == 1);
    assert!(other.listed.examinations.is_empty() && !other.identified);
    let whole = records.search_view(&desk.second, "TRL-CRO", &search).await.unwrap();
    let told = format!("{:?} {:?}", whole.row, whole.candidates);
    assert!(!told.contains("Identified"), "{told}");
    assert_eq!(records.cro_desk(&desk.second).await.unwrap().candidates.len(), 1, "it waits for him");
    assert_eq!(records.cro_desk(&desk.cro).await.unwrap().candidates.len(), 0);
    let answer = SearchAnswer {
        search: search.clone(),
        traced: true,
        of: Some(of.clone()),
        remarks: String::new(),
        closed_because: None,
        withdrawn: Vec::new(),
    };
    assert!(records.answer(&desk.cro, desk.node.id(), answer.clone()).await.is_err(), "one is not two");

    examine(&desk, &desk.second, &search, &of, Conclusion::Identified).await;
    let both = seen(&desk.second).await;
    assert!(!both.blind && both.identified && both.listed.examinations.len() == 2);
    records.answer(&desk.cro, desk.node.id(), answer).await.unwrap();
    let view = records.search_view(&desk.cro, "TRL-CRO", &search).await.unwrap();
    assert_eq!((view.row.state, view.row.traced()), (SearchState::Answered, Some(&of)));
}
