//! The command itself.

use std::process::Command;

#[test]
fn without_weights_the_neural_extractor_says_how_to_fetch_them() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_roznamcha-prints-bench"))
        .args(["bench", "--extractor", "neural", "--weights"])
        .arg(folder.path())
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("`./run leader FOLDER`"), "{said}");
}
