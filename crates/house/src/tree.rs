//! The files of the project, as git lists them.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Why the tree could not be read.
#[derive(Debug, thiserror::Error)]
pub enum TreeError {
    /// A program could not be run.
    #[error("cannot run `{0}`")]
    Run(&'static str, #[source] io::Error),
    /// A program ended with an error.
    #[error("`{0}` failed: {1}")]
    Failed(&'static str, String),
    /// What `cargo metadata` printed is not what it prints.
    #[error("cannot read what `cargo metadata` printed")]
    Metadata(#[from] serde_json::Error),
    /// A file of the tree could not be read.
    #[error("cannot read `{0}`")]
    Read(PathBuf, #[source] io::Error),
}

/// One file: its path from the root with `/`, its size, and its text when it is UTF-8.
#[derive(Debug, Clone)]
pub struct File {
    /// Path from the workspace's root.
    pub path: String,
    /// Size in bytes.
    pub bytes: usize,
    /// The text; `None` for a binary file.
    pub text: Option<String>,
}

impl File {
    /// A file of text, for trying a rule on.
    #[must_use]
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), bytes: text.len(), text: Some(text.to_owned()) }
    }

    /// What follows the last dot of the name.
    #[must_use]
    pub fn extension(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// The text's lines with their numbers from 1; none for a binary file.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.as_deref().unwrap_or_default().lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Whether it is test code as a whole: below a `tests` or `benches` folder, or a module file called `tests`.
    #[must_use]
    pub fn is_test(&self) -> bool {
        let mut parts = self.path.split('/');
        parts.any(|part| matches!(part, "tests" | "benches" | "tests.rs"))
            || self.path.ends_with("_tests.rs")
            || self.path.starts_with("crates/bench/")
    }

    /// The lines outside tests: all before a `#[cfg(test)]` that opens a module, comments left out.
    pub fn production_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.test_module_line().unwrap_or(usize::MAX);
        let whole_is_test = self.is_test();
        self.lines()
            .take_while(move |(number, _)| !whole_is_test && *number < end)
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    fn test_module_line(&self) -> Option<usize> {
        let mut previous: Option<usize> = None;
        for (number, line) in self.lines() {
            let line = line.trim();
            if previous.is_some() && line.starts_with("mod ") && line.ends_with('{') {
                return previous;
            }
            if line.starts_with("#[cfg(test)]") {
                previous = Some(number);
            } else if !line.starts_with("#[") {
                previous = None;
            }
        }
        None
    }
}

/// The workspace's root directory.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Every file that git tracks, or would if asked: new files count, ignored ones do not.
///
/// # Errors
/// [`TreeError`] when git is missing or this is not a repository.
pub fn files(root: &Path) -> Result<Vec<File>, TreeError> {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
    let listed = run("git", Command::new("git").args(arguments).current_dir(root))?;
    let mut files = Vec::new();
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        let full = root.join(path);
        // Deleted but not yet committed, or a link to a folder.
        if !full.is_file() {
            continue;
        }
        let content = std::fs::read(&full).map_err(|source| TreeError::Read(full, source))?;
        files.push(File {
            path: path.to_owned(),
            bytes: content.len(),
            text: String::from_utf8(content).ok(),
        });
    }
    Ok(files)
}

/// What `cargo metadata` prints for the workspace's own packages.
///
/// # Errors
/// [`TreeError`] when cargo fails.
pub fn metadata(root: &Path) -> Result<String, TreeError> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["metadata", "--no-deps", "--offline", "--format-version", "1"];
    run("cargo", Command::new(cargo).args(arguments).current_dir(root))
}

fn run(name: &'static str, command: &mut Command) -> Result<String, TreeError> {
    let output = command.output().map_err(|source| TreeError::Run(name, source))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(TreeError::Failed(name, String::from_utf8_lossy(&output.stderr).trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn production_ends_where_the_test_module_begins() {
        let text = "use a;\n#[cfg(test)]\nuse b;\nfn f() {}\n// note\n#[cfg(test)]\n#[path = \"x\"]\nmod tests {\n}\n";
        let file = File::new("crates/x/src/lib.rs", text);
        let numbers: Vec<usize> = file.production_lines().map(|(number, _)| number).collect();
        assert_eq!(numbers, [1, 2, 3, 4]);
    }

    #[test]
    fn a_file_of_tests_has_no_production_lines() {
        for path in ["crates/x/tests/it/main.rs", "crates/x/src/tests.rs", "crates/x/src/tests/a.rs"] {
            assert_eq!(File::new(path, "fn f() {}\n").production_lines().count(), 0, "{path}");
        }
    }
}
