//! Between which counts a square will stay nine times in ten, when its expected count is right on average.

/// How far outside is allowed on each side.
const TAIL: f64 = 0.05;

/// How much more than a Poisson process counts vary: the variance of a count is `expected + excess · expected²`.
pub(crate) fn excess(expected: &[Vec<f32>], happened: &[Vec<f32>]) -> f64 {
    let (mut over, mut squares) = (0.0, 0.0);
    for (expected, happened) in expected.iter().flatten().zip(happened.iter().flatten()) {
        let (expected, happened) = (f64::from(*expected), f64::from(*happened));
        over += (happened - expected).powi(2) - expected;
        squares += expected * expected;
    }
    (over / squares.max(1e-9)).clamp(0.0, 5.0)
}

/// The lowest and the highest count of the middle nine tenths.
pub(crate) fn interval(expected: f64, excess: f64) -> [u32; 2] {
    let (mut chance, mut below, mut low) = (nothing(expected, excess), 0.0, None);
    for count in 0..100_000_u32 {
        below += chance;
        if low.is_none() && below > TAIL {
            low = Some(count);
        }
        if below >= 1.0 - TAIL {
            return [low.unwrap_or(0), count];
        }
        let count = f64::from(count);
        chance *= expected * (1.0 + excess * count) / ((1.0 + excess * expected) * (count + 1.0));
    }
    [low.unwrap_or(0), 100_000]
}

/// The chance that nothing happens.
fn nothing(expected: f64, excess: f64) -> f64 {
    if excess < 1e-6 { (-expected).exp() } else { (1.0 + excess * expected).powf(-1.0 / excess) }
}
