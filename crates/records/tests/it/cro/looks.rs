//! A search by looks and ways: who is described so is found with what agrees and what differs, and nobody who may not be.

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::{
    BodyMark, BodyMarkKind, EnrolBasis, EnrolRef, Gang, GangRole, GangStatus, Gender, Looks, Order,
    PhotoView, Photograph, PrintsEnrol,
};
use roznamcha_acts::{Body, Refusal};
use roznamcha_records::{Caller, DoorError, Guess, LooksFound, Seen, SeenCode, SeenMark};
use roznamcha_store::AuditQuery;
use roznamcha_trial::{STATION, discharge, enrolment, party, taken};

use super::{Desk, FIRST, desk};

pub fn code(list: &str, code: &str) -> SeenCode {
    SeenCode { list: list.to_owned(), code: code.to_owned() }
}

fn some(code: &str) -> Option<String> {
    Some(code.to_owned())
}

/// A thin man of 178 with curly hair and a tattoo on his left forearm.
pub fn thin() -> Looks {
    let tattoo = BodyMark {
        kind: BodyMarkKind::Tattoo,
        place: "forearm_left".to_owned(),
        words: "فرضی پھول".to_owned(),
    };
    Looks {
        height_cm: Some(178),
        weight_kg: Some(60),
        build: some("thin"),
        hair: some("curly"),
        hair_colour: some("black"),
        beard: some("none"),
        marks: vec![tattoo],
        ..Looks::default()
    }
}

/// A stout man of 165 with a full grey beard.
pub fn stout() -> Looks {
    Looks {
        height_cm: Some(165),
        weight_kg: Some(90),
        build: some("stout"),
        hair_colour: some("grey"),
        beard: some("full"),
        ..Looks::default()
    }
}

/// What a witness says of the thin one.
pub fn told() -> Seen {
    Seen {
        gender: Some(Gender::Male),
        height_cm: Some(Guess { value: 175, tolerance: 6 }),
        codes: vec![code("build", "slim"), code("hair", "curly"), code("beard", "full")],
        marks: vec![SeenMark {
            kind: Some(BodyMarkKind::Tattoo),
            place: Some("forearm_right".to_owned()),
            side_unsure: true,
        }],
        ..Seen::default()
    }
}

impl Desk {
    /// An enrolment by a magistrate's order, with a photograph of the face.
    pub async fn ordered(&self, n: u32, looks: Looks) -> PrintsEnrol {
        let now = self.node.records.now();
        let order =
            Order {
                authority: "فرضی مجسٹریٹ".to_owned(), number: format!("{n}/2026"), date: now.day()
            };
        let sha256 = self.send(5_000 + u64::from(n), 1).await;
        let prints = vec![taken(2, &self.send(u64::from(n) * 10, 1).await)];
        PrintsEnrol {
            basis: EnrolBasis::Magistrate,
            fir: None,
            accused: None,
            order: Some(order),
            person: party(n),
            photographs: vec![Photograph { sha256, view: PhotoView::Front, size: 0, media: String::new() }],
            looks,
            ..enrolment("", FIRST, now, prints)
        }
    }

    pub async fn described(&self, n: u32, looks: Looks) -> EnrolRef {
        self.write(self.ordered(n, looks).await).await
    }

    pub async fn write(&self, body: PrintsEnrol) -> EnrolRef {
        let done = self.enrol_body(body).await.unwrap();
        EnrolRef { office: STATION.to_owned(), act: done.receipt.act }
    }

    async fn looked(&self, seen: &Seen) -> LooksFound {
        self.node.records.search_looks(&self.cro, seen, 20).await.unwrap()
    }
}

fn found(answer: &LooksFound) -> Vec<EnrolRef> {
    answer.lines.iter().map(|line| line.of.clone()).collect()
}

