//! A backup from before a destruction, restored after it, with the real program: nothing of what was destroyed comes
//! back, in no file of the new folder.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use roznamcha_acts::kinds::{
    Accused, Body, Conclusion, EnrolRef, FirRegister, PrintMark, PrintMarkKind, SearchExamine,
};
use roznamcha_records::{Clock as _, FixedClock, NewAct, Purpose, Role, SystemClock};
use roznamcha_trial::{
    Node, STATION, arrest, destruction, discharge, enrolment, fir, officer_of, party, print_png, taken,
};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::program::{done, run, value};

/// Copies what a folder holds, and the folders in it.
fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap().map(|f| f.unwrap().path()) {
        let there = to.join(file.file_name().unwrap());
        if file.is_dir() {
            copied(&file, &there);
        } else {
            fs::copy(&file, &there).unwrap();
        }
    }
}

/// Where any of these bytes stand in a folder.
fn found(folder: &Path, traces: &[Vec<u8>]) -> Vec<String> {
    let mut all = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()) {
        if path.is_dir() {
            all.extend(found(&path, traces));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let here = traces.iter().filter(|trace| bytes.windows(trace.len()).any(|w| w == trace.as_slice()));
        all.extend(here.map(|_| path.display().to_string()));
    }
    all
}

/// The node as it stands, as a data folder of the program.
async fn laid(node: &Node, data: &Path) {
    fs::create_dir_all(data).unwrap();
    let whole = rusqlite::Connection::open(node.dir.path().join("node.db")).unwrap();
    whole.execute("VACUUM INTO ?1", [data.join("roznamcha.db").display().to_string()]).unwrap();
    copied(&node.dir.path().join("files"), &data.join("files"));
    if node.dir.path().join("destroyed.ledger").exists() {
        fs::copy(node.dir.path().join("destroyed.ledger"), data.join("destroyed.ledger")).unwrap();
    }
}

/// A case whose accused is enrolled with two fingers of somebody of nobody; the case, the enrolment and its search.
async fn enrolled(node: &Node, n: u32, person: u64) -> (String, String, String) {
    let sho = node.as_role(Role::Sho).await.unwrap().for_purpose(Purpose::Duty, "");
    let io = node.as_role(Role::Io).await.unwrap().for_purpose(Purpose::Investigation, "");
    let cro = node.as_role(Role::Cro).await.unwrap().for_purpose(Purpose::Verification, "");
    let accused = Accused { person: party(900 + n), description: String::new() };
    let report =
        FirRegister { accused: vec![accused], io: Some(officer_of(Role::Io)), ..fir(n, node.records.now()) };
    let case = node.act(&sho, Body::FirRegister(report)).await.unwrap().act;
    node.act(&io, arrest(&case, node.records.now())).await.unwrap();
    let mut prints = Vec::new();
    for finger in [2_u8, 3] {
        let png = print_png(person * 10 + u64::from(finger), u64::from(n)).unwrap();
        let kept = node.records.keep_print(&cro, node.id(), png, None).await.unwrap();
        prints.push(taken(finger, &kept.file.sha256));
    }
    let body = Body::PrintsEnrol(enrolment(&case, 1, node.records.now(), prints));
    let new = NewAct { office: Some(STATION.to_owned()), ..NewAct::now(node.id(), body) };
    let done = node.records.enrol(&cro, new, None).await.unwrap();
    (case, done.receipt.act, done.search.unwrap().act)
}

/// What an examiner wrote of him.
const WORDS: &str = "قطب الدین";

/// An examiner of the record office compares him with another.
async fn examined(node: &Node, search: &str, of: &str) {
    let mark = PrintMark { x: 10, y: 20, angle: 90, kind: PrintMarkKind::Ending };
    let found = SearchExamine {
        search: search.to_owned(),
        of: EnrolRef { office: STATION.to_owned(), act: of.to_owned() },
        finger: 0,
        probe_finger: 0,
        marked: None,
        conclusion: Conclusion::Identified,
        reasons: format!("فرضی وجوہ {WORDS}"),
        probe_marks: vec![mark],
        candidate_marks: vec![mark],
        pairs: vec![(0, 0)],
    };
    let cro = node.as_role(Role::Cro).await.unwrap().for_purpose(Purpose::Verification, "");
    node.records.examine(&cro, node.id(), found).await.unwrap();
}

