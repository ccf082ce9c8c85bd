//! Words that have a better replacement.

use crate::tree::File;

/// Where a word is banned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    /// In every line of Rust.
    Everywhere,
    /// In Rust outside tests, and outside the program that has a terminal to print to.
    OutsideTestsAndEntry,
}

const BANNED: [(&str, Where, &str); 11] = [
    ("todo!(", Where::Everywhere, "write it, or leave it out"),
    ("unimplemented!(", Where::Everywhere, "write it, or leave it out"),
    ("FIXME", Where::Everywhere, "mend it, or open an issue"),
    ("dbg!(", Where::Everywhere, "tracing, or a test"),
    ("#[allow(", Where::Everywhere, "#[expect(lint, reason = \"…\")]"),
    ("chrono::", Where::Everywhere, "jiff"),
    ("println!(", Where::OutsideTestsAndEntry, "tracing, or give the text back to the caller"),
    ("eprintln!(", Where::OutsideTestsAndEntry, "tracing, or give the text back to the caller"),
    ("print!(", Where::OutsideTestsAndEntry, "tracing, or give the text back to the caller"),
    ("Box<dyn Error", Where::OutsideTestsAndEntry, "an enum whose name ends in Error"),
    ("std::process::exit", Where::OutsideTestsAndEntry, "give an error back to the caller"),
];

/// Folders of one machine; in two halves, so that this file does not name them.
const MACHINE: [(&str, &str); 3] = [("/wo", "rk/"), ("/ro", "ot/"), ("/ho", "me/")];

/// This file names what it bans.
const SELF: &str = "crates/house/src/banned.rs";
const ENTRY: &str = "crates/roznamcha/src/";

/// Every banned word, with what to write instead.
#[must_use]
pub fn check(files: &[File]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files.iter().filter(|file| file.path != SELF) {
        if file.extension() == "rs" {
            let everywhere =
                file.lines().filter_map(|(n, line)| word(line, Where::Everywhere).map(|found| (n, found)));
            complaints.extend(everywhere.map(|(n, found)| complaint(file, n, found)));
            if !file.path.starts_with(ENTRY) {
                let outside = Where::OutsideTestsAndEntry;
                let quiet = file
                    .production_lines()
                    .filter_map(|(n, line)| word(line, outside).map(|found| (n, found)));
                complaints.extend(quiet.map(|(n, found)| complaint(file, n, found)));
            }
        }
        for (number, line) in file.lines() {
            if names_a_machine(line) {
                complaints.push(format!("{}:{number}: a path of one machine: make it relative", file.path));
            }
        }
    }
    complaints
}

type Found = (&'static str, &'static str);

fn word(line: &str, place: Where) -> Option<Found> {
    let banned = BANNED.iter().find(|(word, at, _)| *at == place && contains_whole(line, word))?;
    Some((banned.0, banned.2))
}

fn complaint(file: &File, number: usize, (word, instead): Found) -> String {
    format!("{}:{number}: `{word}`: {instead}", file.path)
}

/// Whether `word` stands in `line` and is not the end of a longer one (`println!(` ends in `print!(`, roughly).
fn contains_whole(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|head| head.chars().next_back());
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    })
}

/// Whether a path begins in one of the folders: not a part of a longer path or address.
fn names_a_machine(line: &str) -> bool {
    MACHINE.iter().any(|(first, second)| {
        let folder = format!("{first}{second}");
        line.match_indices(&folder).any(|(at, _)| {
            let before = line.get(..at).and_then(|head| head.chars().next_back());
            !before.is_some_and(|letter| letter.is_alphanumeric() || "._-}~/$*".contains(letter))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banned_words_are_found_where_they_are_banned() {
        let printing = "fn f() {\n    println!(\"a\");\n}\n";
        assert_eq!(check(&[File::new("crates/acts/src/a.rs", printing)]).len(), 1);
        assert_eq!(check(&[File::new("crates/roznamcha/src/main.rs", printing)]).len(), 0);
        assert_eq!(check(&[File::new("crates/acts/tests/it/a.rs", printing)]).len(), 0);
        assert_eq!(check(&[File::new("crates/acts/tests/it/a.rs", "#[allow(dead_code)]\n")]).len(), 1);
        assert_eq!(check(&[File::new("crates/acts/src/a.rs", "let synchrono::x = 1;\n")]).len(), 0);
    }

    #[test]
    fn paths_of_a_machine_are_found_in_any_text() {
        let path = ["/ro", "ot/x"].concat();
        assert_eq!(check(&[File::new("README.md", &format!("see {path}\n"))]).len(), 1);
        assert_eq!(check(&[File::new("README.md", &format!("see target{path}\n"))]).len(), 0);
    }
}
