//! The frozen protocol and its measures.

use roznamcha_forecast::Study;
use roznamcha_forecast::backtest::{Method, Windows, backtest};
use roznamcha_forecast::measure::{Area, worth};

use crate::world::town;

#[test]
fn the_measures_are_what_their_names_say() {
    // Two windows of two hundred squares of 250 m: two squares are flagged at one in a hundred.
    let mut expected = vec![vec![0.01_f32; 200]; 2];
    let mut happened = vec![vec![0.0_f32; 200]; 2];
    for window in 0..2 {
        expected[window][3] = 2.0;
        expected[window][4] = 1.0;
        happened[window][3] = 2.0;
        happened[window][50] = 1.0;
        happened[window][51] = 1.0;
    }
    let worth = worth(&expected, &happened, 250.0);
    let one = worth.caught[0];
    assert_eq!((one.area, one.hit, one.error), (Area::OnePercent, 0.5, 0.0));
    assert!((one.pai - 50.0).abs() < 1e-9 && (one.pei - 2.0 / 3.0).abs() < 1e-9);
    assert!((worth.ratio - (3.0 + 1.98) / 4.0).abs() < 1e-6);
    let deviance: f64 = 2.0 * ((2.0 * (1.0_f64 / 0.01).ln()) - (4.0 - 4.98)) / 4.0;
    assert!((worth.deviance - deviance).abs() < 1e-5, "{} {deviance}", worth.deviance);
    assert_eq!(Area::ALL.map(|area| area.squares(8_298, 250.0)), [83, 415, 31, 11]);
}

#[test]
fn the_core_beats_plain_counts_where_crime_moves_and_every_method_is_measured() {
    let facts = town(9, 1_200);
    let study = Study::new(&facts, &[facts.class("burglary").unwrap()], 250.0, 17_000, 7).unwrap();
    let windows = Windows { first: 17_000, count: 20, step: 7 };
    let seconds = std::cell::Cell::new(0.0);
    let clock = || {
        seconds.set(seconds.get() + 1.0);
        seconds.get()
    };
    let outcomes = backtest(&study, &windows, &Method::ALL, &clock);
    let of = |method: Method| outcomes.iter().find(|outcome| outcome.method == method).unwrap();
    let (counts, core, blend) = (of(Method::OneYear), of(Method::Core), of(Method::Blend));
    assert!(core.worth.deviance < counts.worth.deviance && blend.worth.deviance < counts.worth.deviance);
    for outcome in &outcomes {
        assert_eq!((outcome.fit, outcome.predict), (1.0, 1.0), "the clock is asked around fit and forecast");
        assert_eq!(outcome.worth.caught.len(), 4);
    }
    for model in [core, blend] {
        assert!((0.9..1.1).contains(&model.worth.ratio), "{}", model.worth.ratio);
        let (hit, least) = (model.worth.caught[0].hit, counts.worth.caught[0]);
        assert!(hit > least.hit - least.error, "{hit} {}", least.hit);
    }
}
