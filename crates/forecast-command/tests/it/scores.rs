//! Scores of one window.

use roznamcha_forecast::time::written;

use crate::files::{file, rows, said};

const ORIGIN: i32 = 16_790;

fn scores(folder: &std::path::Path, events: &str, crs: &str, name: &str) -> (String, String) {
    let out = folder.join(format!("{name}.csv"));
    let (origin, out) = (written(ORIGIN), out.to_str().unwrap());
    let told = said(&[
        "--events",
        events,
        "--crs",
        crs,
        "--class",
        "burglary",
        "--origin",
        &origin,
        "--horizon",
        "7",
        "--cell",
        "250",
        "--out",
        out,
    ]);
    (std::fs::read_to_string(out).unwrap(), told.unwrap())
}

fn table(text: &str) -> Vec<[f64; 4]> {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("x,y,expected,rank"));
    let numbers = |line: &str| line.split(',').map(|number| number.parse().unwrap()).collect::<Vec<f64>>();
    lines.map(|line| numbers(line).try_into().unwrap()).collect()
}

#[test]
fn scores_are_written_for_every_square_with_a_history_in_the_file_s_own_coordinates() {
    let folder = tempfile::tempdir().unwrap();
    let metres = file(folder.path(), "metres.csv", &rows([435_000.0, 3_487_000.0], [1.0, 1.0]));
    let (text, told) = scores(folder.path(), &metres, "metres", "metres");
    let squares = table(&text);
    assert_eq!(squares.len(), 144, "{told}");
    assert_eq!(squares[0][..2], [435_125.0, 3_487_125.0], "the hot square is the first");
    assert!((13.0..15.5).contains(&squares[0][2]), "two a day and a few by chance: {}", squares[0][2]);
    assert!(squares.iter().enumerate().all(|(at, [.., rank])| *rank as usize == at + 1));
    assert!(squares.windows(2).all(|pair| pair[0][2] >= pair[1][2]));

    let foot = 1.0 / 0.3048;
    let feet = file(folder.path(), "feet.csv", &rows([435_000.0 * foot, 3_487_000.0 * foot], [foot, foot]));
    let in_feet = table(&scores(folder.path(), &feet, "feet", "feet").0);
    assert_eq!(in_feet.len(), 144);
    assert!(
        (in_feet[0][0] - 435_125.0 * foot).abs() < 0.01 && (in_feet[0][2] / squares[0][2] - 1.0).abs() < 0.01
    );

    let degree = 1.0 / 111_320.0;
    let degrees = file(folder.path(), "degrees.csv.gz", &rows([74.3, 31.5], [degree / 0.86, degree]));
    let in_degrees = table(&scores(folder.path(), &degrees, "wgs84", "degrees").0);
    assert!((in_degrees[0][0] - 74.3).abs() < 0.006 && (in_degrees[0][1] - 31.5).abs() < 0.006);
}

#[test]
fn what_comes_later_and_what_officers_found_changes_no_byte() {
    let folder = tempfile::tempdir().unwrap();
    let plain = rows([435_000.0, 3_487_000.0], [1.0, 1.0]);
    let known: String =
        plain.lines().filter(|line| **line < *written(ORIGIN)).map(|line| format!("{line}\n")).collect();
    let found: String = known
        .lines()
        .step_by(3)
        .map(|line| format!("{}\n", line.replace("victim", "officer-initiated").replace(",4350", ",4390")))
        .chain(known.lines().step_by(5).map(|line| format!("{}\n", line.replace("BURGLARY", "NARCOTICS"))))
        .collect();
    let later = format!("{} 00:00,ARSON,victim,1.0,2.0\n", written(ORIGIN));
    let first = scores(folder.path(), &file(folder.path(), "a.csv", &known), "metres", "a").0;
    let packed = file(folder.path(), "b.csv.gz", &format!("{later}{found}{plain}"));
    let (second, told) = scores(folder.path(), &packed, "metres", "b");
    assert_eq!(first, second);
    assert!(
        told.contains("officer-initiated") && told.contains("class that police activity makes"),
        "{told}"
    );
}

#[test]
fn what_cannot_be_forecast_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let events = file(folder.path(), "events.csv", &rows([435_000.0, 3_487_000.0], [1.0, 1.0]));
    let out = folder.path().join("out.csv");
    let asked = |crs: &str, class: &str, origin: &str, horizon: &str| {
        let out = out.to_str().unwrap();
        let options = [
            "--events",
            &events,
            "--crs",
            crs,
            "--class",
            class,
            "--origin",
            origin,
            "--horizon",
            horizon,
            "--out",
            out,
        ];
        said(&options).unwrap_err().to_string()
    };
    assert!(asked("wgs84", "BURGLARY", "2015-01-01", "7").contains("no degrees"));
    let unknown = asked("metres", "ARSON", "2015-01-01", "7");
    assert_eq!(unknown, "no class `ARSON` before 2015-01-01; there are BURGLARY, THEFT");
    assert!(asked("metres", "Narcotics", "2015-01-01", "7").contains("no forecast is made of it"));
    assert!(asked("metres", "THEFT", "2015-01-01", "0").contains("a window of 0 days"));
    assert!(asked("metres", "THEFT", "1999-01-01", "7").contains("no crime"));
    assert!(!out.exists());
}

#[test]
fn the_details_carry_reasons_and_papers() {
    let folder = tempfile::tempdir().unwrap();
    let events = file(folder.path(), "events.csv", &rows([435_000.0, 3_487_000.0], [1.0, 1.0]));
    let (out, details) = (folder.path().join("out.csv"), folder.path().join("details.json"));
    let options = [
        "--events",
        &events,
        "--crs",
        "metres",
        "--class",
        "BURGLARY",
        "--origin",
        "2015-11-01",
        "--horizon",
        "28",
        "--out",
        out.to_str().unwrap(),
        "--details",
        details.to_str().unwrap(),
    ];
    said(&options).unwrap();
    let details: serde_json::Value = serde_json::from_slice(&std::fs::read(details).unwrap()).unwrap();
    assert_eq!(
        (details["cut_off"].as_str(), details["expires"].as_str()),
        (Some("2015-11-01"), Some("2015-11-29"))
    );
    let first = &details["cells"][0];
    assert!(
        first["interval"][0].as_u64().unwrap() > 0 && first["reasons"]["long_run"].as_f64().unwrap() > 0.0
    );
    assert!(details["use"].as_str().unwrap().contains("Not a ground to stop anyone"));
}
