//! Purity: the rules take time and chance as arguments, and touch nothing.

use crate::floors::rules_sources;
use crate::tree::File;

const CALLS: [&str; 12] = [
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "Uuid::new_v4",
    "Uuid::now_v",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "async fn",
];

/// Every line of a rules crate, outside its tests, that reads a clock, rolls dice, waits or touches the machine.
#[must_use]
pub fn check(files: &[File]) -> Vec<String> {
    let sources = rules_sources();
    let pure =
        |file: &&File| file.extension() == "rs" && sources.iter().any(|s| file.path.starts_with(s.as_str()));
    let mut complaints = Vec::new();
    for file in files.iter().filter(pure) {
        for (number, line) in file.production_lines() {
            let found = CALLS.iter().find(|call| line.contains(**call)).copied().or_else(|| grouped(line));
            if let Some(call) = found {
                complaints
                    .push(format!("{}:{number}: `{call}` in a rules crate: pass the value in", file.path));
            }
        }
    }
    complaints
}

/// A module taken by a grouped `use std::{…}`.
fn grouped(line: &str) -> Option<&'static str> {
    let (_, group) = line.split_once("std::{")?;
    let mut words = group.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.find_map(|word| match word {
        "fs" => Some("std::fs"),
        "net" => Some("std::net"),
        "env" => Some("std::env"),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impure_lines_are_found_only_in_rules() {
        let text =
            "use std::{collections::BTreeMap, fs};\nlet t = Timestamp::now();\n// Timestamp::now in words\n";
        assert_eq!(check(&[File::new("crates/acts/src/fir.rs", text)]).len(), 2);
        assert_eq!(check(&[File::new("crates/store/src/fir.rs", text)]).len(), 0);
        assert_eq!(check(&[File::new("crates/acts/tests/it/fir.rs", text)]).len(), 0);
    }
}
