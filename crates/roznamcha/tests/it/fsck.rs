//! `fsck` names what differs and says so with its exit code; `rebuild` puts it right.

use crate::program::{done, furnish, run};

#[test]
fn a_changed_view_is_named_and_rebuilt() {
    let dir = tempfile::tempdir().unwrap();
    furnish(dir.path());
    let sound = done(dir.path(), &["hash"]);
    let clean = run(dir.path(), &["fsck"]);
    assert_eq!(clean.status.code(), Some(0));
    let conn = rusqlite::Connection::open(dir.path().join("roznamcha.db")).unwrap();
    let changed = conn.execute("UPDATE v_office SET body = replace(body, 'City', 'Town')", []).unwrap();
    assert!(changed > 0);
    drop(conn);
    let output = run(dir.path(), &["fsck"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("differs office PK-PB-TST TST-CITY"), "{said}");
    done(dir.path(), &["rebuild"]);
    assert_eq!(done(dir.path(), &["hash"]), sound);
    assert_eq!(run(dir.path(), &["fsck"]).status.code(), Some(0));
}

#[test]
fn a_changed_journal_is_named() {
    let dir = tempfile::tempdir().unwrap();
    furnish(dir.path());
    let conn = rusqlite::Connection::open(dir.path().join("roznamcha.db")).unwrap();
    let sql = "UPDATE content SET bytes = CAST(replace(CAST(bytes AS TEXT), 'City', 'Town') AS BLOB) \
               WHERE office = 'PK-PB-TST'";
    conn.execute(sql, []).unwrap();
    drop(conn);
    let output = run(dir.path(), &["fsck"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("journal") && said.contains("PK-PB-TST"), "{said}");
}
