//! Files and uploads: kept, attached only by the office that sent them, and forgotten with their key.

use jiff::civil::date;
use roznamcha_acts::kinds::{
    AttachAdd, AttachedFile, FileKind, ProbeKind, RecordExpunge, SearchOpen, TakenPrint,
};
use roznamcha_acts::{Body, Refusal};
use roznamcha_store::{StoreError, StoredFile, Upload};

use crate::backend::{Backend, clock, fsck, start};
use crate::samples::{OFFICE, fir, now, open};

pub fn upload(id: &str, officer: &str, n: u8, begun_ms: i64) -> Upload {
    Upload {
        id: id.to_owned(),
        officer: officer.to_owned(),
        office: OFFICE.to_owned(),
        place: format!("{n:032x}"),
        secret: format!("Zeughaus{n:056x}"),
        size: 100,
        sha256: hash(n),
        received: 0,
        begun_ms,
        touched_ms: begun_ms,
        done_ms: None,
    }
}

pub fn file(n: u8) -> StoredFile {
    StoredFile {
        sha256: hash(n),
        place: format!("{:032x}", 0xf0 + u32::from(n)),
        secret: format!("Schatzkammer{n:052x}"),
        size: 100,
        media: "image/jpeg".to_owned(),
        facts: "{}".to_owned(),
        put_ms: 10,
        seen_ms: 10,
        officer: "O-1".to_owned(),
        office: OFFICE.to_owned(),
    }
}

pub fn hash(n: u8) -> String {
    format!("{n:064x}")
}

fn attach(to: u128, n: u8) -> Body {
    let file = AttachedFile {
        sha256: hash(n),
        size: 0,
        media: String::new(),
        kind: FileKind::Photograph,
        title: "The broken lock".to_owned(),
        taken_at: None,
        taken_by: None,
        device: None,
    };
    AttachAdd { to: uuid::Uuid::from_u128(to).to_string(), case: None, files: vec![file] }.into()
}

fn expunge(act: u128) -> Body {
    RecordExpunge {
        acts: vec![uuid::Uuid::from_u128(act).to_string()],
        court: "Synthetic Sessions Court".to_owned(),
        order_no: "1/2026".to_owned(),
        order_date: date(2026, 1, 1),
    }
    .into()
}

pub async fn an_upload_goes_on_only_from_where_it_stands(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    let first = upload("u1", "O-1", 1, 1_000);
    assert_eq!(store.begin_upload(&first).await.unwrap(), first);
    let other = Upload { officer: "O-2".to_owned(), ..upload("u1", "O-2", 2, 2_000) };
    assert_eq!(store.begin_upload(&other).await.unwrap(), first, "the first stands");
    assert!(!store.advance_upload("u1", 10, 20, 1_100).await.unwrap());
    assert!(store.advance_upload("u1", 0, 60, 1_100).await.unwrap());
    assert!(!store.advance_upload("u1", 0, 60, 1_200).await.unwrap());
    assert_eq!(store.upload("u1").await.unwrap().unwrap().received, 60);
    store.begin_upload(&upload("u2", "O-1", 2, 5_000)).await.unwrap();
    let ids = |all: Vec<Upload>| all.into_iter().map(|u| u.id).collect::<Vec<_>>();
    assert_eq!(ids(store.open_uploads("O-1").await.unwrap()), ["u1", "u2"]);
    assert_eq!(ids(store.stale_uploads(5_000).await.unwrap()), ["u1"]);
    assert_eq!(store.sent_since("O-1", 2_000).await.unwrap(), 100);
    assert_eq!(store.sent_since("O-1", 0).await.unwrap(), 200);
    assert_eq!(store.sent_since("nobody", 0).await.unwrap(), 0);
    store.settle_upload("u2", 7, &hash(9)).await.unwrap();
    assert_eq!(store.upload("u2").await.unwrap().unwrap().sha256, hash(9));
    store.finish_upload("u1", 1_300).await.unwrap();
    let done = store.upload("u1").await.unwrap().unwrap();
    assert_eq!((done.done_ms, done.secret.as_str(), done.place.as_str()), (Some(1_300), "", ""));
    store.delete_upload("u1").await.unwrap();
    store.delete_upload("u2").await.unwrap();
    assert!(store.upload("u1").await.unwrap().is_some(), "who sent a file is not forgotten");
    assert!(store.upload("u2").await.unwrap().is_none());
    assert_eq!(ids(store.senders(&hash(1)).await.unwrap()), ["u1"]);
}

