//! Enrol, acquit, destroy: no query, no scan of the gallery, no search of bytes in the data folder finds it; a crash in
//! between is finished by the next start, and an older backup does not bring it back.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use roznamcha_acts::kinds::{
    Body, Conclusion, EnrolBasis, EnrolRef, Order, PrintMark, PrintMarkKind, PrintsDestroy, PrintsEnrol,
    PrintsFate, SearchExamine,
};
use roznamcha_records::{Caller, Destroyed, DoorError};
use roznamcha_store::destroyed_hash;
use roznamcha_trial::{STATION, destruction, discharge, print_png};
use std::fs;
use std::path::Path;

use super::{Desk, FIRST, desk};
use crate::files::objects;

/// What must be nowhere any more: templates as bytes and as they are written in an act, keys and hashes of files.
struct Traces(Vec<Vec<u8>>);

impl Traces {
    async fn of(desk: &Desk, of: &EnrolRef) -> Self {
        let rec = desk.node.store.act(&of.office, &of.act).await.unwrap().unwrap();
        let Some(Body::PrintsEnrol(body)) = rec.body else { panic!("no enrolment") };
        let mut all = Vec::new();
        for print in &body.prints {
            let template = STANDARD.decode(&print.template).unwrap();
            all.extend(template[12..].chunks_exact(12).map(<[u8]>::to_vec));
            all.push(print.template.as_bytes().to_vec());
            let file = desk.node.store.file(print.file.as_ref().unwrap()).await.unwrap().unwrap();
            all.push(file.secret.into_bytes());
            all.push(file.sha256.into_bytes());
        }
        Self(all)
    }

    /// Where any of them stands in a file of the folder: the file and the trace's place in the list.
    fn found(&self, folder: &Path) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        for path in objects(folder) {
            let bytes = fs::read(&path).unwrap();
            let holds = |trace: &Vec<u8>| bytes.windows(trace.len()).any(|w| w == trace.as_slice());
            let here = self.0.iter().enumerate().filter(|(_, trace)| holds(trace));
            found.extend(here.map(|(n, _)| (path.display().to_string(), n)));
        }
        found
    }
}

/// What an examiner writes, to be looked for.
const WORDS: &str = "قطب الدین";

/// What an examiner writes of a candidate of a ten-print search.
pub fn examination(search: &str, of: &EnrolRef) -> SearchExamine {
    let mark = |x| PrintMark { x, y: 20, angle: 90, kind: PrintMarkKind::Ending };
    SearchExamine {
        search: search.to_owned(),
        of: of.clone(),
        finger: 0,
        probe_finger: 0,
        marked: None,
        conclusion: Conclusion::Identified,
        reasons: format!("فرضی وجوہ {WORDS}"),
        probe_marks: vec![mark(10)],
        candidate_marks: vec![mark(12)],
        pairs: vec![(0, 0)],
    }
}

async fn examined(desk: &Desk, by: &Caller, search: &str, of: &EnrolRef) {
    desk.node.records.examine(by, desk.node.id(), examination(search, of)).await.unwrap();
}

/// Whether the words of an examiner stand anywhere in the folder.
fn told(folder: &Path) -> bool {
    objects(folder).iter().any(|path| {
        let bytes = fs::read(path).unwrap();
        bytes.windows(WORDS.len()).any(|w| w == WORDS.as_bytes())
    })
}

#[tokio::test]
async fn enrolled_acquitted_destroyed_is_nowhere() {
    let desk = desk().await;
    let (one, two) = (desk.case(1).await, desk.case(2).await);
    let (gone, _) = desk.enrol(&one, 7, 1).await;
    let (stays, done) = desk.enrol(&two, 7, 2).await;
    let search = done.search.unwrap();
    examined(&desk, &desk.cro, &search.act, &gone).await;
    let records = &desk.node.records;
    let traces = Traces::of(&desk, &gone).await;
    let folder = desk.node.dir.path();
    assert!(traces.found(folder).len() > traces.0.len() / 2, "the search of bytes can find them");
    let files = objects(&folder.join("files")).len();

    let early =
        records.perform(&desk.cro, desk.here(destruction(&one, FIRST, records.now()))).await.unwrap_err();
    assert!(matches!(early, DoorError::Refused(_)), "he is not freed: {early:?}");
    desk.node.act(&desk.sho, discharge(&one, FIRST, records.now())).await.unwrap();
    let new = desk.here(destruction(&one, FIRST, records.now()));
    records.perform(&desk.cro, new).await.unwrap();

    assert_eq!(traces.found(folder), []);
    assert_eq!(objects(&folder.join("files")).len(), files - 4, "two images and their small pictures");
    assert!(desk.node.store.act(STATION, &gone.act).await.unwrap().unwrap().body.is_none());
    let view = records.search_view(&desk.cro, &search.office, &search.act).await.unwrap();
    assert_eq!(view.candidates.len(), 0);
    assert!(!told(folder), "what the examiner wrote of him is gone too");
    assert_eq!(records.cro_desk(&desk.cro).await.unwrap().due.len(), 0);
    // A new search with his finger finds the other and nobody else.
    let (_, found) = super::latent::latent(&desk, 7, 5).await;
    assert_eq!(found, 1);
    let ledger = Destroyed::open(folder).unwrap();
    assert!(ledger.has(&gone.act) && !ledger.has(&stays.act));
    // With him what the examiner wrote, and the list of the search made when he was enrolled.
    assert_eq!(ledger.count(), 3);
    let mark = format!("destroyed/{}", destroyed_hash(&gone.act));
    assert!(desk.node.store.mark(&mark).await.unwrap().is_some(), "later backups know it");
    desk.sound().await;
    // His images may be sent again, and are then another file.
    let png = print_png(72, 1).unwrap();
    records.keep_print(&desk.cro, desk.node.id(), png, None).await.unwrap();
}

