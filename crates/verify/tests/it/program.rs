//! The program, as an auditor runs it.

use std::path::Path;
use std::process::Command;

use crate::journals::{journal, signer};

/// The exit code, and what was written to standard output and error.
fn program(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_roznamcha-verify")).current_dir(folder).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn an_auditor_runs_it() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let journal = journal(9);
    write("export.jsonl", &journal.export(&signer()));
    write("cut.jsonl", &crate::journals::journal(5).export(&signer()));
    write("seven", &journal.note(&signer(), 7));
    write("nine", &journal.note(&signer(), 9));
    write("act.json", &journal.inclusion(3, 9));
    write("growth.json", &journal.consistency(7, 9));
    let key = signer().public();
    let run = |args: &[&str]| program(folder.path(), args);

    let (code, out, _) =
        run(&["export.jsonl", "--key", &key, "--checkpoint", "seven", "--inclusion", "act.json"]);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.contains("kept checkpoint `seven`: 7 acts") && out.contains("act 4 is in the journal of 9 acts")
    );
    let (code, out, _) = run(&["cut.jsonl", "--key", &key, "--checkpoint", "seven"]);
    assert_eq!(code, 1);
    assert!(out.contains("the journal was cut"), "{out}");
    let (code, out, _) = run(&["--lang", "ur", "cut.jsonl", "--checkpoint", "seven"]);
    assert_eq!(code, 1);
    assert!(out.contains("روزنامچہ کاٹا گیا ہے"), "{out}");
    let alone =
        ["--key", &key, "--checkpoint", "seven", "--checkpoint", "nine", "--consistency", "growth.json"];
    assert_eq!(run(&alone).0, 0);
    assert_eq!(run(&alone[..4]).0, 2, "nothing to verify");

    for wrong in [
        &["missing.jsonl"][..],
        &["act.json"],
        &["export.jsonl", "export.jsonl"],
        &["export.jsonl", "--key"],
        &["export.jsonl", "--key", "x"],
        &["export.jsonl", "--checkpoint", "act.json"],
        &["export.jsonl", "--inclusion", "growth.json"],
        &["export.jsonl", "--lang", "fr"],
        &["export.jsonl", "--strange", "x"],
        &[],
    ] {
        let (code, out, error) = run(wrong);
        assert_eq!((code, out.as_str()), (2, ""), "{wrong:?}");
        assert!(error.starts_with("roznamcha-verify: "), "{error}");
    }
    assert_eq!(run(&["--help"]).0, 0);
}
