use proptest::prelude::*;
use roznamcha_prints::{Classical, ExtractError, GrayImage, Quality, Reason};

use crate::drawn::{Dice, FLAT, Finger, Laid, SIDE};

fn quality(image: &GrayImage) -> Result<Quality, ExtractError> {
    Ok(Classical::new().judged(image)?.1)
}

/// A drawn finger whose pixels are changed by their place (from the middle) and grey.
fn changed(seed: u64, change: impl Fn(f32, f32, f32) -> f32) -> Quality {
    let image = Finger::new(seed).laid(Laid { noise: 20.0, seed, ..FLAT });
    let middle = SIDE as f32 / 2.0;
    let pixels = image.pixels().iter().enumerate().map(|(at, grey)| {
        let (x, y) = ((at % SIDE) as f32 - middle, (at / SIDE) as f32 - middle);
        change(x, y, f32::from(*grey)).clamp(0.0, 255.0) as u8
    });
    quality(&GrayImage::new(SIDE, SIDE, 500, pixels.collect()).unwrap()).unwrap()
}

/// From 0 to 1, the same over three pixels.
fn grain(x: f32, y: f32) -> f32 {
    let mut dice = Dice::new(((x / 3.0).floor() * 631.0 + (y / 3.0).floor()).abs() as u64 + 7);
    (0..3).map(|_| dice.roll()).last().unwrap_or_default()
}

fn as_it_is(seed: u64) -> Quality {
    changed(seed, |_, _, grey| grey)
}

#[test]
fn a_good_print_has_a_high_score_and_no_reason() {
    for seed in 1..=4 {
        let good = as_it_is(seed);
        assert!(good.score >= 70, "{good:?}");
        assert_eq!(good.reasons, []);
    }
}

#[test]
fn each_fault_lowers_the_score_and_is_named_first() {
    for seed in 1..=4 {
        let good = as_it_is(seed).score;
        let partial = changed(seed, |x, y, grey| if x.hypot(y) < 45.0 { grey } else { 235.0 });
        // hardly darker than the paper, which is not wholly even itself
        let faint = changed(seed, |x, y, grey| 190.0 + (grey - 128.0) * 0.06 + grain(x, y) * 20.0);
        // only the crests of ridges touch, here and there, as dots
        let dry = changed(seed, |x, y, grey| if grey < 80.0 && grain(x, y) < 0.25 { 60.0 } else { 235.0 });
        // only the deepest valleys are free, and patches are all black
        let wet = changed(seed, |x, y, grey| {
            let free = 170.0 + 90.0 * (x * 0.05 + 1.0).sin() * (y * 0.06).cos();
            if grey > free { 200.0 } else { 30.0 }
        });
        for (fault, reason) in
            [(partial, Reason::Partial), (faint, Reason::LowContrast), (dry, Reason::Dry), (wet, Reason::Wet)]
        {
            assert_eq!(fault.reasons.first(), Some(&reason), "finger {seed}: {fault:?}");
            assert!(fault.score + 10 < good, "finger {seed}: {fault:?} against {good}");
        }
    }
}

#[test]
fn more_noise_never_makes_a_better_print() {
    for seed in 5..=7 {
        let of = |noise| quality(&Finger::new(seed).laid(Laid { noise, seed, ..FLAT })).unwrap().score;
        let scores = [20.0, 160.0, 320.0, 640.0].map(of);
        assert!(scores.is_sorted_by(|a, b| a >= b) && scores[0] > scores[3] + 20, "{scores:?}");
    }
}

#[test]
fn an_empty_glass_and_pure_noise_have_no_ridges() {
    let blank = GrayImage::new(300, 300, 500, vec![200; 90_000]).unwrap();
    let noise = GrayImage::new(
        300,
        300,
        500,
        (0..90_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect(),
    );
    for image in [blank, noise.unwrap()] {
        let none = quality(&image).unwrap();
        assert_eq!((none.score, none.reasons.as_slice()), (0, [Reason::NoRidges].as_slice()), "{none:?}");
    }
}

#[test]
fn a_resolution_that_cannot_be_is_no_low_quality() {
    let small = GrayImage::new(60, 60, 2_000, vec![0; 3_600]).unwrap();
    assert!(matches!(quality(&small), Err(ExtractError::Size { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_image_has_a_quality_and_always_the_same(
        width in 32_usize..160, height in 32_usize..160, pixels in prop::collection::vec(any::<u8>(), 1..400)
    ) {
        let pixels = pixels.iter().copied().cycle().take(width * height).collect();
        let image = GrayImage::new(width, height, 500, pixels).unwrap();
        let first = quality(&image).unwrap();
        prop_assert!(first.score <= 100 && first.measures.clarity.is_finite());
        prop_assert_eq!(first.reasons.is_empty(), first.score >= 60);
        prop_assert_eq!(quality(&image).unwrap(), first);
    }
}
