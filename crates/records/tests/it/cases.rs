//! The case file through the door: what each may see of it, and that each reading is on record first.

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::Body;
use roznamcha_acts::views::{AccusedStatus, Stage};
use roznamcha_records::{
    AuditQuery, Caller, CaseFilter, DeadlineState, DoorError, MASK, PAPERS, action_of, action_of_kind,
};
use roznamcha_trial::{
    DISTRICT, Node, STATION, STATION_2, arrest, article, fir, fir_sensitive, nominate, opened_case, party,
    statement, zimni,
};

const DAY: i64 = 86_400;

async fn as_(node: &Node, role: Role, purpose: Purpose) -> Caller {
    node.as_role(role).await.unwrap().for_purpose(purpose, "1/2026")
}

/// A theft: one accused named and arrested, another nominated, a witness heard, two case diaries, an article.
async fn theft() -> (Node, String) {
    let node = Node::new().await.unwrap();
    let case = opened_case(&node, fir(1, node.records.now())).await.unwrap();
    let io = node.as_role(Role::Io).await.unwrap();
    node.clock.set(node.records.now().plus_seconds(600));
    let now = node.records.now();
    for body in [
        zimni(&case, now),
        statement(&case, 7, now),
        nominate(&case, 91).into(),
        arrest(&case, now),
        zimni(&case, now),
    ] {
        node.act(&io, body).await.unwrap();
    }
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    node.act(&moharrar, article(&case)).await.unwrap();
    (node, case)
}

#[tokio::test]
async fn the_file_holds_what_the_acts_made() {
    let (node, case) = theft().await;
    let io = as_(&node, Role::Io, Purpose::Investigation).await;
    let file = node.records.case_file(&io, &case).await.unwrap();
    assert_eq!(
        (file.case.stage, file.case.zimnis, file.persons, file.diaries),
        (Stage::Investigation, 2, true, true)
    );
    let statuses: Vec<AccusedStatus> = file.accused.iter().map(|a| a.row.status()).collect();
    assert_eq!(statuses, [AccusedStatus::Arrested, AccusedStatus::Nominated]);
    let first = &file.accused[0];
    assert_eq!(first.person.as_ref().unwrap().party.name, party(90).name);
    assert_eq!(first.stays.len(), 1, "his stay in the lock-up");
    let others: Vec<&str> = file.parties.iter().map(|p| p.role.as_str()).collect();
    assert_eq!(others, ["informant", "witness"]);
    assert_eq!(file.articles[0].article.item, "فرضی موٹر سائیکل");
    let open: Vec<&str> = file.clocks.iter().filter(|c| c.state.is_open()).map(|c| &*c.law.id).collect();
    assert!(open.contains(&"D8") && open.contains(&"D5"), "{open:?}");
    node.clock.set(node.records.now().plus_seconds(15 * DAY));
    let late = node.records.case_file(&io, &case).await.unwrap();
    let challan = late.clocks.iter().find(|c| c.law.id == "D8").unwrap();
    assert_eq!(challan.state, DeadlineState::Overdue);
}

#[tokio::test]
async fn a_form_upon_a_case_names_its_persons_as_the_file_does() {
    let (node, case) = theft().await;
    let mut compared = 0;
    for role in Role::ALL.iter().copied() {
        for purpose in Purpose::ALL.iter().copied() {
            let caller = as_(&node, role, purpose).await;
            let (file, desk) =
                (node.records.case_file(&caller, &case).await, node.records.case_desk(&caller, &case).await);
            let (Ok(file), Ok(desk)) = (file, desk) else { continue };
            let accused = file.accused.iter().filter_map(|a| a.person.as_ref());
            for person in file.parties.iter().chain(accused) {
                let named = desk.persons.iter().find(|p| p.index == person.index).unwrap();
                assert_eq!(named.line, person.party.line(), "{role:?} {purpose:?} {:?}", person.role);
                compared += 1;
            }
        }
    }
    assert!(compared > 8, "only {compared}");
}

