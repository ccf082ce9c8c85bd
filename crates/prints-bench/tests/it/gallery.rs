//! The gallery's benchmark, small.

use std::path::Path;
use std::process::{Command, Output};

fn run(folder: &Path, people: &str, seed: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_roznamcha-prints-bench"))
        .args(["gallery", "--people", people, "--seed", seed, "--searches", "50"])
        .args(["--several", "30", "--single", "150", "--at"])
        .arg(folder.join("gallery"))
        .output()
        .unwrap()
}

#[test]
fn people_are_built_opened_and_searched_and_more_join_those_who_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let small = run(folder.path(), "4", "1");
    assert!(small.status.success(), "{}", String::from_utf8_lossy(&small.stderr));
    let output = run(folder.path(), "70", "1");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.starts_with("people 70\nenrolled 66 people, "), "{said}");
    let first = |kind: &str| -> f64 {
        let (_, lines) = said.split_once(&format!("\n{kind}: ")).unwrap();
        let (_, rest) = lines.split_once("rank-1 ").unwrap();
        rest.split_once(' ').unwrap().0.parse().unwrap()
    };
    assert!(first("ten prints") > 99.9, "{said}");
    assert!(first("one print, finger known") >= 90.0, "{said}");
    // figures of other people would be quoted as theirs
    for (people, seed) in [("70", "2"), ("60", "1")] {
        let other = run(folder.path(), people, seed);
        assert!(!other.status.success());
        assert!(String::from_utf8(other.stderr).unwrap().contains("holds other people"));
    }
}
