//! The rules and the statute book speak of the same law.

use roznamcha_statute::{BasisCode, StatuteBook};
use std::path::Path;

/// The Rust files of a folder and the folders in it.
fn sources(dir: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    for path in std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            texts.extend(sources(&path));
        } else {
            texts.push(std::fs::read_to_string(&path).unwrap());
        }
    }
    texts
}

#[test]
fn every_basis_an_act_cites_stands_in_the_statute_book() {
    let book = StatuteBook::built_in().unwrap();
    let kinds = concat!(env!("CARGO_MANIFEST_DIR"), "/../acts/src/kinds");
    let mut cited = 0;
    for text in sources(Path::new(kinds)) {
        for list in text.split("fn basis(&self)").skip(1) {
            let body = list.split('}').next().unwrap();
            for code in body.split('"').skip(1).step_by(2) {
                let known = BasisCode::new(code).ok().and_then(|c| book.basis(&c).cloned());
                assert!(known.is_some(), "basis `{code}` is not in the statute book");
                cited += 1;
            }
        }
    }
    assert!(cited > 15, "only {cited} found: the search of this test no longer fits the source");
}
