//! An administrator's edited files and lists of stations.

use proptest::prelude::*;
use roznamcha_statute::{OfficeKind, OfficeLine, Problem, Sources, StatuteBook, StatuteError};

use crate::book;

fn faults_of(name: &str, edit: impl Fn(&str) -> String) -> Vec<String> {
    let mut sources = Sources::built_in();
    let text = edit(sources.text(name).unwrap());
    sources.replace(name, text).unwrap();
    match StatuteBook::from_sources(&sources) {
        Err(StatuteError::Invalid(faults)) => faults.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_edited_file_is_used() {
    let mut sources = Sources::built_in();
    let edited =
        sources.text("offences.csv").unwrap().replace("Acts done by several persons", "Common intention");
    sources.replace("offences.csv", edited).unwrap();
    let book = StatuteBook::from_sources(&sources).unwrap();
    assert!(book.offence(&"PPC-34".parse().unwrap()).unwrap().en.starts_with("Common intention"));
}

#[test]
fn an_amended_section_may_have_a_row_for_each_period() {
    let mut sources = Sources::built_in();
    let text = sources.text("offences.csv").unwrap();
    let row = text.lines().find(|l| l.starts_with("PPC-379,")).unwrap();
    let old = row.replacen("1862-01-01,", "1862-01-01,2027-01-01", 1);
    let new = row.replacen("1862-01-01", "2027-01-01", 1).replacen("3y", "5y", 1);
    let text = text.replace(row, &format!("{old}\n{new}"));
    sources.replace("offences.csv", text).unwrap();
    let book = StatuteBook::from_sources(&sources).unwrap();
    let code = "PPC-379".parse().unwrap();
    let years =
        |day| book.offence_on(&code, roznamcha_statute::Province::Sindh, day).unwrap().maximum.years();
    assert_eq!(years(jiff::civil::date(2026, 12, 31)), Some(3));
    assert_eq!(years(jiff::civil::date(2027, 1, 1)), Some(5));
}

#[test]
fn every_fault_is_named_with_its_line() {
    let broken = faults_of("ranks.csv", |text| text.replacen(",7,7,1,", ",seven,7,1,", 1));
    assert_eq!(
        broken,
        ["ranks.csv line 2, column `bps_from`: `seven` does not read: invalid digit found in string"]
    );
    let claimed = faults_of("ranks.csv", |text| text.replacen(",no,M,", ",yes,M,", 1));
    assert!(claimed[0].contains("cannot be verified"), "{claimed:?}");
    let twice = faults_of("heads.csv", |text| format!("{text}{}\n", text.lines().nth(1).unwrap()));
    assert!(twice[0].contains("already given on line 2"), "{twice:?}");
    let lost = faults_of("heads.csv", |text| text.replacen("murder,", "homicide,", 1));
    assert!(
        lost.iter().any(|f| f.contains("offences.csv") && f.contains("`murder` is not in heads.csv")),
        "{lost:?}"
    );
    let latin = faults_of("roles.csv", |text| text.replacen("محرر", "moharrar", 1));
    assert!(latin[0].contains("not in Urdu script"), "{latin:?}");
    let headless = faults_of("bases.csv", |text| text.replacen("citation", "source", 1));
    assert!(headless[0].contains("column `citation`: the column is missing"), "{headless:?}");
    let cyclic =
        faults_of("offices.csv", |text| text.replacen("PK-PB,province,PK,", "PK-PB,province,PK-PB-LHR,", 1));
    assert!(cyclic.iter().any(|f| f.contains("its own ancestor")), "{cyclic:?}");
}

#[test]
fn an_unknown_file_is_refused() {
    let error = Sources::built_in().replace("offense.csv", "").unwrap_err();
    assert!(error.to_string().contains("`offense.csv` is not a file"), "{error}");
}

#[test]
fn stations_are_read_line_by_line() {
    let text = "code,kind,parent,en,ur\n\
        PS-LHR-DEMO,police_station,PK-PB-LHR,Demo Station,تھانہ نمونہ\n\
        PS-LHR-BAD,thana,PK-PB-LHR,Bad,خراب\n\
        PS-LHR-DEMO,police_station,PK-PB-LHR,Again,دوبارہ\n\
        PS-LHR-LATIN,police_station,PK-PB-LHR,Latin,Latin\n\
        short,line\n\
        PK-PB-NEW,district,PK-PB,New,نیا\n\
        CC-LHR,complaint_centre,PK-PB-NOWHERE,Centre,مرکز شکایات\n";
    let read = OfficeLine::parse_csv(text);
    let lines: Vec<_> = read.lines.iter().map(|l| (l.line, l.code.as_str(), l.kind)).collect();
    assert_eq!(
        lines,
        [(2, "PS-LHR-DEMO", OfficeKind::PoliceStation), (8, "CC-LHR", OfficeKind::ComplaintCentre)]
    );
    let faults: Vec<_> = read.errors.iter().map(|e| e.line).collect();
    assert_eq!(faults, [3, 4, 5, 6, 7]);
    let lost = book().check_lines(&read.lines);
    assert_eq!(lost.len(), 1);
    assert!(matches!(&lost[0].problem, Problem::Unknown { value, .. } if value == "PK-PB-NOWHERE"));
}

proptest! {
    #[test]
    fn any_text_as_a_list_of_stations_is_read_or_refused(text in "\\PC{0,300}") {
        let read = OfficeLine::parse_csv(&format!("code,kind,parent,en,ur\n{text}"));
        prop_assert!(read.lines.len() + read.errors.len() <= text.lines().count().max(1));
    }
}
