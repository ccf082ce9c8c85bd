//! Enrolments: found by the next search, once however often they are sent, shown to nobody once he is freed.

use roznamcha_access::Purpose;
use roznamcha_acts::Refusal;
use roznamcha_acts::kinds::{
    Body, EnrolBasis, EnrolRef, PhotoView, Photograph, ProbeKind, SearchAnswer, SearchOpen,
};
use roznamcha_acts::views::{AccusedStatus, SearchState};
use roznamcha_records::{Caller, DoorError, SearchFilter};
use roznamcha_store::AuditQuery;
use roznamcha_trial::{STATION, discharge};

use super::{FIRST, desk};

#[tokio::test]
async fn whoever_was_enrolled_under_another_name_is_listed_at_once_and_nobody_else() {
    let desk = desk().await;
    let (one, two, three) = (desk.case(1).await, desk.case(2).await, desk.case(3).await);
    let (stranger, first) = desk.enrol(&one, 1, 1).await;
    assert_eq!((first.candidates, first.latents), (0, 0));
    let (before, _) = desk.enrol(&two, 7, 1).await;
    let (again, done) = desk.enrol(&three, 7, 2).await;
    assert_eq!(done.candidates, 1);
    let search = done.search.clone().unwrap();
    assert_eq!(search.office, "TRL-CRO");
    let view = desk.node.records.search_view(&desk.cro, &search.office, &search.act).await.unwrap();
    assert_eq!(view.candidates.len(), 1);
    let found = &view.candidates[0];
    assert_eq!(found.listed.of, before, "not {stranger:?} and not himself {again:?}");
    assert!(found.listed.centibans >= 600, "{}", found.listed.centibans);
    assert!(!found.identified && found.mine.is_none(), "a candidate is no match");
    assert!(!found.named && found.row.is_none() && found.case.is_none(), "who looks does not know at whom");
    let own = desk.node.records.enrolment_view(&desk.cro, &before).await.unwrap();
    let name = &own.row.enrolment.as_ref().unwrap().person.name;
    assert_eq!(*name, roznamcha_trial::party(902).name, "the books filled him in");
    assert_eq!(own.case.unwrap().status, Some(AccusedStatus::Arrested));
    assert!(view.prints.iter().all(|p| p.image && p.minutiae > 9 && p.quality > 30));
    assert_eq!(view.row.lists[0].people, 3);
    // What the journals hold is what is searched.
    let pair = desk.node.records.pair_view(&desk.cro, (&search.office, &search.act), &before, None).await;
    let pair = pair.unwrap();
    assert_eq!(pair.fingers, [(2, 2), (3, 3)]);
    assert!(pair.pairs.len() >= 8 && pair.probe.image && pair.candidate.image, "{pair:?}");
    desk.sound().await;
}

#[tokio::test]
async fn an_enrolment_sent_again_is_the_same_with_the_same_search() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let new = desk.here(Body::PrintsEnrol(desk.body(&case, 1, 1).await));
    let first = desk.node.records.enrol(&desk.cro, new.clone(), None).await.unwrap();
    let again = desk.node.records.enrol(&desk.cro, new.clone(), None).await.unwrap();
    assert!(!first.receipt.repeated && again.receipt.repeated);
    assert_eq!((first.search, first.candidates), (again.search, again.candidates));
    let all = desk.node.records.searches(&desk.cro, &SearchFilter { limit: 50, ..Default::default() }).await;
    assert_eq!(all.unwrap().lines.len(), 1);
    // By the general door, with the templates made already: the same again.
    desk.sound().await;
}

#[tokio::test]
async fn an_arrestees_photograph_is_refused_with_the_section() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let mut body = desk.body(&case, 1, 1).await;
    let sha256 = body.prints[0].file.clone().unwrap();
    body.photographs = vec![Photograph { sha256, view: PhotoView::Front, size: 0, media: String::new() }];
    let refused = desk.enrol_body(body.clone()).await.unwrap_err();
    let DoorError::Refused(Refusal::Order { code, citation }) = refused else { panic!("{refused:?}") };
    assert_eq!((code.as_str(), citation.as_str()), ("order-no-photograph", "IPA-4"));
    body.basis = EnrolBasis::Convict;
    let refused = desk.enrol_body(body).await.unwrap_err();
    assert!(matches!(refused, DoorError::Refused(Refusal::Order { .. })), "{refused:?}");
    let desk_view = desk.node.records.cro_desk(&desk.cro).await.unwrap();
    assert_eq!((desk_view.standing, desk_view.gallery), (0, Some(0)));
}