#[tokio::test]
async fn the_timeline_and_the_papers_come_a_page_at_a_time() {
    let (node, case) = theft().await;
    let io = as_(&node, Role::Io, Purpose::Investigation).await;
    let (mut kinds, mut from) = (Vec::new(), None);
    loop {
        let page = node.records.case_steps(&io, &case, from, false, 3).await.unwrap();
        kinds.extend(page.steps.iter().map(|s| s.kind.clone()));
        from = page.next;
        if from.is_none() {
            break;
        }
    }
    assert_eq!(kinds.first().map(String::as_str), Some("fir.register"));
    assert_eq!(kinds.iter().filter(|k| *k == "case.zimni").count(), 2);
    let back = node.records.case_steps(&io, &case, None, true, 500).await.unwrap();
    let mut forward: Vec<String> = back.steps.iter().map(|s| s.kind.clone()).collect();
    forward.reverse();
    assert_eq!(forward, kinds);
    assert_eq!(back.steps.iter().find(|s| s.kind == "case.zimni").unwrap().zimni, Some(2));

    let papers = node.records.case_papers(&io, &case, &["case.statement"], None, 10).await.unwrap();
    let [paper] = &papers.papers[..] else { panic!("{papers:?}") };
    let Some(Body::CaseStatement(said)) = &paper.body else { panic!("{paper:?}") };
    assert_eq!(said.text, "فرضی بیان نمبر 7");
    let none = node.records.case_papers(&io, &case, &["case.zimni", "fir.register"], None, 10).await.unwrap();
    assert!(none.papers.is_empty(), "a case diary is no paper");
    let (mut seen, mut from) = (0, None);
    loop {
        let page = node.records.case_papers(&io, &case, PAPERS, from, 1).await.unwrap();
        seen += page.papers.len();
        from = page.next;
        if from.is_none() {
            break;
        }
    }
    assert_eq!(seen, 3, "statement, nomination, arrest");
}

#[tokio::test]
async fn case_diaries_are_for_the_few() {
    let (node, case) = theft().await;
    for (role, purpose, may) in [
        (Role::Io, Purpose::Investigation, true),
        (Role::Sho, Purpose::Supervision, true),
        (Role::Dpo, Purpose::Supervision, true),
        (Role::Court, Purpose::CourtOrder, true),
        (Role::Prosecutor, Purpose::Investigation, true),
        (Role::Moharrar, Purpose::Duty, false),
        (Role::DutyOfficer, Purpose::Duty, false),
        (Role::Auditor, Purpose::Audit, false),
    ] {
        let caller = as_(&node, role, purpose).await;
        let index = node.records.zimni_index(&caller, &case, 0, 50).await.unwrap();
        assert_eq!(index.lines.iter().map(|l| l.no).collect::<Vec<_>>(), [1, 2], "{role}");
        assert_eq!(node.records.case_file(&caller, &case).await.unwrap().diaries, may, "{role}");
        match node.records.zimnis(&caller, &case, 1, 50).await {
            Ok(page) => {
                assert!(may, "{role} read a case diary");
                assert_eq!(page.zimnis[0].line.no, 2);
                assert!(page.zimnis[0].body.as_ref().unwrap().text.contains("فرضی ضمنی"));
            }
            Err(DoorError::NotFound) => assert!(!may, "{role} is kept from the case diaries"),
            Err(error) => panic!("{role}: {error}"),
        }
    }
}

