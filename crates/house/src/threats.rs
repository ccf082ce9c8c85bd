//! A control that claims a test has one.

use crate::tree::File;

/// Tests named in THREATS.md that are not in the tree. A test is named in backticks in the table's column `test`: a
/// Rust function, or the title of a browser test.
#[must_use]
pub fn check(files: &[File]) -> Vec<String> {
    let Some(threats) = files.iter().find(|file| file.path == "THREATS.md") else {
        return vec!["THREATS.md is missing".to_owned()];
    };
    let mut complaints = Vec::new();
    for (number, name) in named(threats) {
        if !files.iter().any(|file| holds(file, name)) {
            complaints
                .push(format!("THREATS.md:{number}: no test `{name}`: write it, or move it to planned"));
        }
    }
    complaints
}

/// The tests THREATS.md names, with the line of each.
fn named(threats: &File) -> Vec<(usize, &str)> {
    let mut column = None;
    let mut found = Vec::new();
    for (number, line) in threats.lines() {
        if !line.starts_with('|') {
            column = None;
            continue;
        }
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let Some(at) = cells.iter().position(|cell| cell.eq_ignore_ascii_case("test")) {
            column = Some(at);
        } else if let Some(cell) = column.and_then(|at| cells.get(at)) {
            found.extend(cell.split('`').skip(1).step_by(2).map(|name| (number, name)));
        }
    }
    found
}

fn holds(file: &File, name: &str) -> bool {
    let text = file.text.as_deref().unwrap_or_default();
    match file.extension() {
        "rs" => text.contains(&format!("fn {}(", name.rsplit("::").next().unwrap_or(name))),
        "mjs" => text.contains(&format!("\"{name}\"")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_that_is_only_claimed_is_found() {
        let table = "| threat | test | planned |\n|---|---|---|\n| a | `real`, `claimed` | `later` |\n";
        let files = [File::new("THREATS.md", table), File::new("crates/a/tests/it/a.rs", "fn real() {}\n")];
        assert_eq!(check(&files), ["THREATS.md:3: no test `claimed`: write it, or move it to planned"]);
    }
}
