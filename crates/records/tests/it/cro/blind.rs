//! The second examiner of a latent is blind to the first, on every page that shows the search.

use roznamcha_acts::kinds::{
    Conclusion, EnrolRef, PrintMark, PrintMarkKind, ProbeKind, SearchAnswer, SearchExamine,
};
use roznamcha_acts::views::SearchState;
use roznamcha_records::{Caller, DoorError, SearchFilter};
use roznamcha_trial::discharge;

use super::latent::latent;
use super::{Desk, FIRST, desk};

fn mark(x: u16) -> PrintMark {
    PrintMark { x, y: 20, angle: 90, kind: PrintMarkKind::Ending }
}

async fn examine(desk: &Desk, by: &Caller, search: &str, of: &EnrolRef, conclusion: Conclusion) {
    let found = SearchExamine {
        search: search.to_owned(),
        of: of.clone(),
        finger: 2,
        probe_finger: 0,
        marked: None,
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
    assert!(own.named && own.row.is_some() && !other.named && other.row.is_none() && other.case.is_none());
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

#[tokio::test]
async fn what_the_office_answered_meanwhile_does_not_reach_the_second_examiner() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let (of, _) = desk.enrol(&case, 7, 1).await;
    let (search, _) = latent(&desk, 7, 4).await;
    let records = &desk.node.records;
    examine(&desk, &desk.cro, &search, &of, Conclusion::Excluded).await;
    let remarks = "فرضی: پہلے ماہر نے رد کیا";
    let answer = SearchAnswer {
        search: search.clone(),
        traced: false,
        of: None,
        remarks: remarks.to_owned(),
        closed_because: None,
        withdrawn: Vec::new(),
    };
    records.answer(&desk.cro, desk.node.id(), answer).await.unwrap();
    let seen = async |by: &Caller| records.search_view(by, "TRL-CRO", &search).await.unwrap();
    let other = seen(&desk.second).await;
    assert!(other.blind && other.row.answers.is_empty(), "{:?}", other.row.answers);
    assert_eq!(
        seen(&desk.cro).await.row.answers.len(),
        1,
        "it is open still, and the first sees his own office's answer"
    );
    let filter = SearchFilter { limit: 9, probe: Some(ProbeKind::Latent), ..SearchFilter::default() };
    let lines = records.searches(&desk.second, &filter).await.unwrap().lines;
    assert_eq!(lines[0].traced, None);
    examine(&desk, &desk.second, &search, &of, Conclusion::Inconclusive).await;
    let now = seen(&desk.second).await;
    assert!(!now.blind && now.row.answers[0].remarks == remarks);
}

#[tokio::test]
async fn an_examiner_reads_his_own_reasons_and_marks_and_others_once_the_search_is_closed() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let (of, _) = desk.enrol(&case, 7, 1).await;
    let (search, _) = latent(&desk, 7, 4).await;
    let records = &desk.node.records;
    examine(&desk, &desk.cro, &search, &of, Conclusion::Identified).await;
    examine(&desk, &desk.second, &search, &of, Conclusion::Identified).await;
    let of_whom = async |by: &Caller| {
        let all = records.examinations(by, ("TRL-CRO", &search), &of, (2, 0)).await.unwrap();
        all.into_iter().map(|one| one.by.officer).collect::<Vec<_>>()
    };
    assert_eq!(of_whom(&desk.cro).await, ["TRL-cro"]);
    assert_eq!(of_whom(&desk.second).await, ["TRL-cro-2"]);
    let answer = SearchAnswer {
        search: search.clone(),
        traced: true,
        of: Some(of.clone()),
        remarks: String::new(),
        closed_because: None,
        withdrawn: Vec::new(),
    };
    records.answer(&desk.cro, desk.node.id(), answer).await.unwrap();
    assert_eq!(of_whom(&desk.cro).await, ["TRL-cro", "TRL-cro-2"]);
    let all = records.examinations(&desk.cro, ("TRL-CRO", &search), &of, (2, 0)).await.unwrap();
    let body = &all[0].body;
    assert_eq!((body.probe_marks.len(), body.pairs.len()), (1, 1));
    assert!(body.reasons.contains("بارہ نکات"), "{}", body.reasons);
    // He is freed: his traces leave the slip, and nobody reads what was found of him.
    desk.node.act(&desk.sho, discharge(&case, FIRST, records.now())).await.unwrap();
    let view = records.search_view(&desk.cro, "TRL-CRO", &search).await.unwrap();
    assert!(view.row.answers[0].traced && view.row.traced().is_none(), "{:?}", view.row.answers);
    let gone = records.examinations(&desk.cro, ("TRL-CRO", &search), &of, (2, 0)).await;
    assert!(matches!(gone, Err(DoorError::NotFound)), "{gone:?}");
}