#[tokio::test]
async fn the_rules_are_asked_under_which_sections_prints_may_be_taken() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let records = &desk.node.records;
    let bases = async |by: &Caller| records.enrol_bases(by, STATION, &case, FIRST).await.unwrap();
    for officer in [&desk.cro, &desk.io] {
        let all = bases(officer).await;
        assert!(all.contains(&EnrolBasis::Arrestee) && all.contains(&EnrolBasis::Magistrate), "{all:?}");
        assert!(!all.contains(&EnrolBasis::Convict), "he is not convicted: {all:?}");
    }
    let moharrar = desk.node.as_role(roznamcha_access::Role::Moharrar).await.unwrap();
    let attempts = async || {
        let query = AuditQuery { limit: 10_000, ..AuditQuery::default() };
        desk.node.store.audit(&query).await.unwrap().len()
    };
    let before = attempts().await;
    assert_eq!(bases(&moharrar).await, []);
    assert_eq!(before, attempts().await, "what is only offered is no attempt");
    let take = async |by: &Caller, basis, of| {
        let office = Some(STATION.to_owned()).filter(|_| of);
        records.may_take_prints(by, office, basis, of.then_some((case.as_str(), FIRST)), 0).await
    };
    take(&desk.cro, EnrolBasis::Arrestee, true).await.unwrap();
    take(&desk.cro, EnrolBasis::Bond, false).await.unwrap();
    let photograph = async |basis| {
        let office = Some(STATION.to_owned());
        records.may_take_prints(&desk.cro, office, basis, Some((case.as_str(), FIRST)), 2).await
    };
    photograph(EnrolBasis::Magistrate).await.unwrap();
    let refused = photograph(EnrolBasis::Arrestee).await.unwrap_err();
    assert!(
        matches!(&refused, DoorError::Refused(Refusal::Order { code, .. }) if code == "order-no-photograph")
    );
    let convict = take(&desk.cro, EnrolBasis::Convict, true).await.unwrap_err();
    assert!(
        matches!(&convict, DoorError::Refused(Refusal::Order { code, .. }) if code == "order-not-convicted")
    );
    assert!(matches!(take(&desk.cro, EnrolBasis::Arrestee, false).await, Err(DoorError::NotFound)));
    assert!(matches!(take(&moharrar, EnrolBasis::Bond, false).await, Err(DoorError::NotAllowed { .. })));
    desk.node.act(&desk.sho, discharge(&case, FIRST, records.now())).await.unwrap();
    assert_eq!(bases(&desk.cro).await, []);
}

#[tokio::test]
async fn an_enrolment_stands_where_the_search_fails_and_is_searched_for_later() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let new = desk.here(Body::PrintsEnrol(desk.body(&case, 1, 1).await));
    let law = roznamcha_records::LawBook::new(roznamcha_records::StatuteBook::built_in().unwrap());
    let keys = roznamcha_records::Keys { name: "bare".to_owned(), seed: [8; 32] };
    let options = roznamcha_records::Options { argon2_kib: 64, ..Default::default() };
    let (store, clock) = (desk.node.store.clone(), desk.node.clock.clone());
    let area = roznamcha_files::Folder::open(&desk.node.dir.path().join("files")).unwrap();
    let bare = roznamcha_records::Records::open(store, std::sync::Arc::new(law), clock, keys, options).await;
    let bare = bare.unwrap().with_area(std::sync::Arc::new(area));
    // No gallery is open at that node.
    let done = bare.enrol(&desk.cro, new, None).await.unwrap();
    assert!(done.search.is_none(), "it was not searched for, and the answer says so");
    let of = EnrolRef { office: STATION.to_owned(), act: done.receipt.act };
    let records = &desk.node.records;
    records.system().catch_up_gallery(&|_, _| {}).await.unwrap();
    let table = records.cro_desk(&desk.cro).await.unwrap();
    assert_eq!(table.not_searched.iter().map(|one| &one.of).collect::<Vec<_>>(), [&of]);
    assert!(matches!(records.search_again(&desk.sho, &of).await, Err(DoorError::NotAllowed { .. })));
    let search = records.search_again(&desk.cro, &of).await.unwrap().unwrap();
    assert!(records.cro_desk(&desk.cro).await.unwrap().not_searched.is_empty());
    let view = records.search_view(&desk.cro, &search.office, &search.act).await.unwrap();
    assert_eq!(view.row.lists.len(), 1);
    desk.sound().await;
}

#[tokio::test]
async fn the_desk_is_of_whoever_searches_prints_alone() {
    let desk = desk().await;
    for officer in [&desk.sho, &desk.io] {
        let shut = desk.node.records.cro_desk(officer).await;
        assert!(matches!(shut, Err(DoorError::NotAllowed { .. })), "{shut:?}");
    }
    desk.node.records.cro_desk(&desk.cro).await.unwrap();
}

