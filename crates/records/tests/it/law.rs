//! The rules and the statute book speak of the same law.

use jiff::civil::date;
use roznamcha_acts::law::{Entering, Filled, Law, Takes};
use roznamcha_records::LawBook;
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

#[test]
fn the_rules_read_the_pages_of_the_registers_in_the_statute_book() {
    let law = LawBook::new(StatuteBook::built_in().unwrap());
    let page = |register: &str, part: &str| law.page(register, part, "PB", date(2026, 1, 5));
    let orders = page("3", "I").unwrap();
    assert_eq!((orders.entering, orders.diary), (Entering::Typed, None));
    let column = |key: &str| orders.columns.iter().find(|c| c.key == key).unwrap().clone();
    assert!(column("order_no").needed && column("text").takes == Takes::Lines);
    assert_eq!((column("read_over_to").filled, column("read_over_to").takes), (Filled::List, Takes::Officer));
    assert_eq!(page("5", "I").unwrap().diary.as_deref(), Some("comm_{direction}"));
    assert!(page("17", "arms").unwrap().columns.iter().any(|c| c.key == "licence_no" && c.unique));
    assert_eq!(page("8", "-").map(|p| p.entering), Some(Entering::Closed));
    assert_eq!(page("1", "-").map(|p| p.entering), Some(Entering::Posted));
    assert_eq!(page("1", "petty").map(|p| p.entering), Some(Entering::Typed));
    assert!(page("3", "main").is_none() && page("26", "-").is_none() && page("3", "IX").is_none());
    assert!(law.page("3", "I", "PB", date(1900, 1, 1)).is_none(), "before the Rules");
}