#[tokio::test]
async fn whoever_is_described_so_is_found_first_with_what_agrees_and_what_differs() {
    let desk = desk().await;
    let other = desk.described(1, stout()).await;
    let right = desk.described(2, thin()).await;
    let silent = desk.described(3, Looks::default()).await;
    let answer = desk.looked(&told()).await;
    assert_eq!(answer.described, 2, "of {silent:?} nothing is written");
    assert_eq!(found(&answer), [right.clone(), other.clone()]);
    let ties = |n: usize| -> Vec<(&str, &str)> {
        answer.lines[n].ties.iter().map(|tied| (tied.of.as_str(), tied.tie)).collect()
    };
    assert_eq!(
        ties(0),
        [
            ("height", "agree"),
            ("gender", "agree"),
            ("build", "near"),
            ("hair", "agree"),
            ("beard", "disagree"),
            ("mark.0", "agree"),
        ]
    );
    let differs: Vec<&str> = ties(1).iter().filter(|t| t.1 == "disagree").map(|t| t.0).collect();
    let unknown: Vec<&str> = ties(1).iter().filter(|t| t.1 == "unknown").map(|t| t.0).collect();
    assert_eq!((differs, unknown), (vec!["build"], vec!["hair", "mark.0"]), "{:?}", ties(1));
    let line = &answer.lines[0];
    let person = &line.row.enrolment.as_ref().unwrap().person;
    assert_eq!((person.name.clone(), line.case.is_none()), (party(2).name, true));
    let picture = desk.node.records.photograph(&desk.cro, &right, line.face.as_ref().unwrap()).await;
    assert!(picture.is_ok(), "{:?}", picture.err());
    // The same mark on the side the witness is sure of, which is the other one, agrees no more.
    let mut sure = told();
    sure.marks[0].side_unsure = false;
    let answer = desk.looked(&sure).await;
    assert_eq!(answer.lines[0].ties[5].tie, "near");
}

#[tokio::test]
async fn by_ways_of_working_and_by_gang_those_and_no_others_are_found() {
    let desk = desk().await;
    let gang = |name: &str| Gang {
        name: name.to_owned(),
        role: GangRole::Member,
        status: GangStatus::Suspected,
        source: "فرضی مخبر".to_owned(),
    };
    let mut one = desk.ordered(1, thin()).await;
    one.method = vec!["tool.pistol".to_owned(), "ruse.police".to_owned()];
    one.gang = Some(gang("فرضی کالا گروہ"));
    let one = desk.write(one).await;
    let mut two = desk.ordered(2, stout()).await;
    two.method = vec!["tool.pistol".to_owned()];
    two.gang = Some(gang("فرضی كالا گروہ"));
    let two = desk.write(two).await;
    let three = desk.described(3, thin()).await;
    let ways = Seen { methods: vec!["ruse.police".to_owned()], ..Seen::default() };
    let answer = desk.looked(&ways).await;
    assert_eq!(found(&answer), std::slice::from_ref(&one));
    assert_eq!(answer.lines[0].ties[0].of, "method.ruse.police");
    // One name in two spellings; nobody else, however like.
    let of_gang = Seen { gang: " فرضی کالا گروہ ".to_owned(), ..Seen::default() };
    let mut both = found(&desk.looked(&of_gang).await);
    both.sort();
    let mut expected = vec![one.clone(), two.clone()];
    expected.sort();
    assert_eq!(both, expected, "not {three:?}");
    let stout_of_gang = Seen { codes: vec![code("build", "stout")], ..of_gang };
    assert_eq!(found(&desk.looked(&stout_of_gang).await), [two]);
}

#[tokio::test]
async fn who_is_freed_is_in_no_search_by_looks_from_the_same_moment_nor_after_a_start() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let mut body = desk.body(&case, 1, 1).await;
    body.looks = thin();
    let freed = desk.write(body).await;
    let stays = desk.described(2, thin()).await;
    assert_eq!(desk.looked(&told()).await.lines.len(), 2);
    desk.node.act(&desk.sho, discharge(&case, FIRST, desk.node.records.now())).await.unwrap();
    let answer = desk.looked(&told()).await;
    assert_eq!((found(&answer), answer.described), (vec![stays.clone()], 1), "not {freed:?}");
    // The index is made anew of the journals.
    let records = desk.another().await;
    assert_eq!(records.search_looks(&desk.cro, &told(), 9).await.unwrap().described, 0);
    records.system().catch_up_gallery(&|_, _| {}).await.unwrap();
    let again = records.search_looks(&desk.cro, &told(), 9).await.unwrap();
    assert_eq!((found(&again), again.described), (vec![stays], 1));
    desk.sound().await;
}

