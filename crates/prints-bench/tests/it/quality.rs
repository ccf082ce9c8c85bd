use std::time::Duration;

use roznamcha_prints::Quality;
use roznamcha_prints::quality::Measures;
use roznamcha_prints_bench::quality::fit::fit;
use roznamcha_prints_bench::quality::{Judged, Trial, agreement, refused};

fn judged(finger: u32, certainty: f32, worth: f64) -> Judged {
    let measures = Measures { area: 200.0, certainty, ..Measures::default() };
    Judged { finger, quality: Quality::from(measures), worth }
}

/// Two fingers of four prints; the last print of each is bad, and its genuine pairs fail.
fn trial() -> Trial {
    let prints: Vec<Judged> = (0..8)
        .map(|at| judged(at / 4, if at % 4 == 3 { 0.1 } else { 0.9 }, if at % 4 == 3 { 1.0 } else { 9.0 }))
        .collect();
    let mut pairs = Vec::new();
    for a in 0..8_usize {
        for b in a + 1..8 {
            let bad = a % 4 == 3 || b % 4 == 3;
            pairs.push((a, b, if a / 4 == b / 4 && !bad { 12.0 } else { 1.0 }));
        }
    }
    Trial { set: "made".to_owned(), prints, pairs, cost: (Duration::ZERO, Duration::ZERO) }
}

#[test]
fn leaving_out_the_bad_prints_leaves_no_errors() {
    let trial = trial();
    let certain = |print: &Judged| f64::from(print.quality.measures.certainty);
    assert_eq!(refused(&trial, 0.0, certain), (0.5, 12));
    assert_eq!(refused(&trial, 0.25, certain), (0.0, 6));
    // the other way round four good ones go, three of them the first finger's: of 5-6, 5-7 and 6-7 two fail
    assert_eq!(refused(&trial, 0.5, |print| -certain(print)), (2.0 / 3.0, 3));
}

#[test]
fn agreement_is_that_of_orders() {
    let rising: Vec<(f64, f64)> = (0..9).map(|at| (f64::from(at), f64::from(at * at))).collect();
    assert!((agreement(&rising) - 1.0).abs() < 1e-9);
    let falling: Vec<(f64, f64)> = rising.iter().map(|(a, b)| (*a, -b)).collect();
    assert!((agreement(&falling) + 1.0).abs() < 1e-9);
    // ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4
    let ties = agreement(&[(1.0, 1.0), (2.0, 3.0), (2.0, 2.0), (3.0, 4.0)]);
    assert!((ties - 4.5 / (4.5_f64 * 5.0).sqrt()).abs() < 1e-9, "{ties}");
}

#[test]
fn the_fit_finds_what_the_worth_hangs_on() {
    let mut trial = trial();
    trial.prints = (0..60_u8)
        .map(|at| {
            let certainty = 0.2 + f32::from(at % 10) * 0.08;
            judged(u32::from(at / 6), certainty, 3.0 + 10.0 * f64::from(certainty))
        })
        .collect();
    let found = fit(&[trial]);
    let [certainty, .., constant] = found.terms;
    assert!((certainty - 10.0).abs() < 1.0 && (constant - 3.0).abs() < 0.6, "{found:?}");
    assert!(found.others > 0.99 && found.prints == 60, "{found:?}");
}
