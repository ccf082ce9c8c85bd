//! The gallery's benchmark, small.

use std::process::Command;

#[test]
fn two_hundred_people_are_built_opened_and_searched() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_roznamcha-prints-bench"))
        .args(["gallery", "--people", "200", "--searches", "50", "--several", "100", "--at"])
        .arg(folder.path().join("gallery"))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.starts_with("people 200\n"), "{said}");
    let first = |kind: &str| -> f64 {
        let (_, lines) = said.split_once(&format!("\n{kind}: ")).unwrap();
        let (_, rest) = lines.split_once("rank-1 ").unwrap();
        rest.split_once(' ').unwrap().0.parse().unwrap()
    };
    assert!(first("ten prints") > 99.9, "{said}");
    assert!(first("one print, finger known") >= 90.0, "{said}");
}
