//! The forecast of a window.

use roznamcha_forecast::{Facts, Forecast, GridError, Study, StudyError};

use crate::world::{at, town};

const ORIGIN: i32 = 16_900;

fn study(facts: &Facts, class: &str, cell: f64) -> Result<Study, StudyError> {
    Study::new(facts, &[facts.class(class).unwrap()], cell, ORIGIN, 7)
}

#[test]
fn hot_places_come_first_and_the_counts_are_about_right() {
    let facts = town(3, 900);
    let forecast = Forecast::new(&study(&facts, "burglary", 250.0).unwrap(), ORIGIN);
    let hot = |[x, y]: [f64; 2]| {
        [[1_200.0, 1_200.0], [3_400.0, 1_000.0], [2_500.0, 4_200.0]]
            .iter()
            .any(|[a, b]| (x - a).abs() < 250.0 && (y - b).abs() < 250.0)
    };
    assert!(forecast.cells.iter().take(6).all(|cell| hot(cell.centre)));
    let expected: f64 = forecast.cells.iter().map(|cell| cell.expected).sum();
    assert!(
        (46.0..60.0).contains(&expected),
        "6 a day, a quarter of them followed: 52.5 a week, not {expected}"
    );
    for cell in &forecast.cells {
        let [x, y] = cell.centre.map(|metres| (metres / 250.0).rem_euclid(1.0));
        assert!((x - 0.5).abs() < 1e-9 && (y - 0.5).abs() < 1e-9, "edges lie at whole multiples");
        let reasons = [cell.reasons.long_run, cell.reasons.last_fortnight, cell.reasons.next_door];
        assert!(reasons.iter().all(|share| (0.0..=1.0).contains(share)), "{reasons:?}");
        assert!(cell.reasons.long_run + cell.reasons.last_fortnight <= 1.0 + 1e-6);
        assert!(
            f64::from(cell.interval[0]) <= cell.expected && cell.expected < f64::from(cell.interval[1]) + 1.0
        );
    }
    let ordered = forecast.cells.windows(2).all(|pair| pair[0].expected >= pair[1].expected);
    assert!(ordered);
    assert_eq!(
        (forecast.paper.cut_off.as_str(), forecast.paper.expires.as_str()),
        ("2016-04-09", "2016-04-16")
    );
}

#[test]
fn a_square_struck_last_week_says_so() {
    let mut facts = town(5, 900);
    for number in 0..12 {
        let fact = at(&mut facts, "burglary", ORIGIN - 6, [4_625.0, 2_625.0 + f64::from(number)]);
        facts.push(fact);
    }
    let forecast = Forecast::new(&study(&facts, "burglary", 250.0).unwrap(), ORIGIN);
    let struck = forecast.cells.iter().find(|cell| cell.centre == [4_625.0, 2_625.0]).unwrap();
    let beside = forecast.cells.iter().find(|cell| cell.centre == [4_875.0, 2_625.0]).unwrap();
    let away = |[x, y]: [f64; 2]| (x - 4_625.0).abs() > 1_000.0 || (y - 2_625.0).abs() > 1_000.0;
    let others =
        forecast.cells.iter().filter(|cell| away(cell.centre)).map(|cell| cell.reasons.last_fortnight);
    let mean = others.clone().sum::<f64>() / others.count() as f64;
    assert!(struck.reasons.last_fortnight > 2.0 * mean, "{:?} {mean}", struck.reasons);
    assert!(beside.reasons.next_door > struck.reasons.next_door, "{:?} {:?}", beside.reasons, struck.reasons);
}

#[test]
fn little_is_forecast_from_little_and_nothing_from_nothing() {
    let mut one = Facts::default();
    for day in [ORIGIN - 300, ORIGIN - 2] {
        let fact = at(&mut one, "burglary", day, [10.0, 10.0]);
        one.push(fact);
    }
    let forecast = Forecast::new(&study(&one, "burglary", 250.0).unwrap(), ORIGIN);
    assert_eq!(forecast.cells.len(), 1);
    assert!((0.01..1.0).contains(&forecast.cells[0].expected), "{}", forecast.cells[0].expected);
    let mut late = Facts::default();
    let fact = at(&mut late, "burglary", ORIGIN, [10.0, 10.0]);
    late.push(fact);
    assert_eq!(study(&late, "burglary", 250.0).unwrap_err(), StudyError::Grid(GridError::Empty));
    assert_eq!(study(&one, "burglary", 0.0).unwrap_err(), StudyError::Grid(GridError::Size(0.0)));
    let other = at(&mut one, "theft", ORIGIN + 5, [10.0, 10.0]);
    one.push(other);
    assert_eq!(study(&one, "theft", 250.0).unwrap_err(), StudyError::NoneOfTheClass);
    let far = at(&mut one, "burglary", ORIGIN - 5, [1e9, 1e9]);
    one.push(far);
    assert!(matches!(study(&one, "burglary", 250.0), Err(StudyError::Grid(GridError::TooLarge { .. }))));
}

#[test]
fn a_crime_of_uncertain_time_counts_once() {
    let mut facts = town(11, 900);
    let class = facts.class("burglary").unwrap();
    let whole = Forecast::new(&study(&facts, "burglary", 250.0).unwrap(), ORIGIN);
    facts = facts.only(|fact| fact.class == class || fact.known < ORIGIN * 1440);
    let mut vague = Facts::default();
    for name in ["burglary", "theft"] {
        vague.class_of(name);
    }
    for fact in facts.iter() {
        let class = vague.class_of(facts.class_name(fact.class)).unwrap();
        let later = fact.known + 2 * 1440;
        let (from, to) =
            if later < ORIGIN * 1440 { (fact.from - 1440, fact.to + 1440) } else { (fact.from, fact.to) };
        vague.push(roznamcha_forecast::Fact { from, to, known: fact.known.max(to), class, ..fact });
    }
    let blurred = Forecast::new(&study(&vague, "burglary", 250.0).unwrap(), ORIGIN);
    let sum = |forecast: &Forecast| forecast.cells.iter().map(|cell| cell.expected).sum::<f64>();
    assert!((sum(&blurred) / sum(&whole) - 1.0).abs() < 0.1, "{} {}", sum(&blurred), sum(&whole));
}