#[tokio::test]
async fn what_a_crash_left_of_a_destruction_the_next_start_finishes() {
    let desk = desk().await;
    let (one, two) = (desk.case(1).await, desk.case(2).await);
    let (gone, _) = desk.enrol(&one, 7, 1).await;
    let (_, done) = desk.enrol(&two, 7, 2).await;
    examined(&desk, &desk.cro, &done.search.unwrap().act, &gone).await;
    let records = &desk.node.records;
    let traces = Traces::of(&desk, &gone).await;
    desk.node.act(&desk.sho, discharge(&one, FIRST, records.now())).await.unwrap();
    // The process dies as soon as the act is committed: nothing else of the door's work is done.
    let rec = desk.node.store.act(STATION, &gone.act).await.unwrap().unwrap();
    let mut leaving = Vec::new();
    for sha in rec.body.unwrap().files() {
        let file = desk.node.store.file(&sha).await.unwrap().unwrap();
        leaving.push(file.place);
    }
    desk.node.store.put_mark("leaving/trial", &leaving.join(" ")).await.unwrap();
    let act = roznamcha_acts::Act {
        id: desk.node.id(),
        office: STATION.to_owned(),
        officer: "TRL-cro".to_owned(),
        rank: "si".to_owned(),
        happened: records.now(),
        informed: None,
        stated: records.now(),
        basis: Vec::new(),
        body: destruction(&one, FIRST, records.now()),
    };
    let proposal = roznamcha_store::Proposal { act, province: "PB".to_owned(), by: None };
    desk.node.store.write(proposal).await.unwrap();
    let folder = desk.node.dir.path();
    assert!(!Destroyed::open(folder).unwrap().has(&gone.act));
    let before = objects(&folder.join("files")).len();

    let done = records.system().catch_up_gallery(&|_, _| {}).await.unwrap();
    assert_eq!((done.standing, done.enrolled, done.noted), (1, 0, 3), "with what examiners and engine wrote");
    assert_eq!(objects(&folder.join("files")).len(), before - 4);
    assert_eq!(traces.found(folder), []);
    assert!(Destroyed::open(folder).unwrap().has(&gone.act));
    desk.sound().await;
    let again = records.system().catch_up_gallery(&|_, _| {}).await.unwrap();
    assert_eq!((again.enrolled, again.taken_out, again.noted), (0, 0, 0));
}