#[tokio::test]
async fn an_older_backup_does_not_bring_back_what_was_destroyed() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("node");
    fs::create_dir_all(&at).unwrap();
    let clock = Arc::new(FixedClock::new(SystemClock.now()));
    let dir = tempfile::tempdir().unwrap();
    let store = Node::sqlite(&dir.path().join("node.db"), clock.clone()).unwrap();
    let node = Node::over(store, clock, dir).await.unwrap();
    node.open_day().await.unwrap();
    let (case, gone, _) = enrolled(&node, 7, 7).await;
    let (_, stays, search) = enrolled(&node, 8, 7).await;
    examined(&node, &search, &gone).await;
    let body = node.store.act(STATION, &gone).await.unwrap().unwrap().body.unwrap();
    let Body::PrintsEnrol(body) = body else { panic!("no enrolment") };
    // Beside what was taken of him what an examiner wrote of it, in the record office's journal.
    let mut traces: Vec<Vec<u8>> = vec![WORDS.as_bytes().to_vec()];
    for print in &body.prints {
        let template = STANDARD.decode(&print.template).unwrap();
        traces.extend(template[12..].chunks_exact(12).map(<[u8]>::to_vec));
        traces.push(print.template.clone().into_bytes());
        let file = node.store.file(print.file.as_ref().unwrap()).await.unwrap().unwrap();
        traces.extend([file.secret.into_bytes(), file.sha256.into_bytes()]);
    }

    // A backup is taken, with a copy of the files; then he is freed, and what was taken of him is destroyed.
    let before = folder.path().join("before");
    laid(&node, &before).await;
    let (backup, files) = (folder.path().join("one.backup"), folder.path().join("copy"));
    let (backup, files) = (backup.to_str().unwrap(), files.to_str().unwrap());
    done(&before, &["backup", backup, "--files", files]);
    let sho = node.as_role(Role::Sho).await.unwrap().for_purpose(Purpose::Duty, "");
    let cro = node.as_role(Role::Cro).await.unwrap().for_purpose(Purpose::Verification, "");
    node.act(&sho, discharge(&case, 1, node.records.now())).await.unwrap();
    let destroy = destruction(&case, 1, node.records.now());
    let new = NewAct { office: Some(STATION.to_owned()), ..NewAct::now(node.id(), destroy) };
    node.records.perform(&cro, new).await.unwrap();
    let after = folder.path().join("after");
    laid(&node, &after).await;
    assert_eq!(found(&after, &traces), Vec::<String>::new());
    let ledger = after.join("destroyed.ledger");

    // Without the ledger the old backup brings back what it held: so the test can fail.
    let bare = tempfile::tempdir().unwrap();
    let said = done(bare.path(), &["restore", backup, "--files", files]);
    assert_eq!(value(&said, "left out"), "0 acts whose content was destroyed after this backup");
    assert!(!found(bare.path(), &traces).is_empty());

    let new = tempfile::tempdir().unwrap();
    fs::copy(&ledger, new.path().join("destroyed.ledger")).unwrap();
    let said = done(new.path(), &["restore", backup, "--files", files]);
    // He, the list of the search made at him, and the examination.
    assert_eq!(value(&said, "left out"), "3 acts whose content was destroyed after this backup");
    assert_eq!(found(new.path(), &traces), Vec::<String>::new());
    assert!(done(new.path(), &["fsck"]).contains("no differences"));
    let said = done(new.path(), &["rebuild"]);
    assert!(said.contains("gallery of 1 enrolments"), "{said}");
    assert!(done(new.path(), &["fsck"]).contains("no differences"));
    assert_eq!(found(new.path(), &traces), Vec::<String>::new());
    let conn = rusqlite::Connection::open(new.path().join("roznamcha.db")).unwrap();
    let states: Vec<(String, String)> = {
        let mut rows = conn.prepare("SELECT key, state FROM v_enrol ORDER BY state").unwrap();
        let rows = rows.query_map([], |row| Ok((row.get(0).unwrap(), row.get(1).unwrap()))).unwrap();
        rows.map(Result::unwrap).collect()
    };
    assert_eq!(states, [(gone, "destroyed".to_owned()), (stays, "standing".to_owned())]);
    drop(conn);
    a_later_backup_carries_the_ledger(folder.path(), new.path(), (backup, files), &ledger);
}

/// A later backup carries what the ledger knows: a machine restored from it leaves it out of the old one as well.
fn a_later_backup_carries_the_ledger(
    folder: &Path,
    new: &Path,
    (backup, files): (&str, &str),
    ledger: &Path,
) {
    let later = folder.join("later.backup");
    done(new, &["backup", later.to_str().unwrap()]);
    let third = tempfile::tempdir().unwrap();
    done(third.path(), &["restore", later.to_str().unwrap(), "--files", files]);
    assert_eq!(fs::read(third.path().join("destroyed.ledger")).unwrap(), fs::read(ledger).unwrap());
    // A changed backup is refused with a ledger as without one.
    let mut torn = fs::read(backup).unwrap();
    torn.truncate(torn.len() - 40);
    let torn_at = folder.join("torn.backup");
    fs::write(&torn_at, torn).unwrap();
    let other = tempfile::tempdir().unwrap();
    fs::copy(ledger, other.path().join("destroyed.ledger")).unwrap();
    assert_eq!(run(other.path(), &["restore", torn_at.to_str().unwrap()]).status.code(), Some(2));
}
