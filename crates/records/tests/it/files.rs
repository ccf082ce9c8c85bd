//! Files at the door: sent in parts, kept once, read with authority, gone when a court says so.

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::{AttachAdd, AttachedFile, Body, FileKind, RecordExpunge};
use roznamcha_records::{Caller, DoorError, FileOut, RangeError, byte_range};
use roznamcha_store::AuditQuery;
use roznamcha_trial::{Node, fir};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// A PDF of words, of any length.
fn pdf(words: &str, times: usize) -> Vec<u8> {
    format!("%PDF-1.4\n% {}\n%%EOF\n", words.repeat(times)).into_bytes()
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

fn file(sha256: &str) -> AttachedFile {
    AttachedFile {
        sha256: sha256.to_owned(),
        size: 0,
        media: String::new(),
        kind: FileKind::Document,
        title: "فرضی دستاویز".to_owned(),
        taken_at: None,
        taken_by: None,
        device: None,
    }
}

fn attach(to: &str, sha256: &str) -> Body {
    AttachAdd { to: to.to_owned(), case: None, files: vec![file(sha256)] }.into()
}

async fn desk() -> (Node, Caller) {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap().for_purpose(Purpose::Duty, "");
    (node, moharrar)
}

async fn report(node: &Node, moharrar: &Caller, n: u32) -> String {
    node.act(moharrar, Body::FirRegister(fir(n, node.records.now()))).await.unwrap().act
}

/// Sends a file whole; gives its hash.
async fn send(node: &Node, caller: &Caller, bytes: &[u8]) -> Result<String, DoorError> {
    node.records.keep_whole(caller, &node.id().to_string(), bytes.to_vec()).await.map(|kept| kept.sha256)
}

async fn all(mut out: FileOut) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(piece) = out.pieces.recv().await {
        whole.extend(piece.unwrap());
    }
    whole
}

/// Files of the area, the begun ones too.
pub fn objects(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() { found.extend(objects(&entry.path())) } else { found.push(entry.path()) }
    }
    found
}

fn code(error: &DoorError) -> String {
    format!("{error:?}")
}

#[tokio::test]
async fn a_file_sent_in_parts_goes_on_after_a_cut_and_is_read_back_in_ranges() {
    let (node, moharrar) = desk().await;
    let case = report(&node, &moharrar, 1).await;
    let bytes = pdf("synthetic words ", 20_000);
    let (id, sha, size) = (node.id().to_string(), hash(&bytes), bytes.len() as u64);
    let records = &node.records;
    records.begin_upload(&moharrar, &id, size, &sha).await.unwrap();
    records.put_part(&moharrar, &id, 0, bytes[..100_000].to_vec()).await.unwrap();
    // The answer was lost and the part is sent again; a part out of order; another officer; too early an end.
    let again = records.put_part(&moharrar, &id, 0, bytes[..100_000].to_vec()).await.unwrap();
    assert_eq!(again.received, 100_000);
    let odd = records.put_part(&moharrar, &id, 150_000, vec![1]).await.unwrap_err();
    assert!(matches!(odd, DoorError::Upload("upload-offset")), "{odd:?}");
    let io = node.as_role(Role::Io).await.unwrap();
    assert!(matches!(records.upload(&io, &id).await, Err(DoorError::NotFound)));
    let early = records.finish_upload(&moharrar, &id).await.unwrap_err();
    assert!(matches!(early, DoorError::Upload("upload-not-whole")), "{early:?}");
    // A part half put by a process that was killed is put again.
    let stands = records.begin_upload(&moharrar, &id, size, &sha).await.unwrap();
    assert_eq!(stands.received, 100_000);
    records.put_part(&moharrar, &id, 100_000, bytes[100_000..].to_vec()).await.unwrap();
    let kept = records.finish_upload(&moharrar, &id).await.unwrap();
    assert_eq!((kept.sha256.as_str(), kept.media.as_str()), (sha.as_str(), "application/pdf"));
    assert_eq!(records.finish_upload(&moharrar, &id).await.unwrap(), kept, "finished again");
    assert_eq!(objects(&node.dir.path().join("files")).len(), 1, "the parts are gone");

    let act = node.act(&moharrar, attach(&case, &sha)).await.unwrap().act;
    let listed = records.attachments(&moharrar, &case).await.unwrap();
    assert_eq!((listed.len(), listed[0].row.file.size), (1, size));
    assert_eq!(all(records.open_file(&moharrar, &act, &sha, None, true).await.unwrap()).await, bytes);
    let range = records.open_file(&moharrar, &act, &sha, Some("bytes=65530-65545"), false).await.unwrap();
    assert_eq!((range.from, range.len), (65_530, 16));
    assert_eq!(all(range).await, bytes[65_530..65_546]);
    let beyond = records.open_file(&moharrar, &act, &sha, Some("bytes=9999999-"), false).await;
    assert!(matches!(beyond, Err(DoorError::Upload("file-range"))));
    assert_eq!(records.system().check_files(9).await.unwrap(), []);
}

