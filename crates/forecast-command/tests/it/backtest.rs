//! Backtests on files.

use crate::files::{file, rows, said};

#[test]
fn every_method_is_measured_and_reported_three_times() {
    let folder = tempfile::tempdir().unwrap();
    let events = file(folder.path(), "events.csv.gz", &rows([435_000.0, 3_487_000.0], [1.0, 1.0]));
    let (json, html) = (folder.path().join("report.json"), folder.path().join("report.html"));
    let options = [
        "backtest",
        "--events",
        &events,
        "--crs",
        "metres",
        "--class",
        "BURGLARY",
        "--origin",
        "2015-09-01",
        "--horizon",
        "7",
        "--windows",
        "8",
        "--json",
        json.to_str().unwrap(),
        "--html",
        html.to_str().unwrap(),
    ];
    let told = said(&options).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&std::fs::read(json).unwrap()).unwrap();
    assert_eq!(report["windows"], 8);
    let page = std::fs::read_to_string(html).unwrap();
    let methods = report["methods"].as_array().unwrap();
    let names: Vec<&str> = methods.iter().filter_map(|method| method["method"].as_str()).collect();
    assert_eq!(names, ["naive365", "naive3y", "naiveall", "kde", "stkde", "hawkes", "blend"]);
    for name in names {
        assert!(told.contains(&format!("\n{name} ")) && page.contains(&format!("<th>{name}<td>")), "{name}");
    }
    // Half of all burglaries lie in one square of 144.
    let hit = methods[5]["caught"][0]["hit"].as_f64().unwrap();
    assert!((0.45..0.62).contains(&hit), "{hit}");
    assert!(methods[5]["fit_seconds"].as_f64().unwrap() > 0.0);
    let some = said(&[
        "backtest",
        "--events",
        &events,
        "--crs",
        "metres",
        "--class",
        "BURGLARY",
        "--origin",
        "2015-09-01",
        "--horizon",
        "7",
        "--windows",
        "2",
        "--methods",
        "naive365,hawkes",
    ]);
    assert_eq!(some.unwrap().lines().count(), 5);
}