#[tokio::test]
async fn who_may_not_see_persons_sees_how_it_stands_and_nobody_else_sees_anything() {
    let (node, case) = theft().await;
    for role in [Role::Analyst, Role::Igp] {
        let caller = node.as_role(role).await.unwrap();
        let file = node.records.case_file(&caller, &case).await.unwrap();
        assert!(!file.persons && file.parties.is_empty() && file.accused.iter().all(|a| a.person.is_none()));
        assert_eq!((file.case.stage, file.articles[0].article.item.as_str()), (Stage::Investigation, MASK));
        assert_eq!(file.fir.fir.as_ref().unwrap().narrative, MASK);
        let shut = node.records.case_papers(&caller, &case, PAPERS, None, 10).await;
        assert!(matches!(shut, Err(DoorError::NotFound)), "{role}: {shut:?}");
    }
    for role in [Role::FrontDesk, Role::Cro, Role::Administrator, Role::Prison, Role::Fsl] {
        let caller = node.as_role(role).await.unwrap();
        let shut = node.records.case_file(&caller, &case).await;
        assert!(matches!(shut, Err(DoorError::NotFound)), "{role}: {shut:?}");
    }
    let elsewhere = node.records.system().as_officer("TRL-sho-2").await.unwrap();
    let elsewhere = elsewhere.for_purpose(Purpose::Duty, "");
    for fir in [case.as_str(), "00000000-0000-0000-0000-000000000000", "nothing/such"] {
        assert!(matches!(node.records.case_file(&elsewhere, fir).await, Err(DoorError::NotFound)));
        assert!(matches!(
            node.records.case_steps(&elsewhere, fir, None, false, 9).await,
            Err(DoorError::NotFound)
        ));
        assert!(matches!(node.records.zimni_index(&elsewhere, fir, 0, 9).await, Err(DoorError::NotFound)));
    }
    let auditor = as_(&node, Role::Auditor, Purpose::Audit).await;
    let file = node.records.case_file(&auditor, &case).await.unwrap();
    let man = &file.accused[0].person.as_ref().unwrap().party;
    assert!(man.name == party(90).name && man.cnic.is_none() && man.phone.is_none() && man.address.is_none());
    let papers = node.records.case_papers(&auditor, &case, &["case.statement"], None, 9).await.unwrap();
    let Some(Body::CaseStatement(said)) = &papers.papers[0].body else { panic!("{papers:?}") };
    assert!(said.person.cnic.is_none() && said.person.address.is_none() && !said.person.name.is_empty());
}

#[tokio::test]
async fn a_protected_case_shows_its_persons_to_those_the_law_names() {
    let node = Node::new().await.unwrap();
    let rape = opened_case(&node, fir_sensitive(1, node.records.now())).await.unwrap();
    let moharrar = as_(&node, Role::Moharrar, Purpose::Duty).await;
    let file = node.records.case_file(&moharrar, &rape).await.unwrap();
    assert!(
        !file.persons && file.accused[0].person.is_none() && file.fir.fir.unwrap().informant.name == MASK
    );
    for (role, purpose) in [
        (Role::Sho, Purpose::Duty),
        (Role::Io, Purpose::Investigation),
        (Role::Dpo, Purpose::Supervision),
        (Role::Court, Purpose::CourtOrder),
    ] {
        let caller = as_(&node, role, purpose).await;
        let file = node.records.case_file(&caller, &rape).await.unwrap();
        assert!(file.persons && file.accused[0].person.is_some(), "{role}");
    }
    for (role, purpose) in [(Role::Prosecutor, Purpose::Investigation), (Role::Rpo, Purpose::Supervision)] {
        let caller = as_(&node, role, purpose).await;
        assert!(!node.records.case_file(&caller, &rape).await.unwrap().persons, "{role}");
        assert!(matches!(node.records.zimnis(&caller, &rape, 0, 9).await, Err(DoorError::NotFound)));
    }
    // A child named later protects the whole case from then on.
    let (node, theft) = theft().await;
    let io = node.as_role(Role::Io).await.unwrap();
    let mut child = nominate(&theft, 92);
    child.person.age = Some(14);
    node.act(&io, child.into()).await.unwrap();
    let moharrar = as_(&node, Role::Moharrar, Purpose::Duty).await;
    let file = node.records.case_file(&moharrar, &theft).await.unwrap();
    assert!(!file.persons && file.accused.len() == 3 && file.accused.iter().all(|a| a.person.is_none()));
}