#[test]
fn ranges_that_are_asked() {
    let range = |text| byte_range(Some(text), 100);
    assert_eq!(byte_range(None, 100), Ok(None));
    assert_eq!(range("bytes=0-9"), Ok(Some((0, 10))));
    assert_eq!(range("bytes=90-"), Ok(Some((90, 10))));
    assert_eq!(range("bytes=-5"), Ok(Some((95, 5))));
    assert_eq!(range("bytes=50-500"), Ok(Some((50, 50))));
    assert_eq!(range("bytes=100-"), Err(RangeError));
    for whole in ["bytes=0-1,5-6", "bytes=9-1", "bytes=x-", "lines=1-2", "bytes=-0"] {
        assert_eq!(range(whole), Ok(None), "{whole}");
    }
}

#[tokio::test]
async fn what_is_not_as_promised_or_of_no_format_is_not_kept() {
    let (node, moharrar) = desk().await;
    let records = &node.records;
    let bytes = pdf("x", 10);
    let id = node.id().to_string();
    let wrong = hash(b"something else");
    records.begin_upload(&moharrar, &id, bytes.len() as u64, &wrong).await.unwrap();
    records.put_part(&moharrar, &id, 0, bytes.clone()).await.unwrap();
    let refused = records.finish_upload(&moharrar, &id).await.unwrap_err();
    assert!(code(&refused).contains("fault-file-hash"), "{refused:?}");
    assert!(matches!(records.upload(&moharrar, &id).await, Err(DoorError::NotFound)), "the upload is gone");
    for (bytes, why) in [
        (b"MZ\x90 This program cannot be run".to_vec(), "fault-file-format"),
        (pdf("/JavaScript ", 1), "fault-file-active"),
        (pdf("x", 10)[..20].to_vec(), "fault-file-cut"),
        (b"\xff\xd8\xff\xe0 no picture \xff\xd9".to_vec(), "fault-file-cut"),
    ] {
        let refused = send(&node, &moharrar, &bytes).await.unwrap_err();
        assert!(code(&refused).contains(why), "{why}: {refused:?}");
    }
    assert_eq!(objects(&node.dir.path().join("files")), Vec::<PathBuf>::new());
    let large = records.begin_upload(&moharrar, &node.id().to_string(), 65 << 20, &wrong).await.unwrap_err();
    assert!(code(&large).contains("fault-file-large"), "{large:?}");
    for n in 0..16 {
        let begun = records.begin_upload(&moharrar, &node.id().to_string(), 64 << 20, &wrong).await;
        assert!(begun.is_ok(), "{n}: {begun:?}");
    }
    let quota = records.begin_upload(&moharrar, &node.id().to_string(), 64 << 20, &wrong).await.unwrap_err();
    assert!(matches!(quota, DoorError::Upload("upload-quota")), "{quota:?}");
    let desk = node.as_role(Role::FrontDesk).await.unwrap();
    assert!(matches!(send(&node, &desk, &bytes).await, Err(DoorError::NotAllowed { .. })));
}