pub async fn a_file_is_kept_once_and_held_by_acts(backend: &dyn Backend) {
    let mut place = backend.fresh(clock()).await;
    let store = place.store();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    store.write(now(OFFICE, 2, fir(start(), "Synthetic One"))).await.unwrap();
    store.write(now(OFFICE, 3, fir(start(), "Synthetic Two"))).await.unwrap();
    // What nobody has sent cannot be attached, not even when the file is there: a hash alone opens nothing.
    store.put_file(&file(1)).await.unwrap();
    let refused = store.write(now(OFFICE, 10, attach(2, 1))).await;
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::Fields { .. }))), "{refused:?}");
    store.begin_upload(&upload("u1", "O-1", 1, 5)).await.unwrap();
    store.finish_upload("u1", 6).await.unwrap();
    let again = StoredFile { place: format!("{:032x}", 7), secret: "other".to_owned(), ..file(1) };
    assert_eq!(store.put_file(&again).await.unwrap(), file(1), "the first stands");
    store.write(now(OFFICE, 11, attach(2, 1))).await.unwrap();
    store.write(now(OFFICE, 12, attach(3, 1))).await.unwrap();
    store.touch_file(&hash(1), 99).await.unwrap();
    assert_eq!(store.file(&hash(1)).await.unwrap().unwrap().seen_ms, 99);
    assert!(!store.drop_file(&hash(1), i64::MAX).await.unwrap(), "acts hold it");
    store.put_file(&file(2)).await.unwrap();
    let unheld = store.unheld_files(11).await.unwrap();
    assert_eq!(unheld, [file(2)]);
    assert!(!store.drop_file(&hash(2), 10).await.unwrap(), "it was wanted since");
    assert!(store.drop_file(&hash(2), 11).await.unwrap());
    // The first case goes: the other still holds the file. The second goes: the key goes with it.
    store.write(now(OFFICE, 20, expunge(2))).await.unwrap();
    assert!(store.file(&hash(1)).await.unwrap().is_some());
    assert!(place.on_disk().is_none_or(|bytes| holds(&bytes, "Schatzkammer")));
    store.write(now(OFFICE, 21, expunge(3))).await.unwrap();
    assert_eq!(store.file(&hash(1)).await.unwrap(), None);
    assert_eq!(store.senders(&hash(1)).await.unwrap(), []);
    assert_eq!(fsck(&store).await, []);
    if let Some(bytes) = place.on_disk() {
        assert!(!holds(&bytes, "Schatzkammer"), "a key is still on disk");
    }
    place.reopen().await;
    let refused = place.store().write(now(OFFICE, 22, attach(1, 1))).await;
    assert!(matches!(refused, Err(StoreError::Refused(_))), "{refused:?}");
}

pub async fn a_file_that_an_act_names_itself_is_held_by_it(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    store.put_file(&file(1)).await.unwrap();
    let slip = SearchOpen {
        probe: ProbeKind::Single,
        enrolment: None,
        asked_by: OFFICE.to_owned(),
        case: String::new(),
        person: Some(crate::samples::person("Synthetic Suspect")),
        basis: Some(roznamcha_acts::kinds::EnrolBasis::Arrestee),
        order: None,
        scene: String::new(),
        prints: vec![TakenPrint {
            finger: 2,
            file: Some(hash(1)),
            template: "U3ludGhldGlj".to_owned(),
            quality: 50,
            missing: None,
        }],
    };
    let refused = store.write(now(OFFICE, 10, Body::SearchOpen(slip.clone()))).await;
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::Fields { .. }))), "{refused:?}");
    store.begin_upload(&upload("u1", "O-1", 1, 5)).await.unwrap();
    store.finish_upload("u1", 6).await.unwrap();
    store.write(now(OFFICE, 11, Body::SearchOpen(slip))).await.unwrap();
    assert!(!store.drop_file(&hash(1), i64::MAX).await.unwrap(), "an act holds it");
    assert_eq!(store.unheld_files(i64::MAX).await.unwrap(), []);
    store.write(now(OFFICE, 20, expunge(11))).await.unwrap();
    assert_eq!(store.file(&hash(1)).await.unwrap(), None);
    assert_eq!(store.senders(&hash(1)).await.unwrap(), []);
    assert_eq!(fsck(&store).await, []);
    if let Some(bytes) = place.on_disk() {
        assert!(!holds(&bytes, "Schatzkammer"), "a key is still on disk");
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|w| w == text.as_bytes())
}