#[tokio::test]
async fn a_template_of_nobody_and_a_forged_list_do_not_come_in() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let mut body = desk.body(&case, 1, 1).await;
    body.prints[0].template = "bm8gdGVtcGxhdGU=".to_owned();
    let refused = desk.enrol_body(body).await.unwrap_err();
    assert!(format!("{refused:?}").contains("fault-template"), "{refused:?}");
    let (_, done) = desk.enrol(&case, 1, 1).await;
    let list = roznamcha_acts::kinds::SearchList {
        search: done.search.unwrap().act,
        engine: "forged".to_owned(),
        people: 1,
        after: None,
        candidates: Vec::new(),
    };
    let refused = desk.node.act(&desk.cro, Body::SearchList(list)).await.unwrap_err();
    assert!(matches!(&refused, DoorError::NotAllowed { key } if key == "list-by-engine"), "{refused:?}");
    // A hash that the caller's office has not sent hands nothing over.
    let mut body = desk.body(&case, 1, 1).await;
    body.prints[0].file = Some("0".repeat(64));
    body.prints[0].template.clear();
    let refused = desk.enrol_body(body).await.unwrap_err();
    assert!(format!("{refused:?}").contains("fault-file-absent"), "{refused:?}");
}

#[tokio::test]
async fn who_is_freed_is_in_no_search_list_count_or_reading_from_the_same_moment() {
    let desk = desk().await;
    let (one, two) = (desk.case(1).await, desk.case(2).await);
    let (freed, _) = desk.enrol(&one, 7, 1).await;
    let (_, done) = desk.enrol(&two, 7, 2).await;
    let search = done.search.unwrap();
    let records = &desk.node.records;
    assert_eq!(records.enrolment_view(&desk.cro, &freed).await.unwrap().prints.len(), 2);
    desk.node.act(&desk.sho, discharge(&one, FIRST, records.now())).await.unwrap();

    let view = records.search_view(&desk.cro, &search.office, &search.act).await.unwrap();
    assert_eq!((view.candidates.len(), view.withdrawn), (0, 1));
    assert!(matches!(records.enrolment_view(&desk.cro, &freed).await, Err(DoorError::NotFound)));
    assert!(matches!(records.person_history(&desk.cro, &freed).await, Err(DoorError::NotFound)));
    assert!(matches!(records.print_image(&desk.cro, &freed, 2).await, Err(DoorError::NotFound)));
    let pair = records.pair_view(&desk.cro, (&search.office, &search.act), &freed, None).await;
    assert!(matches!(pair, Err(DoorError::NotFound)), "{pair:?}");
    let filter = SearchFilter { state: Some(SearchState::Open), limit: 9, ..Default::default() };
    let lines = records.searches(&desk.cro, &filter).await.unwrap().lines;
    assert!(lines.iter().all(|line| line.candidates == 0 && line.not_examined == 0), "{lines:?}");
    let table = records.cro_desk(&desk.cro).await.unwrap();
    assert_eq!((table.standing, table.gallery, table.candidates.len()), (1, Some(1), 0));
    assert_eq!(table.due.len(), 1, "his destruction is due");
    assert_eq!((table.due[0].of.clone(), table.due[0].fir.clone()), (freed, one));
    // A new search with his fingers finds the other only.
    let open = SearchOpen {
        probe: ProbeKind::Single,
        enrolment: None,
        asked_by: STATION.to_owned(),
        case: String::new(),
        person: Some(roznamcha_trial::party(950)),
        basis: Some(EnrolBasis::Arrestee),
        order: None,
        scene: String::new(),
        prints: vec![desk.prints(7, 3).await.remove(0)],
    };
    let (_, candidates) = records.search_open(&desk.cro, desk.node.id(), open, None).await.unwrap();
    assert_eq!(candidates, Some(1));
    desk.sound().await;
}