#[tokio::test]
async fn the_same_file_is_kept_once_and_a_hash_alone_opens_nothing() {
    let (node, moharrar) = desk().await;
    let bytes = pdf("synthetic ", 50);
    let sha = send(&node, &moharrar, &bytes).await.unwrap();
    let io = node.as_role(Role::Io).await.unwrap();
    assert_eq!(send(&node, &io, &bytes).await.unwrap(), sha);
    assert_eq!(objects(&node.dir.path().join("files")).len(), 1);
    // The other station knows the hash, and has not sent the file.
    let other = node.records.system().as_officer("TRL-moharrar-2").await.unwrap();
    let other = other.for_purpose(Purpose::Duty, "");
    node.act(&other, roznamcha_trial::diary_open(node.records.now().day())).await.unwrap();
    let theirs = node.act(&other, roznamcha_trial::diary_write("معمول")).await.unwrap().act;
    let refused = node.act(&other, attach(&theirs, &sha)).await.unwrap_err();
    assert!(code(&refused).contains("fault-file-absent"), "{refused:?}");
    let case = report(&node, &moharrar, 1).await;
    let act = node.act(&moharrar, attach(&case, &sha)).await.unwrap().act;
    assert!(matches!(node.records.attachments(&other, &case).await, Err(DoorError::NotFound)));
    assert!(matches!(node.records.open_file(&other, &act, &sha, None, true).await, Err(DoorError::NotFound)));
    let custody = node.records.custody(&moharrar, &act, &sha).await.unwrap();
    let mut senders: Vec<&str> = custody.senders.iter().map(|(officer, ..)| officer.as_str()).collect();
    senders.sort_unstable();
    assert_eq!(senders, ["TRL-io", "TRL-moharrar"]);
    assert!(
        custody.looks.iter().any(|look| look.open.officer == "TRL-moharrar-2"),
        "the attempt is on record"
    );
}

#[tokio::test]
async fn each_reading_and_each_copy_is_on_record_before_the_bytes() {
    let (node, moharrar) = desk().await;
    let case = report(&node, &moharrar, 1).await;
    let sha = send(&node, &moharrar, &pdf("x", 100)).await.unwrap();
    let act = node.act(&moharrar, attach(&case, &sha)).await.unwrap().act;
    let bare = node.as_role(Role::Sho).await.unwrap();
    let unstated = node.records.open_file(&bare, &act, &sha, None, true).await;
    assert!(matches!(unstated, Err(DoorError::PurposeNeeded { .. })));
    let sho = bare.for_purpose(Purpose::Supervision, "");
    drop(node.records.open_file(&sho, &act, &sha, None, false).await.unwrap());
    drop(node.records.open_file(&sho, &act, &sha, None, true).await.unwrap());
    let query = AuditQuery { of_key: Some(format!("{act}/{sha}")), limit: 9, ..AuditQuery::default() };
    let rows = node.store.audit(&query).await.unwrap();
    let said: Vec<(&str, &str, &str)> =
        rows.iter().map(|r| (r.open.action.as_str(), r.open.purpose.as_str(), r.outcome.as_str())).collect();
    assert_eq!(
        said,
        [
            ("copy_file", "supervision", "done"),
            ("read_file", "supervision", "done"),
            ("copy_file", "", "denied")
        ]
    );
}

#[tokio::test]
async fn a_court_order_removes_the_file_unless_another_case_holds_it() {
    let (node, moharrar) = desk().await;
    let (one, two) = (report(&node, &moharrar, 1).await, report(&node, &moharrar, 2).await);
    let sha = send(&node, &moharrar, &pdf("Qutbuddin ", 50)).await.unwrap();
    node.act(&moharrar, attach(&one, &sha)).await.unwrap();
    node.act(&moharrar, attach(&two, &sha)).await.unwrap();
    let files = node.dir.path().join("files");
    let dpo = node.as_role(Role::Dpo).await.unwrap().for_purpose(Purpose::CourtOrder, "1/2026");
    let order = |act: &str| {
        let order = RecordExpunge {
            acts: vec![act.to_owned()],
            court: "Synthetic Sessions Court".to_owned(),
            order_no: "1/2026".to_owned(),
            order_date: node.records.now().day(),
        };
        roznamcha_records::NewAct {
            office: Some(roznamcha_trial::STATION.to_owned()),
            ..roznamcha_records::NewAct::now(node.id(), Body::RecordExpunge(order))
        }
    };
    let secret = node.store.file(&sha).await.unwrap().unwrap().secret;
    node.records.perform(&dpo, order(&one)).await.unwrap();
    assert_eq!(objects(&files).len(), 1, "the other case holds it");
    node.records.perform(&dpo, order(&two)).await.unwrap();
    assert_eq!(objects(&files), Vec::<PathBuf>::new());
    assert_eq!(node.store.file(&sha).await.unwrap(), None);
    // Neither the key nor a byte of the words is anywhere in the data folder.
    for path in objects(node.dir.path()) {
        let bytes = fs::read(&path).unwrap();
        for gone in [secret.as_bytes(), b"Qutbuddin".as_slice()] {
            assert!(!bytes.windows(gone.len()).any(|w| w == gone), "{}", path.display());
        }
    }
    assert_eq!(node.records.system().check_files(9).await.unwrap(), []);
}