#[tokio::test]
async fn every_reading_states_a_purpose_and_leaves_a_row() {
    let (node, case) = theft().await;
    let bare = node.as_role(Role::Io).await.unwrap();
    let asked = node.records.case_file(&bare, &case).await;
    assert!(matches!(asked, Err(DoorError::PurposeNeeded { .. })), "{asked:?}");
    let io = as_(&node, Role::Io, Purpose::Investigation).await;
    node.records.case_file(&io, &case).await.unwrap();
    node.records.case_steps(&io, &case, None, false, 9).await.unwrap();
    node.records.zimnis(&io, &case, 0, 9).await.unwrap();
    let elsewhere =
        node.records.system().as_officer("TRL-sho-2").await.unwrap().for_purpose(Purpose::Duty, "");
    assert!(node.records.case_file(&elsewhere, &case).await.is_err());
    let query = AuditQuery { of_key: Some(case.clone()), limit: 50, ..AuditQuery::default() };
    let mut rows: Vec<String> = node
        .store
        .audit(&query)
        .await
        .unwrap()
        .into_iter()
        .map(|row| format!("{} {} {}", row.open.officer, row.open.action, row.outcome.as_str()))
        .collect();
    rows.reverse();
    assert_eq!(
        rows,
        [
            "TRL-io read_case_persons denied",
            "TRL-io read_case_persons done",
            "TRL-io read_case done",
            "TRL-io read_zimni done",
            "TRL-sho-2 read_case denied",
        ]
    );
}