#[tokio::test]
async fn a_child_is_in_no_search_by_looks_and_a_sealed_case_shows_nobody() {
    let desk = desk().await;
    let mut child = desk.ordered(1, thin()).await;
    child.person.age = Some(15);
    desk.write(child).await;
    assert_eq!((desk.looked(&told()).await.lines.len(), desk.looked(&told()).await.described), (0, 0));
    let case = desk.case(2).await;
    let mut body = desk.body(&case, 2, 1).await;
    body.looks = thin();
    desk.write(body).await;
    assert_eq!(desk.looked(&told()).await.lines.len(), 1);
    let seal = roznamcha_acts::kinds::FirSeal { fir: case, reason: "protected-offence".to_owned() };
    desk.node.act(&desk.sho, Body::FirSeal(seal)).await.unwrap();
    assert_eq!(desk.looked(&told()).await.lines.len(), 0);
}

#[tokio::test]
async fn a_search_by_looks_is_the_record_offices_needs_a_purpose_and_is_on_record() {
    let desk = desk().await;
    desk.described(1, thin()).await;
    let records = &desk.node.records;
    let bare = desk.node.as_role(Role::Cro).await.unwrap();
    let unstated = records.search_looks(&bare, &told(), 9).await;
    assert!(matches!(unstated, Err(DoorError::PurposeNeeded { .. })), "{unstated:?}");
    let shut =
        async |by: &Caller| matches!(records.search_looks(by, &told(), 9).await, Err(DoorError::NotFound));
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::Cro) {
        let Ok(other) = desk.node.as_role(role).await else { continue };
        let purpose = if role == Role::Auditor { Purpose::Audit } else { Purpose::Duty };
        assert!(shut(&other.for_purpose(purpose, "")).await, "{role:?}");
    }
    records.search_looks(&desk.cro, &told(), 9).await.unwrap();
    let query = AuditQuery { of_key: Some("looks".to_owned()), limit: 99, ..AuditQuery::default() };
    let rows = desk.node.store.audit(&query).await.unwrap();
    let own: Vec<(&str, &str, u32)> = rows
        .iter()
        .filter(|row| row.open.officer == "TRL-cro")
        .map(|row| (row.open.purpose.as_str(), row.outcome.as_str(), row.rows))
        .collect();
    assert_eq!(own, [("verification", "done", 1), ("", "denied", 0)]);
    assert!(rows.iter().filter(|row| row.outcome.as_str() == "denied").count() > 9, "{}", rows.len());
}

#[tokio::test]
async fn words_that_cannot_be_are_refused_with_their_place() {
    let desk = desk().await;
    let records = &desk.node.records;
    let faults = async |seen: Seen| {
        let refused = records.search_looks(&desk.cro, &seen, 9).await.unwrap_err();
        let DoorError::Refused(Refusal::Fields { faults }) = refused else { panic!("{refused:?}") };
        faults.into_iter().map(|f| format!("{} {}", f.field, f.code)).collect::<Vec<_>>()
    };
    let nothing = Seen::default();
    assert_eq!(faults(nothing.clone()).await, ["codes fault-missing"]);
    let wrong = Seen {
        height_cm: Some(Guess { value: 20, tolerance: 5 }),
        weight_kg: Some(Guess { value: 70, tolerance: 0 }),
        age: Some(Guess { value: 140, tolerance: 5 }),
        codes: vec![
            code("build", "stout"),
            code("caste", "any"),
            code("hair", "green"),
            code("gender", "male"),
        ],
        marks: vec![SeenMark::default(), SeenMark { place: some("wing_left"), ..SeenMark::default() }],
        methods: vec!["tool.pistol".to_owned(), "tool.wand".to_owned(), "tool.pistol".to_owned()],
        ..nothing.clone()
    };
    assert_eq!(
        faults(wrong).await,
        [
            "height_cm fault-height",
            "weight_kg fault-weight",
            "age fault-age",
            "codes.1 fault-choice",
            "codes.2 fault-choice",
            "codes.3 fault-choice",
            "marks.0.kind fault-missing",
            "marks.1.place fault-choice",
            "methods.1 fault-choice",
            "methods.2 fault-twice",
        ]
    );
    let nine = SeenMark { kind: Some(BodyMarkKind::Scar), ..SeenMark::default() };
    assert_eq!(faults(Seen { marks: vec![nine; 9], ..nothing }).await, ["marks fault-too-many"]);
}
