use proptest::prelude::*;
use roznamcha_prints::{Classical, Extractor, GrayImage, Template};

use crate::drawn::{FLAT, Finger, Laid};

/// How many of the planted are found, and how many found were not planted.
fn found(template: &Template, planted: &[(f32, f32)]) -> (usize, usize) {
    let read: Vec<(f32, f32)> = template.minutiae.iter().map(|m| (m.x, m.y)).collect();
    let near = |one: &(f32, f32), places: &[(f32, f32)]| {
        places.iter().any(|place| (place.0 - one.0).hypot(place.1 - one.1) < 8.0)
    };
    let hits = planted.iter().filter(|one| near(one, &read)).count();
    let extra = read.iter().filter(|one| !near(one, planted)).count();
    (hits, extra)
}

#[test]
fn planted_minutiae_are_found_and_few_others() {
    let classical = Classical::new();
    let (mut hits, mut extra, mut all) = (0, 0, 0);
    for seed in 1..=6 {
        let finger = Finger::new(seed);
        let laid = Laid { degrees: seed as f32 * 20.0, noise: 60.0, seed, ..FLAT };
        let planted = finger.places(laid);
        let (found, others) = found(&classical.template(&finger.laid(laid)).unwrap(), &planted);
        hits += found;
        extra += others;
        all += planted.len();
    }
    assert!(hits * 100 >= all * 90, "{hits} of {all} found");
    assert!(extra * 100 <= all * 8, "{extra} found that are none of {all}");
}

#[test]
fn directions_turn_with_the_finger() {
    let classical = Classical::new();
    let finger = Finger::new(3);
    let turned = Laid { degrees: 90.0, ..FLAT };
    let (flat, turned) = [FLAT, turned]
        .map(|laid| (classical.template(&finger.laid(laid)).unwrap(), finger.places(laid)))
        .into();
    let at = |template: &Template, place: (f32, f32)| {
        template.minutiae.iter().find(|m| (m.x - place.0).hypot(m.y - place.1) < 6.0).copied()
    };
    let mut compared = 0;
    for (before, after) in flat.1.iter().zip(&turned.1) {
        if let (Some(before), Some(after)) = (at(&flat.0, *before), at(&turned.0, *after)) {
            // clockwise on the raster by 90 degrees: the ISO angle falls by as much
            let off = (before.angle - after.angle).to_degrees().rem_euclid(360.0);
            assert!((off - 90.0).abs() < 20.0, "{off} degrees at {before:?}");
            compared += 1;
        }
    }
    assert!(compared > 15, "{compared} compared");
}

#[test]
fn an_empty_glass_has_no_minutiae() {
    let classical = Classical::new();
    for grey in [0, 128, 255] {
        let image = GrayImage::new(300, 300, 500, vec![grey; 90_000]).unwrap();
        assert_eq!(classical.template(&image).unwrap().minutiae.len(), 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_image_gives_a_template_that_can_be_written(
        width in 32_usize..160, height in 32_usize..160, pixels in prop::collection::vec(any::<u8>(), 1..400)
    ) {
        let pixels = pixels.iter().copied().cycle().take(width * height).collect();
        let image = GrayImage::new(width, height, 500, pixels).unwrap();
        let template = Classical::new().template(&image).unwrap();
        let bytes = template.to_bytes().unwrap();
        prop_assert!(bytes.len() <= 396);
    }
}