#[tokio::test]
async fn the_list_is_filtered_and_read_by_seeking() {
    let node = Node::new().await.unwrap();
    let first = opened_case(&node, fir(1, node.records.now())).await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    for n in 2..=5 {
        node.clock.set(node.records.now().plus_seconds(60));
        node.act(&moharrar, Body::FirRegister(fir(n, node.records.now()))).await.unwrap();
    }
    let sho = node.as_role(Role::Sho).await.unwrap();
    let at = |office: &str| CaseFilter { office: office.to_owned(), limit: 2, ..CaseFilter::default() };
    let (mut numbers, mut after) = (Vec::new(), None);
    loop {
        let filter = CaseFilter { open: true, after: after.take(), ..at(STATION) };
        let page = node.records.cases(&sho, &filter).await.unwrap();
        numbers.extend(page.lines.iter().map(|l| l.no));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(numbers, [5, 4, 3, 2, 1]);
    let count = async |filter: CaseFilter| {
        let lines = node.records.cases(&sho, &CaseFilter { limit: 50, ..filter }).await.unwrap().lines;
        lines.iter().map(|l| l.no).collect::<Vec<_>>()
    };
    let of = |officer: &str| CaseFilter { officer: Some(officer.to_owned()), ..at(STATION) };
    assert_eq!(count(of("TRL-io")).await, [1]);
    assert_eq!(count(of("-")).await, [5, 4, 3, 2]);
    assert!(count(CaseFilter { stage: Some(Stage::Trial), ..at(STATION) }).await.is_empty());
    assert_eq!(count(CaseFilter { oldest_first: true, no: Some(3), ..at(STATION) }).await, [3]);
    node.clock.set(node.records.now().plus_seconds(20 * DAY));
    assert_eq!(count(CaseFilter { older: Some(15), ..at(STATION) }).await.len(), 5);
    assert_eq!(count(CaseFilter { older: Some(31), ..at(STATION) }).await.len(), 0);
    assert_eq!(count(CaseFilter { younger: Some(31), older: Some(15), ..at(STATION) }).await.len(), 5);

    let dpo = node.as_role(Role::Dpo).await.unwrap();
    assert_eq!(node.records.cases(&dpo, &at(DISTRICT)).await.unwrap().lines.len(), 2);
    let other = node.records.system().as_officer("TRL-sho-2").await.unwrap();
    assert!(matches!(node.records.cases(&other, &at(STATION)).await, Err(DoorError::NotFound)));
    assert!(node.records.cases(&other, &at(STATION_2)).await.unwrap().lines.is_empty());
    for role in [Role::Court, Role::Prosecutor] {
        let caller = node.as_role(role).await.unwrap();
        let office = node.records.cases_office(&caller);
        assert_eq!(node.records.cases(&caller, &at(&office)).await.unwrap().lines.len(), 2, "{role}");
    }
    let desk = node.as_role(Role::FrontDesk).await.unwrap();
    assert!(matches!(node.records.cases(&desk, &at(STATION)).await, Err(DoorError::NotFound)));
    assert_eq!(node.records.cases(&sho, &at(STATION)).await.unwrap().lines[0].days, 20);
    assert!(!first.is_empty());
}

#[tokio::test]
async fn what_may_follow_is_the_tables_answer_for_this_officer() {
    let (node, case) = theft().await;
    let kinds = async |role: Role, purpose: Purpose| {
        let caller = as_(&node, role, purpose).await;
        let file = node.records.case_file(&caller, &case).await.unwrap();
        let next = node.records.next_acts(&caller, &file).await.unwrap();
        next.into_iter().map(|n| n.kind).collect::<Vec<_>>()
    };
    let has = |all: &[String], kind: &str| all.iter().any(|k| k == kind);
    let io = kinds(Role::Io, Purpose::Investigation).await;
    assert!(has(&io, "case.zimni") && has(&io, "challan.submit") && has(&io, "case.remand"), "{io:?}");
    assert!(!has(&io, "case.hearing") && !has(&io, "accused.convict"), "not at this stage: {io:?}");
    let sho = kinds(Role::Sho, Purpose::Duty).await;
    assert!(has(&sho, "case.arrest") && !has(&sho, "case.zimni"), "not the investigating officer: {sho:?}");
    let moharrar = kinds(Role::Moharrar, Purpose::Duty).await;
    assert!(has(&moharrar, "case.stay") && !has(&moharrar, "case.arrest"), "{moharrar:?}");
    assert!(kinds(Role::Auditor, Purpose::Audit).await.is_empty());
}

/// The two tables of the actions of kinds are one.
#[test]
fn the_action_of_a_kind_is_that_of_its_acts() {
    for kind in roznamcha_acts::kinds::KINDS {
        assert!(action_of_kind(kind).is_some(), "{kind}");
    }
    let body = zimni("case", roznamcha_acts::Moment::from_millis(0).unwrap());
    assert_eq!(action_of_kind("case.zimni"), Some(action_of(&body)));
    assert_eq!(action_of_kind("no.kind"), None);
}

#[tokio::test]
async fn pendency_counts_open_cases_by_officer_stage_and_age() {
    let node = Node::new().await.unwrap();
    let start = node.records.now();
    opened_case(&node, fir(1, start)).await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    node.act(&moharrar, Body::FirRegister(fir(2, start))).await.unwrap();
    let sho = node.as_role(Role::Sho).await.unwrap();
    let counts = async |office: &str| {
        let lines = node.records.pendency(&sho, office).await.unwrap();
        lines.into_iter().map(|l| (l.officer, l.stage, l.ages)).collect::<Vec<_>>()
    };
    let io = Some("TRL-io".to_owned());
    for (days, band) in [(0, 0), (14, 0), (15, 1), (30, 1), (31, 2), (90, 2), (91, 3), (365, 3), (366, 4)] {
        node.clock.set(start.plus_seconds(days * DAY + 60));
        let mut ages = [0; 5];
        ages[band] = 1;
        let expected = vec![(None, Stage::Investigation, ages), (io.clone(), Stage::Investigation, ages)];
        assert_eq!(counts(STATION).await, expected, "after {days} days");
        // Each figure leads to the cases it counts.
        let older = band.checked_sub(1).map(|b| roznamcha_records::AGE_BANDS[b] + 1);
        let younger = roznamcha_records::AGE_BANDS.get(band).map(|n| n + 1);
        let filter = CaseFilter {
            office: STATION.to_owned(),
            open: true,
            older,
            younger,
            officer: io.clone(),
            limit: 9,
            ..CaseFilter::default()
        };
        assert_eq!(node.records.cases(&sho, &filter).await.unwrap().lines.len(), 1, "after {days} days");
    }
    let dpo = node.as_role(Role::Dpo).await.unwrap();
    assert_eq!(node.records.pendency(&dpo, DISTRICT).await.unwrap().len(), 2);
    let other = node.records.system().as_officer("TRL-sho-2").await.unwrap();
    assert!(matches!(node.records.pendency(&other, STATION).await, Err(DoorError::NotFound)));
    assert!(node.records.pendency(&other, STATION_2).await.unwrap().is_empty());
}