#[tokio::test]
async fn a_gallery_that_was_lost_or_is_behind_is_named_and_made_anew() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let (of, _) = desk.enrol(&case, 7, 1).await;
    let system = desk.node.records.system();
    let other = tempfile::tempdir().unwrap();
    let gallery = roznamcha_records::Gallery::open(&other.path().join("gallery")).unwrap();
    let stranger = roznamcha_prints_gallery::PersonId::from(5_u128);
    let prints = vec![(
        roznamcha_prints_gallery::Position::new(1).unwrap(),
        roznamcha_prints_synth::Finger::of(1, 1, 1).impression(
            &roznamcha_prints_synth::Wear::default(),
            &mut roznamcha_prints_synth::Chance::of(1, &[1]),
        ),
    )];
    gallery.enrol(&[roznamcha_prints_gallery::Entry { person: stranger, prints }]).unwrap();
    // The same journals beside another gallery.
    let law = std::sync::Arc::new(roznamcha_records::LawBook::new(
        roznamcha_records::StatuteBook::built_in().unwrap(),
    ));
    let keys = roznamcha_records::Keys { name: "other".to_owned(), seed: [8; 32] };
    let options = roznamcha_records::Options { argon2_kib: 64, ..Default::default() };
    let records = roznamcha_records::Records::open(
        desk.node.store.clone(),
        law,
        desk.node.clock.clone(),
        keys,
        options,
    )
    .await
    .unwrap()
    .with_gallery(gallery, Destroyed::open(other.path()).unwrap());
    let named = records.system().check_gallery(9).await.unwrap();
    let said: Vec<&str> = named.iter().map(|d| d.what.as_str()).collect();
    assert_eq!(named.len(), 2, "{named:?}");
    assert!(said.iter().any(|s| s.contains("does not have it")), "{said:?}");
    assert!(said.iter().any(|s| s.contains("no act enrolled it")), "{said:?}");
    assert!(named.iter().any(|d| d.key == of.act));
    let area = roznamcha_files::Folder::open(&desk.node.dir.path().join("files")).unwrap();
    let records = records.with_area(std::sync::Arc::new(area));
    let done = records.system().catch_up_gallery(&|_, _| {}).await.unwrap();
    assert_eq!((done.enrolled, done.taken_out), (1, 1));
    assert_eq!(records.system().check_gallery(9).await.unwrap(), []);
    assert_eq!(system.check_gallery(9).await.unwrap(), []);
    // He is freed at the first node: the second takes him out within its minute.
    desk.node.act(&desk.sho, discharge(&case, FIRST, desk.node.records.now())).await.unwrap();
    let done = records.system().keep_up_gallery().await.unwrap();
    assert_eq!((done.enrolled, done.taken_out), (0, 1));
    assert_eq!(records.system().check_gallery(9).await.unwrap(), []);
}

/// The examiner compared his own prints with another's: he is the one searched with, and what was written goes with him.
#[tokio::test]
async fn what_was_written_at_his_own_search_goes_with_him() {
    let desk = desk().await;
    let (one, two) = (desk.case(1).await, desk.case(2).await);
    let (stays, _) = desk.enrol(&one, 7, 1).await;
    let (gone, done) = desk.enrol(&two, 7, 2).await;
    let search = done.search.unwrap();
    examined(&desk, &desk.cro, &search.act, &stays).await;
    let (records, folder) = (&desk.node.records, desk.node.dir.path());
    assert!(told(folder), "the search of bytes can find it");
    desk.node.act(&desk.sho, discharge(&two, FIRST, records.now())).await.unwrap();
    records.perform(&desk.cro, desk.here(destruction(&two, FIRST, records.now()))).await.unwrap();
    assert!(!told(folder));
    let view = records.search_view(&desk.cro, &search.office, &search.act).await.unwrap();
    assert_eq!(view.row.state, roznamcha_acts::views::SearchState::Closed);
    assert!(view.row.lists.is_empty() && view.candidates.is_empty() && view.withdrawn == 0);
    assert!(Destroyed::open(folder).unwrap().has(&gone.act));
    desk.sound().await;
}

/// Bound over, without a case: the record office's certificate names the enrolment, and it is as gone as any.
#[tokio::test]
async fn who_was_enrolled_without_a_case_is_destroyed_too() {
    let desk = desk().await;
    let case = desk.case(1).await;
    let order = Order {
        authority: "فرضی مجسٹریٹ".to_owned(),
        number: "7/2026".to_owned(),
        date: desk.node.records.now().day(),
    };
    let bound = PrintsEnrol {
        basis: EnrolBasis::Bond,
        fir: None,
        accused: None,
        order: Some(order.clone()),
        person: roznamcha_trial::party(960),
        ..desk.body(&case, 7, 1).await
    };
    let act = desk.enrol_body(bound).await.unwrap().receipt.act;
    let of = EnrolRef { office: STATION.to_owned(), act };
    let traces = Traces::of(&desk, &of).await;
    let folder = desk.node.dir.path();
    assert!(!traces.found(folder).is_empty());
    let certificate = PrintsDestroy {
        fir: String::new(),
        accused: 0,
        enrolment: Some(of.act.clone()),
        fate: PrintsFate::Destroyed,
        order,
        particulars: "فرضی گواہ کے سامنے".to_owned(),
        removed: Vec::new(),
    };
    desk.node.records.perform(&desk.cro, desk.here(Body::PrintsDestroy(certificate))).await.unwrap();
    assert_eq!(traces.found(folder), []);
    assert_eq!(desk.node.records.cro_desk(&desk.cro).await.unwrap().gallery, Some(0));
    assert!(Destroyed::open(folder).unwrap().has(&of.act));
    desk.sound().await;
}
