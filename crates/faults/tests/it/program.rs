//! The program itself: found beside the tests, built where it is not there.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// The program, in `target/<profile>`, two folders above this test.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let test = std::env::current_exe().unwrap();
        let path = test.parent().unwrap().parent().unwrap().join("roznamcha");
        if !path.exists() {
            let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
            let built = cargo.args(["build", "-p", "roznamcha"]).status().unwrap();
            assert!(built.success() && path.exists(), "the program is not at {}", path.display());
        }
        path
    })
}

/// Where a node keeps what it keeps.
#[derive(Clone, Debug)]
pub struct Place {
    pub data: PathBuf,
    /// A URL; else the file in `data`.
    pub database: Option<String>,
}

impl Place {
    pub fn file(data: &Path) -> Self {
        Self { data: data.to_owned(), database: None }
    }

    /// The database file of a node without a URL.
    pub fn path(&self) -> PathBuf {
        self.data.join("roznamcha.db")
    }

    /// A command of the program on this place.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(args).arg("--data").arg(&self.data).current_dir(&self.data);
        if let Some(url) = &self.database {
            command.args(["--database", url]);
        }
        // Writers from one address are the whole load here.
        command.env("ROZNAMCHA_RATE_PER_SECOND", "0").env("ROZNAMCHA_LOG", "error").stdin(Stdio::null());
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, args: &[&str]) -> Done {
        let output = self.command(args).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Done { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// Runs a command that must succeed; gives what it printed.
    pub fn good(&self, args: &[&str]) -> String {
        let done = self.run(args);
        assert_eq!(done.code, Some(0), "{args:?}: {}{}", done.out, done.err);
        done.out
    }
}

/// How a command ended.
#[derive(Debug)]
pub struct Done {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// A number from the environment, for the longer runs.
pub fn setting(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(usual)
}

/// Says that a test cannot run here. In CI that is a failure: what is needed can be installed there.
pub fn skip(why: &str) {
    assert!(std::env::var_os("CI").is_none(), "cannot be tested here: {why}");
    println!("SKIPPED: {why}");
}
