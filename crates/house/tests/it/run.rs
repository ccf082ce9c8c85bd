//! The script `run`: what it says when it is not understood, and when something is missing.

use std::fs::Permissions;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output};

use roznamcha_house::tree::root;

/// Runs `./run` with only the named programs to be found.
fn run_with(path: &Path, arguments: &[&str]) -> Output {
    Command::new("/bin/bash")
        .arg(root().join("run"))
        .args(arguments)
        .env_clear()
        .env("PATH", path)
        .env("CHROMIUM", "/nonexistent")
        .output()
        .unwrap()
}

/// A folder with links to the named programs of this machine.
fn only(programs: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for program in programs {
        let found =
            ["/usr/bin", "/bin"].iter().map(|dir| Path::new(dir).join(program)).find(|path| path.exists());
        symlink(
            found.unwrap_or_else(|| panic!("`{program}` is on every machine")),
            folder.path().join(program),
        )
        .unwrap();
    }
    folder
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

const BASE: [&str; 8] = ["bash", "cat", "cut", "dirname", "grep", "id", "paste", "sed"];

#[test]
fn help_names_every_command_and_an_unknown_one_is_refused() {
    let base = only(&BASE);
    let help = run_with(base.path(), &["help"]);
    assert!(help.status.success());
    for command in ["demo", "serve", "setup", "test", "bench", "leader"] {
        assert!(said(&help).contains(&format!("\n  {command} ")), "{command}: {}", said(&help));
    }
    let unknown = run_with(base.path(), &["dmeo"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(said(&unknown).contains("unknown command: `dmeo`"), "{}", said(&unknown));
}

#[test]
fn what_the_demonstration_lacks_is_named_with_how_to_get_it() {
    let base = only(&BASE);
    let refused = run_with(base.path(), &["demo"]);
    assert!(!refused.status.success());
    let words = said(&refused);
    for wanted in ["cargo", "gcc", "nodejs", "npm", "apt-get install gcc nodejs npm", "https://rustup.rs"] {
        assert!(words.contains(wanted), "`{wanted}` is not in: {words}");
    }
    assert!(!words.contains("chromium"), "the demonstration needs no browser of ours: {words}");
}

#[test]
fn without_a_package_manager_setup_names_what_the_tests_lack() {
    let base = only(&BASE);
    let refused = run_with(base.path(), &["setup"]);
    assert!(!refused.status.success());
    assert!(said(&refused).contains("git"), "{}", said(&refused));
}

/// A copy of `run` among programs that only say what they were asked; `cargo` fails at the command `FAIL` names.
fn pretended_tree() -> tempfile::TempDir {
    let tree =
        only(&["awk", "bash", "cat", "cut", "dirname", "grep", "id", "mkdir", "paste", "rm", "sed", "tee"]);
    let at = |name: &str| tree.path().join(name);
    let write = |name: &str, text: &str| {
        std::fs::create_dir_all(at(name).parent().unwrap()).unwrap();
        std::fs::write(at(name), text).unwrap();
        std::fs::set_permissions(at(name), Permissions::from_mode(0o755)).unwrap();
    };
    std::fs::copy(root().join("run"), at("run")).unwrap();
    for program in ["cargo-nextest", "faketime", "gcc", "git", "initdb", "node", "npm", "pdftoppm", "strace"]
    {
        write(program, "#!/bin/bash\n");
    }
    write(
        "cargo",
        "#!/bin/bash\n[ \"$1\" != \"${FAIL:-}\" ] || { echo broken; exit 101; }\ncase $1 in\n\
         nextest) echo '     Summary [   1.0s] 3 tests run: 3 passed, 1 skipped' ;;\n\
         test) echo 'test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured'\n\
         echo 'test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured' ;;\nesac\n",
    );
    write("assets/build.sh", "");
    write("tests/browser/run.sh", "echo 'ℹ tests 4'; echo 'ℹ pass 4'; echo 'ℹ fail 0'\n");
    tree
}

fn test_in(tree: &Path, fail: &str) -> Output {
    Command::new("/bin/bash")
        .arg(tree.join("run"))
        .arg("test")
        .env_clear()
        .env("PATH", tree)
        .env("CHROMIUM", "/bin/sh")
        .env("FAIL", fail)
        .output()
        .unwrap()
}

#[test]
fn testing_ends_with_times_and_counts() {
    let tree = pretended_tree();
    let done = test_in(tree.path(), "");
    let words = said(&done);
    assert!(done.status.success(), "{words}");
    let (_, counts) = words.split_once("=== counts\n").unwrap();
    let expected = [
        "doctests: 7 passed, 0 failed, 1 ignored",
        "browser: tests 4 pass 4 fail 0",
        "tests: Summary [   1.0s] 3 tests run: 3 passed, 1 skipped",
    ];
    assert_eq!(counts.lines().collect::<Vec<_>>(), expected);
    for step in ["setup", "assets", "format", "lint", "tests", "doctests", "browser"] {
        assert!(words.contains(&format!("=== {step} done in ")), "{step}: {words}");
    }
}

#[test]
fn a_failing_step_fails_the_whole_and_is_named() {
    for (cargo_command, step) in
        [("fmt", "format"), ("clippy", "lint"), ("nextest", "tests"), ("test", "doctests")]
    {
        let tree = pretended_tree();
        let failed = test_in(tree.path(), cargo_command);
        assert_eq!(failed.status.code(), Some(1), "{step}");
        assert!(said(&failed).contains(&format!("=== {step} FAILED (exit 101)")), "{}", said(&failed));
        assert!(!said(&failed).contains("=== browser\n"), "nothing runs after a failure");
    }
}
