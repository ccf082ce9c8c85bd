//! Files linked and measured.

use std::path::{Path, PathBuf};

use roznamcha_linkage_bench::{BenchError, Plan, ReadError, bench, json, make, text};

/// Lines of nobody's books as a file.
fn file(folder: &Path, count: usize) -> PathBuf {
    let path = folder.join("books.csv");
    make(&path, count, 11).unwrap();
    path
}

fn plan(path: PathBuf) -> Plan {
    Plan { files: vec![path], truth: "cluster".to_owned(), ..Plan::default() }
}

#[test]
fn persons_of_nobody_are_found_and_the_figures_are_true_to_themselves() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(folder.path(), 8_000);
    let outcome = bench(&plan(path.clone())).unwrap();
    assert_eq!(outcome.records, 8_000);
    assert_eq!(outcome.ignored, ["id", "cluster", "station"]);
    assert!(outcome.pair_best.f1 > 0.6 && outcome.cluster_best.f1 > 0.6, "{}", text(&outcome));
    assert!(outcome.pair.f1 <= outcome.pair_best.f1 + 1e-9);
    assert!(outcome.ceiling >= outcome.pair.recall);
    let machine: serde_json::Value = serde_json::from_str(&json(&outcome).unwrap()).unwrap();
    assert_eq!(machine["records"], 8_000);
    // The halves hold all the pairs between them.
    let half = |half| bench(&Plan { half: Some(half), ..plan(path.clone()) }).unwrap().true_pairs;
    assert!((half(0) + half(1) - outcome.true_pairs).abs() < 1e-6);
}

#[test]
fn a_model_that_was_saved_gives_the_same_persons() {
    let folder = tempfile::tempdir().unwrap();
    let (path, model) = (file(folder.path(), 4_000), folder.path().join("model.json"));
    let learned = bench(&Plan { save: Some(model.clone()), ..plan(path.clone()) }).unwrap();
    let again = bench(&Plan { model: Some(model.clone()), ..plan(path.clone()) }).unwrap();
    assert!((again.cluster.f1 - learned.cluster.f1).abs() < 1e-6);
    assert!((again.pair.f1 - learned.pair.f1).abs() < 1e-6);
    let other = Plan { roles: vec![("phone".to_owned(), "ignored".parse().unwrap())], ..plan(path) };
    let foreign = bench(&Plan { model: Some(model), ..other });
    assert!(matches!(foreign, Err(BenchError::Foreign(_))));
}

#[test]
fn a_column_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(folder.path(), 10);
    let lost = bench(&Plan { truth: "who".to_owned(), ..plan(path) });
    assert!(matches!(lost, Err(BenchError::Read(ReadError::Column { column, .. })) if column == "who"));
}
