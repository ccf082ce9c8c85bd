use roznamcha_prints_bench::figures::{Figures, Trial, figures, intervals};

fn trials(genuine: &[f32], impostors: &[f32]) -> Vec<Trial> {
    let of = |score: &f32, other| Trial { finger: 1, other, score: *score };
    genuine.iter().map(|s| of(s, 1)).chain(impostors.iter().map(|s| of(s, 2))).collect()
}

#[test]
fn scores_that_do_not_overlap_give_no_error() {
    assert_eq!(figures(&trials(&[5.0, 6.0], &[1.0, 2.0]), |_| 1.0), Figures::default());
}

#[test]
fn rates_are_counted_by_hand() {
    // ten genuine 1..=10; two hundred impostors 0, but two of them 4.5 and one 8.5
    let genuine: Vec<f32> = (1..=10).map(|score| score as f32).collect();
    let mut impostors = vec![0.0; 197];
    impostors.extend([4.5, 4.5, 8.5]);
    let found = figures(&trials(&genuine, &impostors), |_| 1.0);
    // none taken: from 9 up; one in a thousand is none of two hundred; one in a hundred is two: from 5 up
    assert!((found.at_0 - 0.8).abs() < 1e-9 && (found.at_1_permille - 0.8).abs() < 1e-9);
    assert!((found.at_1_percent - 0.4).abs() < 1e-9);
    // from 1 up: 0 refused, three of two hundred taken
    assert!((found.eer - 0.0075).abs() < 1e-9, "{}", found.eer);
}

#[test]
fn equal_scores_are_taken_or_refused_together() {
    let found = figures(&trials(&[3.0, 3.0], &[3.0, 3.0]), |_| 1.0);
    assert_eq!(found.rates(), [0.5, 1.0, 1.0, 1.0]);
}

#[test]
fn fingers_drawn_again_give_the_same_interval_every_time_around_the_rate() {
    let mut all = Vec::new();
    for finger in 0..10_u32 {
        for other in finger..10 {
            let score = if finger == other { 10.0 - finger as f32 } else { (finger * other) as f32 / 12.0 };
            all.push(Trial { finger, other, score });
        }
    }
    let first = intervals(&all, 200);
    assert_eq!(first, intervals(&all, 200));
    let rates = figures(&all, |_| 1.0).rates();
    for ((low, high), rate) in first.into_iter().zip(rates) {
        assert!(low <= rate && rate <= high && low < high, "{rate} in {low} to {high}");
    }
}
