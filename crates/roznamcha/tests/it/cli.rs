//! The command line and the configuration.

use crate::program::{command, done, run};

#[test]
fn help_is_as_reviewed() {
    let dir = tempfile::tempdir().unwrap();
    let mut text = done(dir.path(), &["--help"]);
    let commands = [
        "serve",
        "demo",
        "import",
        "export",
        "verify",
        "fsck",
        "crosscheck",
        "rebuild",
        "backup",
        "restore",
        "provision",
        "offices load",
        "admin create",
        "prints template",
        "prints compare",
        "prints quality",
        "prints convert",
        "prints cut",
        "prints bench",
    ];
    for name in commands {
        let mut args: Vec<&str> = name.split(' ').collect();
        args.push("--help");
        text.push_str(&format!("\n==== {name}\n{}", done(dir.path(), &args)));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn the_later_wins_and_secrets_are_hidden() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("roznamcha.toml");
    std::fs::write(&file, "rate_burst = 7\nnode = \"of-file\"\ndatabase = \"of-file.db\"\n").unwrap();
    let output = command(dir.path())
        .env("ROZNAMCHA_NODE", "of-env")
        .env("ROZNAMCHA_METRICS_TOKEN", "123456")
        .args(["config", "--database", "postgres://app:hush@db/r"])
        .output()
        .unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    for line in [
        "rate_burst = 7",
        "node = \"of-env\"",
        "metrics_token = \"***\"",
        "database = \"postgres://app:***@db/r\"",
        "lock_after = 5",
    ] {
        assert!(shown.contains(line), "{line} in {shown}");
    }
    assert!(!shown.contains("123456") && !shown.contains("hush"));
}

#[test]
fn what_cannot_be_done_says_why_and_ends_with_2() {
    let dir = tempfile::tempdir().unwrap();
    let cases: [(&[&str], &str); 7] = [
        (&["no-such-command"], "no-such-command"),
        (&["config", "--config", "no/such.toml"], "no/such.toml"),
        (&["serve", "--listen", "somewhere"], "somewhere"),
        (&["export", "NO-SUCH", "--out", "x"], "NO-SUCH"),
        (&["restore", "no-such-file"], "no-such-file"),
        (&["admin", "reset", "NOBODY"], "NOBODY"),
        (&["provision"], "PostgreSQL"),
    ];
    for (args, word) in cases {
        let output = run(dir.path(), args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains(word), "{args:?}: {said}");
    }
}

#[test]
fn a_list_of_offices_loads_once_and_names_its_bad_row() {
    let dir = tempfile::tempdir().unwrap();
    crate::program::furnish(dir.path());
    let file = dir.path().join("offices.csv");
    let again = done(dir.path(), &["offices", "load", file.to_str().unwrap()]);
    assert_eq!(again, "0 opened, 2 there already\n");
    let bad =
        "parent,code,kind,name_en,name_ur,province,diary_hour\nNOWHERE,X-1,police_station,X,ایکس,PB,8\n";
    std::fs::write(&file, bad).unwrap();
    let output = run(dir.path(), &["offices", "load", file.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(2) && said.contains("row 1") && said.contains("NOWHERE"), "{said}");
    assert!(done(dir.path(), &["offices", "list"]).contains("TST-CITY\tpolice_station\tPK-PB-TST"));
}

#[test]
fn an_exported_journal_verifies_and_a_changed_one_does_not() {
    let dir = tempfile::tempdir().unwrap();
    crate::program::furnish(dir.path());
    let out = dir.path().join("j.jsonl");
    let path = out.to_str().unwrap();
    done(dir.path(), &["export", "PK-PB-TST", "--out", path]);
    assert!(run(dir.path(), &["verify", path]).status.success());
    let text = std::fs::read_to_string(&out).unwrap();
    std::fs::write(&out, text.replacen("TST-CITY", "TST-CITI", 1)).unwrap();
    let output = run(dir.path(), &["verify", path]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_statute_and_the_api_are_told_without_any_data() {
    let dir = tempfile::tempdir().unwrap();
    assert!(done(dir.path(), &["law", "unverified"]).lines().count() > 10);
    let document: serde_json::Value = serde_json::from_str(&done(dir.path(), &["openapi"])).unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "nothing was made");
}

/// The table as a lawyer reads it. `BLESS=1` writes it anew.
#[test]
fn the_table_of_allowed_acts_is_a_document() {
    let dir = tempfile::tempdir().unwrap();
    let told = done(dir.path(), &["law", "allowed"]);
    let golden = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/allowed.md");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&golden, &told).unwrap();
    }
    assert!(
        told == std::fs::read_to_string(&golden).unwrap(),
        "law allowed differs from tests/it/allowed.md"
    );
    let rows = include_str!("../../../statute/data/allowed.csv").lines().count() - 1;
    let lines = told.lines().filter(|line| line.starts_with("| ") && line.contains("`")).count();
    assert_eq!(lines, rows, "a line for every row of the table");
    assert!(!told.contains("act-kind-") && !told.contains("allowed-stage-"), "every word is known");
}
