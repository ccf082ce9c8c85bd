//! Every message key named in the pages' code and templates is in both languages.

use roznamcha_words::Words;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Calls whose first argument is a key, and how many arguments stand before the key.
const CALLS: &[(&str, usize)] = &[
    (".t(", 0),
    (".n(", 0),
    (".with(", 0),
    ("say(", 0),
    (".urdu(", 1),
    (".ltr(", 1),
    (".when(", 1),
    (".lines(", 1),
    (".select(", 1),
    (".field(Look::Tall, ", 1),
    (".field(Look::English, ", 1),
    (".field(Look::Day, ", 1),
];

/// Keys put together at run time: what they begin with, and every ending.
const MADE: &[(&str, &[&str])] = &[
    ("relation-", &["son-of", "daughter-of", "wife-of", "widow-of"]),
    ("gender-", &["male", "female", "x"]),
    ("bearing-", &["here", "n", "ne", "e", "se", "s", "sw", "w", "nw"]),
    ("mark-", &["signature", "left-thumb", "right-thumb", "written"]),
    ("seal-", &["protected-offence", "child-victim", "juvenile-accused", "informer", "court-order"]),
    ("copy-", &["station", "dpo", "magistrate", "complainant"]),
    ("fir-done-", &["sign", "despatch", "seal", "unseal", "correct", "attest", "expunge"]),
    ("same-", &["cnic", "phone", "sections", "hour"]),
];

fn files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs" || e == "html") {
            found.push(path);
        }
    }
}

/// The string literal that is the argument after `skip` others, if it is one.
fn literal(text: &str, skip: usize) -> Option<&str> {
    let mut rest = text.trim_start();
    for _ in 0..skip {
        rest = rest.split_once(", ")?.1.trim_start();
    }
    let word = rest.strip_prefix('"')?.split('"').next()?;
    let like_key = word.contains(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !word.ends_with('-');
    like_key.then_some(word)
}

#[test]
fn every_key_is_in_both_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    files(&root.join("src"), &mut all);
    files(&root.join("templates"), &mut all);
    files(&root.join("../sheets/src"), &mut all);
    let words = Words::load().unwrap();
    let mut missing = BTreeSet::new();
    let mut seen = 0;
    for path in all {
        let text = std::fs::read_to_string(&path).unwrap();
        for (call, skip) in CALLS {
            for after in text.split(call).skip(1) {
                // These also take names of fields, which have no hyphen; their keys all have one.
                let names = *skip > 0 || *call == ".n(";
                let key = literal(after, *skip).filter(|k| !names || k.contains('-'));
                let Some(key) = key else { continue };
                seen += 1;
                if !words.has(key) {
                    missing.insert(format!("{key} ({})", path.display()));
                }
            }
        }
    }
    for (before, endings) in MADE {
        let keys = endings.iter().map(|e| format!("{before}{e}"));
        missing.extend(keys.filter(|k| !words.has(k)));
    }
    assert!(seen > 100, "only {seen} keys were found");
    assert!(missing.is_empty(), "not in both languages: {missing:#?}");
}

/// Every code with which the rules may refuse an act has its words.
#[test]
fn every_refusal_is_in_both_languages() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all = Vec::new();
    for sources in ["acts/src", "records/src", "sheets/src", "api/src"] {
        files(&crates.join(sources), &mut all);
    }
    let words = Words::load().unwrap();
    let mut missing = BTreeSet::new();
    for path in all {
        let text = std::fs::read_to_string(path).unwrap();
        for before in ["\"fault-", "\"order-", "\"unreadable-"] {
            for after in text.split(before).skip(1) {
                let key = format!("{}{}", before.trim_start_matches('"'), after.split('"').next().unwrap());
                if !words.has(&key) {
                    missing.insert(key);
                }
            }
        }
    }
    assert!(missing.is_empty(), "not in both languages: {missing:#?}");
}
