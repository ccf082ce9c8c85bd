use roznamcha_prints::{Classical, Extractor, Matcher, Prepared};

use crate::drawn::{Finger, Laid};

/// Eight drawn fingers laid four times each, turned, shifted and noisy: every pair of one finger must be told from
/// every pair of two, with room between.
#[test]
fn drawn_fingers_are_told_apart() {
    let classical = Classical::new();
    let mut kept = Vec::new();
    for finger in 1..=8_u64 {
        let drawn = Finger::new(100 + finger);
        for impression in 0..4_u64 {
            let step = impression as f32;
            let laid = Laid {
                degrees: -25.0 + 15.0 * step,
                shift: (20.0 - 12.0 * step, 30.0 * (step - 1.5)),
                noise: 40.0 + 40.0 * step,
                seed: finger * 10 + impression,
            };
            let template = classical.template(&drawn.laid(laid)).unwrap();
            kept.push((finger, Prepared::new(&template)));
        }
    }
    let mut matcher = Matcher::default();
    let (mut genuine, mut impostor) = (Vec::new(), Vec::new());
    for (at, (finger, probe)) in kept.iter().enumerate() {
        for (other, gallery) in kept.iter().skip(at + 1) {
            let list = if finger == other { &mut genuine } else { &mut impostor };
            list.push(matcher.score(probe, gallery));
        }
    }
    let least = genuine.iter().copied().fold(f32::INFINITY, f32::min);
    let most = impostor.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    assert_eq!((genuine.len(), impostor.len()), (48, 448));
    assert!(least > most + 2.0, "genuine from {least}, impostors to {most}");
}