#[tokio::test]
async fn every_reading_needs_a_purpose_and_is_on_record() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let (of, done) = desk.enrol(&case, 1, 1).await;
    let records = &desk.node.records;
    let bare = desk.node.as_role(roznamcha_access::Role::Cro).await.unwrap();
    let search = done.search.unwrap();
    let unstated = records.search_view(&bare, &search.office, &search.act).await;
    assert!(matches!(unstated, Err(DoorError::PurposeNeeded { .. })), "{unstated:?}");
    assert!(matches!(records.enrolment_view(&bare, &of).await, Err(DoorError::PurposeNeeded { .. })));
    records.enrolment_view(&desk.cro, &of).await.unwrap();
    records.enrolment_view(&desk.sho, &of).await.unwrap();
    let query = AuditQuery { of_key: Some(of.key()), limit: 9, ..AuditQuery::default() };
    let rows = desk.node.store.audit(&query).await.unwrap();
    let said: Vec<(&str, &str, &str)> =
        rows.iter().map(|r| (r.open.officer.as_str(), r.open.purpose.as_str(), r.outcome.as_str())).collect();
    assert_eq!(
        said,
        [("TRL-sho", "duty", "done"), ("TRL-cro", "verification", "done"), ("TRL-cro", "", "denied")]
    );
    // The moharrar keeps books, and the analyst counts: neither sees prints.
    for role in [roznamcha_access::Role::Moharrar, roznamcha_access::Role::Analyst] {
        let other = desk.node.as_role(role).await.unwrap().for_purpose(Purpose::Duty, "");
        assert!(matches!(records.enrolment_view(&other, &of).await, Err(DoorError::NotFound)), "{role:?}");
    }
}

/// Nobody may look at one who was freed, so he keeps no search open; and of who was freed himself no more is found out.
#[tokio::test]
async fn who_is_freed_stands_in_the_way_of_no_answer_and_is_examined_no_more() {
    let desk = desk().await;
    let (one, two, three) = (desk.case(1).await, desk.case(2).await, desk.case(3).await);
    let (first, _) = desk.enrol(&one, 7, 1).await;
    let (second, done) = desk.enrol(&two, 7, 2).await;
    let (_, last) = desk.enrol(&three, 7, 3).await;
    let (search, upon) = (last.search.unwrap().act, done.search.unwrap().act);
    let records = &desk.node.records;
    let not_traced = |search: &str, because: Option<&str>| SearchAnswer {
        search: search.to_owned(),
        traced: false,
        of: None,
        remarks: String::new(),
        closed_because: because.map(str::to_owned),
        withdrawn: Vec::new(),
    };
    let early = records.answer(&desk.cro, desk.node.id(), not_traced(&search, None)).await;
    assert!(format!("{early:?}").contains("order-not-examined"), "{early:?}");
    for case in [&one, &two] {
        desk.node.act(&desk.sho, discharge(case, FIRST, records.now())).await.unwrap();
    }
    let id = desk.node.id();
    let answered = records.answer(&desk.cro, id, not_traced(&search, None)).await.unwrap();
    assert!(records.answer(&desk.cro, id, not_traced(&search, None)).await.unwrap().repeated);
    let Some(Body::SearchAnswer(kept)) =
        desk.node.store.act("TRL-CRO", &answered.act).await.unwrap().unwrap().body
    else {
        panic!("no answer")
    };
    assert_eq!(kept.withdrawn.len(), 2, "{kept:?}");
    // The search made at the second: he is free, and nothing is found out of him any more.
    let looked = super::destroyed::examination(&upon, &first);
    let refused = records.examine(&desk.cro, desk.node.id(), looked).await.unwrap_err();
    assert!(matches!(refused, DoorError::Refused(Refusal::Unknown { .. })), "{refused:?}");
    let refused = records.answer(&desk.cro, desk.node.id(), not_traced(&upon, None)).await.unwrap_err();
    assert!(format!("{refused:?}").contains(&second.act), "{refused:?}");
    let because = Some("فرضی وجہ: رہا ہو چکا");
    records.answer(&desk.cro, desk.node.id(), not_traced(&upon, because)).await.unwrap();
    desk.sound().await;
}

/// An act of another kind under the id that the search at an enrolment must have is not that search.
#[tokio::test]
async fn an_act_that_takes_the_place_of_a_search_is_not_taken_for_it() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let new = desk.here(Body::PrintsEnrol(desk.body(&case, 1, 1).await));
    let name = format!("search at enrolment\n{STATION}\n{}", new.id);
    let id = roznamcha_acts::ActId(uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, name.as_bytes()));
    let join = roznamcha_acts::kinds::PersonJoin {
        one: desk.enrol(&desk.case(2).await, 2, 1).await.0,
        other: desk.enrol(&desk.case(3).await, 3, 1).await.0,
        search: None,
        reasons: "فرضی وجوہ".to_owned(),
    };
    desk.node.records.join_persons(&desk.cro, id, join).await.unwrap();
    let enrolled = desk.node.records.enrol(&desk.cro, new, None).await.unwrap();
    assert!(enrolled.search.is_none(), "the enrolment stands, and nobody says that it was searched");
    let of = EnrolRef { office: STATION.to_owned(), act: enrolled.receipt.act };
    let refused = desk.node.records.search_again(&desk.cro, &of).await.unwrap_err();
    assert!(matches!(refused, DoorError::IdTaken(_)), "{refused:?}");
}
