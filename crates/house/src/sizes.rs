//! Small rooms: how long a file, a function and a line may be.

use crate::tree::File;

/// Lines of one source file, at most.
const FILE_LINES: usize = 700;
/// Lines of the middle Rust file, at most.
const MEDIAN_LINES: usize = 120;
/// Lines of nine Rust files in ten, at most.
const NINTH_DECILE_LINES: usize = 400;
/// Lines of one function, at most, from `fn` to its closing brace.
const FUNCTION_LINES: usize = 70;
/// Letters of one line of code, at most; rustfmt keeps to 110 where a text does not force its hand.
const LINE_LETTERS: usize = 124;
/// Letters of one line of markup, style, policy, template or test, where one rule, element or sample is one line.
const MARKUP_LETTERS: usize = 560;
/// Bytes of any file, at most.
const FILE_BYTES: usize = 1 << 20;

const SOURCES: [&str; 9] = ["rs", "html", "js", "mjs", "css", "ts", "cedar", "typ", "sql"];

const CODE: [&str; 5] = ["rs", "js", "mjs", "ts", "sql"];

/// Every file, function and line that is too long.
#[must_use]
pub fn check(files: &[File]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files {
        if file.bytes > FILE_BYTES {
            complaints.push(format!(
                "{}: {} bytes, at most {FILE_BYTES} are kept in the tree",
                file.path, file.bytes
            ));
        }
        if !SOURCES.contains(&file.extension()) {
            continue;
        }
        let length = file.lines().count();
        if length > FILE_LINES {
            complaints.push(format!("{}: {length} lines, at most {FILE_LINES}: part it by idea", file.path));
        }
        for (number, line) in file.lines() {
            let letters = line.chars().count();
            let code = CODE.contains(&file.extension()) && !file.is_test();
            let most = if code { LINE_LETTERS } else { MARKUP_LETTERS };
            if letters > most {
                complaints.push(format!("{}:{number}: {letters} letters, at most {most}", file.path));
            }
        }
        if file.extension() == "rs" {
            complaints.extend(functions(file));
        }
    }
    complaints
}

/// Complains when the files as a whole have grown: the median and the ninth decile of the Rust files.
#[must_use]
pub fn check_distribution(files: &[File]) -> Vec<String> {
    let mut lengths: Vec<usize> =
        files.iter().filter(|file| file.extension() == "rs").map(|file| file.lines().count()).collect();
    lengths.sort_unstable();
    let at = |share: usize| lengths.get(lengths.len().saturating_sub(1) * share / 10).copied().unwrap_or(0);
    let mut complaints = Vec::new();
    for (what, length, limit) in
        [("median", at(5), MEDIAN_LINES), ("ninth decile", at(9), NINTH_DECILE_LINES)]
    {
        if length > limit {
            complaints.push(format!(
                "the {what} of {} Rust files is {length} lines, at most {limit}",
                lengths.len()
            ));
        }
    }
    complaints
}

/// Functions that are too long. The code is formatted by rustfmt, so a function ends at the first brace that stands
/// alone at the indentation of its beginning.
fn functions(file: &File) -> Vec<String> {
    let lines: Vec<(usize, &str)> = file.lines().collect();
    let mut complaints = Vec::new();
    for (index, (number, line)) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else { continue };
        let rest = lines.get(index..).unwrap_or_default();
        if let Some(length) = function_length(rest)
            && length > FUNCTION_LINES
        {
            complaints.push(format!(
                "{}:{number}: `{name}` has {length} lines, at most {FUNCTION_LINES}",
                file.path
            ));
        }
    }
    complaints
}

fn function_name(line: &str) -> Option<&str> {
    let mut rest = line.trim_start();
    for word in ["pub ", "pub(crate) ", "pub(super) ", "const ", "async ", "default "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let name = rest.strip_prefix("fn ")?;
    name.split(['(', '<']).next()
}

/// The number of lines of the function that begins at the first of `lines`; `None` when it has no body, or its body
/// stands on the same line.
fn function_length(lines: &[(usize, &str)]) -> Option<usize> {
    let (_, first) = lines.first()?;
    let indentation = first.len() - first.trim_start().len();
    let opening = lines.iter().position(|(_, line)| line.ends_with(['{', ';', '}']))?;
    if !lines.get(opening)?.1.ends_with('{') {
        return None;
    }
    let closes = |line: &str| line.trim() == "}" && line.len() - 1 == indentation;
    let end = lines.iter().skip(opening).position(|(_, line)| closes(line))?;
    Some(opening + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function_of(lines: usize) -> String {
        format!(
            "    pub async fn long(\n        a: u8,\n    ) {{\n{}    }}\n",
            "        if x {\n        }\n".repeat(lines / 2)
        )
    }

    #[test]
    fn a_long_function_is_found_and_a_shorter_one_is_not() {
        let trait_method = "trait T {\n    fn f(&self) -> [u8; 2];\n    fn g() {}\n}\n";
        let long = File::new("a.rs", &format!("{trait_method}{}", function_of(68)));
        let short = File::new("a.rs", &format!("{trait_method}{}", function_of(66)));
        assert_eq!(functions(&long), ["a.rs:5: `long` has 72 lines, at most 70"]);
        assert!(functions(&short).is_empty());
    }

    #[test]
    fn long_files_long_lines_and_blobs_are_found() {
        let letters = "ر".repeat(LINE_LETTERS);
        assert!(check(&[File::new("a.rs", &letters)]).is_empty(), "letters are counted, not bytes");
        assert_eq!(check(&[File::new("a.js", &format!("{letters}x"))]).len(), 1);
        assert!(check(&[File::new("a.css", &format!("{letters}x"))]).is_empty());
        assert_eq!(check(&[File::new("a.css", &"x".repeat(MARKUP_LETTERS + 1))]).len(), 1);
        assert_eq!(check(&[File::new("a.html", &"a\n".repeat(FILE_LINES + 1))]).len(), 1);
        assert_eq!(check(&[File::new("a.csv", &"a\n".repeat(FILE_BYTES / 2 + 1))]).len(), 1);
    }

    #[test]
    fn growth_of_the_whole_is_found() {
        let of = |length: usize| File::new("a.rs", &"a\n".repeat(length));
        let some_long: Vec<File> = (0..10).map(|i| of(if i < 8 { 10 } else { 500 })).collect();
        assert!(check_distribution(&some_long).len() == 1);
        assert_eq!(check_distribution(&[of(121), of(121), of(121)]).len(), 1);
        assert!(check_distribution(&[of(120)]).is_empty());
    }
}
