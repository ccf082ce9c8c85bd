//! Files: what is taken, what is refused and counted, what is told.

use roznamcha_forecast::{
    Columns, Crs, Facts, LoadError, Loaded, Loader, Refusal, is_discovered, told, without_strays,
};

fn columns() -> Columns {
    let some = |name: &str| Some(name.to_owned());
    Columns {
        time: "date".to_owned(),
        x: "x".to_owned(),
        y: "y".to_owned(),
        until: some("until"),
        class: some("class"),
        source: some("source"),
        id: some("id"),
        ..Columns::default()
    }
}

const HEADING: &str = "id,date,until,class,source,x,y\n";

fn read(rows: &str, crs: Crs) -> Result<Loaded, LoadError> {
    let columns = columns();
    let mut loader = Loader::new(&columns, crs);
    loader.read(format!("{HEADING}{rows}").as_bytes())?;
    loader.finish()
}

#[test]
fn every_row_that_cannot_be_used_is_counted_by_its_reason() {
    let rows = "1,2015-01-01 10:00,,BURGLARY,victim,500,600\r\n\
        1,2015-01-01,,BURGLARY,victim,500,600\n\
        2,2015-02-30,,BURGLARY,,500,600\n\
        3,,,BURGLARY,,500,600\n\
        4,2015-01-05,2015-01-04,BURGLARY,,500,600\n\
        5,2015-01-05,2017-01-04,BURGLARY,,500,600\n\
        6,2015-01-01,,BURGLARY,,,600\n\
        7,2015-01-01,,BURGLARY,,0,0\n\
        8,2015-01-01,,BURGLARY,,east,600\n\
        9,2015-01-01,,,,500,600\n\
        10,2015-01-01,,BURGLARY,Officer-initiated,500,600\n\
        11,2015-01-01,,NARCOTICS,victim,500,600\n\
        12,2015-01-01\n\n\
        13,2015-01-01,2015-01-03,\"ROBBERY, \"\"armed\"\"\nat night\",alarm,\"500\",600";
    let loaded = read(rows, Crs::Metres).unwrap();
    assert_eq!(loaded.rows, 14);
    assert_eq!(loaded.facts.len(), 2);
    let last = loaded.facts.iter().last().unwrap();
    assert_eq!(loaded.facts.class_name(last.class), "ROBBERY, \"armed\"\nat night");
    assert_eq!((last.to - last.from, last.x), (2 * 1440, 500.0));
    let reasons: Vec<(Refusal, u64)> = loaded.refused.into_iter().collect();
    let once =
        [Refusal::TooShort, Refusal::NoTime, Refusal::ImpossibleDate, Refusal::EndsFirst, Refusal::Whenever];
    let expected = once.into_iter().map(|why| (why, 1)).chain([
        (Refusal::NoPlace, 2),
        (Refusal::NotANumber, 1),
        (Refusal::NoClass, 1),
        (Refusal::OfficerInitiated, 1),
        (Refusal::Discovered, 1),
        (Refusal::Again, 1),
    ]);
    assert_eq!(reasons, expected.collect::<Vec<_>>());
}

#[test]
fn a_file_that_is_not_what_was_promised_says_so() {
    let row =
        |x: &str, y: &str| format!("1,2015-01-01,,BURGLARY,,{x},{y}\n2,2015-01-01,,BURGLARY,,{x},{y}\n");
    let said = |rows: &str, crs| read(rows, crs).unwrap_err().to_string();
    assert!(said(&row("74.3", "31.5"), Crs::Metres).contains("--crs wgs84"));
    assert!(said(&row("435000", "3487000"), Crs::Wgs84).contains("--crs metres"));
    assert!(said(&row("31.5", "-118.2"), Crs::Wgs84).contains("swap the two columns"));
    assert!(said("1,2015-02-30,,BURGLARY,,5,6\n", Crs::Metres).contains("1 impossible date"));
    let mut columns = columns();
    columns.class = Some("offence".to_owned());
    let error = Loader::new(&columns, Crs::Metres).read(HEADING.as_bytes()).unwrap_err().to_string();
    assert_eq!(error, "no column `offence`; there are id, date, until, class, source, x, y");
    assert!(matches!(Loader::new(&columns, Crs::Metres).read(&b""[..]), Err(LoadError::Empty)));
}

#[test]
fn rows_of_any_length_are_read_across_the_reader_s_chunks() {
    let long = "x".repeat(300_000);
    let rows: String =
        (0..12).map(|number| format!("{number},2015-01-01,,\"A,{long}\",,500,{}\n", 600 + number)).collect();
    let loaded = read(&rows, Crs::Metres).unwrap();
    assert_eq!(
        loaded.facts.iter().map(|fact| fact.y as i32).collect::<Vec<_>>(),
        (600..612).collect::<Vec<_>>()
    );
}

#[test]
fn classes_that_police_activity_makes_are_known_by_their_stems() {
    for made in
        ["NARCOTICS", "Other Narcotic Violation", "drug offences", "Arrest warrant", "Vice", "Non - Criminal"]
    {
        assert!(is_discovered(made), "{made}");
    }
    for reported in
        ["DECEPTIVE PRACTICE", "THEFT", "Criminal damage", "Theft from Vehicle", "SERVICE STATION ROBBERY"]
    {
        assert!(!is_discovered(reported), "{reported}");
    }
}

#[test]
fn what_lies_far_off_is_left_out_and_swapped_coordinates_are_named() {
    let rows: String = (0..500)
        .map(|n| format!("{n},2015-01-01,,BURGLARY,,{},{}\n", 435_000 + 20 * n, 3_487_000 + 13 * n))
        .chain([
            "900,2015-01-01,,BURGLARY,,3487100,435100\n".to_owned(),
            "901,2015-01-01,,BURGLARY,,5,3487100\n".to_owned(),
        ])
        .collect();
    let loaded = read(&rows, Crs::Metres).unwrap();
    let (kept, far): (Facts, _) = without_strays(&loaded.facts, 10_000.0);
    assert_eq!(kept.len(), 500);
    assert_eq!(told(&far), "1 coordinates swapped, 1 far from all others");
}