#[tokio::test]
async fn fsck_names_files_missing_changed_and_orphaned_and_the_sweep_takes_what_is_left() {
    let (node, moharrar) = desk().await;
    let case = report(&node, &moharrar, 1).await;
    let files = node.dir.path().join("files");
    let mut places = Vec::new();
    for n in 0..3 {
        let before = objects(&files);
        let sha = send(&node, &moharrar, &pdf(&format!("file {n} "), 30)).await.unwrap();
        places.extend(objects(&files).into_iter().filter(|p| !before.contains(p)));
        if n < 2 {
            node.act(&moharrar, attach(&case, &sha)).await.unwrap();
        }
    }
    let system = node.records.system();
    assert_eq!(system.check_files(9).await.unwrap(), []);
    // A file no act holds goes after its days; one that is held stays.
    assert_eq!(system.sweep_files().await.unwrap(), (0, 0, 0));
    let id = node.id().to_string();
    node.records.begin_upload(&moharrar, &id, 5, &hash(b"later")).await.unwrap();
    node.records.put_part(&moharrar, &id, 0, b"la".to_vec()).await.unwrap();
    node.clock.set(node.records.now().plus_seconds(8 * 86_400));
    assert_eq!(system.sweep_files().await.unwrap(), (1, 1, 0));
    assert_eq!(objects(&files).len(), 2);
    fs::remove_file(&places[0]).unwrap();
    let mut bytes = fs::read(&places[1]).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&places[1], bytes).unwrap();
    let stray = files.join("00").join("11").join(format!("0011{}", "a".repeat(28)));
    fs::create_dir_all(stray.parent().unwrap()).unwrap();
    fs::write(&stray, b"left").unwrap();
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * 86_400);
    fs::File::options().write(true).open(&stray).unwrap().set_modified(old).unwrap();
    let named = system.check_files(9).await.unwrap();
    let said: Vec<&str> = named.iter().map(|d| d.what.as_str()).collect();
    assert_eq!(named.len(), 3, "{named:#?}");
    for what in ["does not hold it", "other bytes", "nothing names"] {
        assert!(said.iter().any(|s| s.contains(what)), "{what}: {said:?}");
    }
    assert_eq!(system.sweep_files().await.unwrap(), (0, 0, 1));
}

#[tokio::test]
async fn a_copy_of_the_files_follows_an_order_and_brings_them_back() {
    let (node, moharrar) = desk().await;
    let case = report(&node, &moharrar, 1).await;
    let bytes = pdf("kept ", 30);
    let sha = send(&node, &moharrar, &bytes).await.unwrap();
    let act = node.act(&moharrar, attach(&case, &sha)).await.unwrap().act;
    send(&node, &moharrar, &pdf("other ", 30)).await.unwrap();
    let copy = tempfile::tempdir().unwrap();
    let area = || std::sync::Arc::new(roznamcha_files::Folder::open(copy.path()).unwrap());
    let system = node.records.system();
    let first = system.copy_files(area()).await.unwrap();
    assert_eq!((first.copied, first.there, first.removed), (2, 0, 0));
    let again = system.copy_files(area()).await.unwrap();
    assert_eq!((again.copied, again.there, again.removed), (0, 2, 0));
    node.clock.set(node.records.now().plus_seconds(8 * 86_400));
    system.sweep_files().await.unwrap();
    assert_eq!(system.copy_files(area()).await.unwrap().removed, 1);
    for path in objects(&node.dir.path().join("files")) {
        fs::remove_file(path).unwrap();
    }
    assert_eq!(system.check_files(9).await.unwrap().len(), 1);
    assert_eq!(system.bring_files(area()).await.unwrap().copied, 1);
    assert_eq!(system.check_files(9).await.unwrap(), []);
    assert_eq!(all(node.records.open_file(&moharrar, &act, &sha, None, true).await.unwrap()).await, bytes);
}
