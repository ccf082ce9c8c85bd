//! What a forecast was worth: crimes caught in the squares it flagged, and how true its expected counts were.

/// Square metres of a square mile.
const SQUARE_MILE: f64 = 2_589_988.110_336;
/// Draws of windows for the error.
const DRAWS: usize = 400;

/// How much is flagged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// One square in a hundred.
    OnePercent,
    /// Five in a hundred.
    FivePercent,
    /// At most three quarters of a square mile.
    ThreeQuarters,
    /// At least a quarter of a square mile.
    Quarter,
}

impl Area {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::OnePercent, Self::FivePercent, Self::ThreeQuarters, Self::Quarter];

    /// A short name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnePercent => "1%",
            Self::FivePercent => "5%",
            Self::ThreeQuarters => ".75mi2",
            Self::Quarter => ".25mi2",
        }
    }

    /// How many of `squares` of `size` metres it is.
    #[must_use]
    pub fn squares(self, squares: usize, size: f64) -> usize {
        let of = |share: f64| (squares as f64 * share).round_ties_even();
        let wanted = match self {
            Self::OnePercent => of(0.01),
            Self::FivePercent => of(0.05),
            Self::ThreeQuarters => (0.75 * SQUARE_MILE / (size * size)).floor(),
            Self::Quarter => (0.25 * SQUARE_MILE / (size * size)).ceil(),
        };
        (wanted.max(1.0) as usize).min(squares)
    }
}

/// What was caught in one area, over all windows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Caught {
    /// Which area.
    pub area: Area,
    /// The share of the crimes that lay in the flagged squares.
    pub hit: f64,
    /// Its standard error, from drawing the windows again.
    pub error: f64,
    /// Hit rate by share of area.
    pub pai: f64,
    /// What was caught of the most that as many squares could have caught.
    pub pei: f64,
}

/// What a method was worth over all windows.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    /// By area.
    pub caught: Vec<Caught>,
    /// Poisson deviance by crime.
    pub deviance: f64,
    /// The mean squared error of the chance of any crime on a square.
    pub brier: f64,
    /// Expected by happened.
    pub ratio: f64,
}

/// The `count` squares of which most is expected, ties broken by one fixed draw.
pub(crate) fn top(expected: &[f32], count: usize) -> Vec<usize> {
    let mut order: Vec<(f32, u32, usize)> =
        (0_u32..).zip(expected).map(|(at, value)| (-value, scattered(at), at as usize)).collect();
    let count = count.min(order.len());
    if count < order.len() {
        order.select_nth_unstable_by(count, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    }
    order.truncate(count);
    order.into_iter().map(|(_, _, at)| at).collect()
}

/// A fixed scatter of numbers (the finish of MurmurHash3).
pub(crate) fn scattered(number: u32) -> u32 {
    let mixed = (number ^ (number >> 16) ^ 0x9e37_79b9).wrapping_mul(0x85eb_ca6b);
    let mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    mixed ^ (mixed >> 16)
}

/// Measures expected counts against what happened, window by window.
#[must_use]
pub fn worth(expected: &[Vec<f32>], happened: &[Vec<f32>], size: f64) -> Worth {
    let squares = happened.first().map_or(0, Vec::len);
    let caught = Area::ALL.map(|area| caught(area, area.squares(squares, size), expected, happened)).to_vec();
    let pairs = || expected.iter().flatten().zip(happened.iter().flatten());
    let (mut foretold, mut whole, mut deviance, mut brier) = (0.0, 0.0, 0.0, 0.0);
    for (expected, count) in pairs() {
        let (expected, count) = (f64::from(*expected).max(1e-6), f64::from(*count));
        foretold += expected;
        whole += count;
        let told = if count > 0.0 { count * (count / expected).ln() } else { 0.0 };
        deviance += 2.0 * (told - (count - expected));
        let chance = 1.0 - (-expected).exp();
        brier += (chance - if count > 0.0 { 1.0 } else { 0.0 }).powi(2);
    }
    let all = (expected.len() * squares).max(1) as f64;
    Worth {
        caught,
        deviance: deviance / whole.max(1e-9),
        brier: brier / all,
        ratio: foretold / whole.max(1e-9),
    }
}

fn caught(area: Area, flagged: usize, expected: &[Vec<f32>], happened: &[Vec<f32>]) -> Caught {
    let windows: Vec<[f64; 3]> = expected
        .iter()
        .zip(happened)
        .map(|(expected, happened)| {
            let count = |at: &usize| happened.get(*at).copied().map_or(0.0, f64::from);
            let caught = top(expected, flagged).iter().map(count).sum();
            let most = top(happened, flagged).iter().map(count).sum();
            [caught, most, happened.iter().copied().map(f64::from).sum()]
        })
        .collect();
    let whole = |windows: &mut dyn Iterator<Item = &[f64; 3]>| {
        windows.fold([0.0; 3], |[a, b, c], [x, y, z]| [a + x, b + y, c + z])
    };
    let [caught, most, all] = whole(&mut windows.iter());
    let hit = caught / all.max(1e-9);
    let squares = happened.first().map_or(1, Vec::len).max(1) as f64;
    let draws: Vec<f64> = (0..DRAWS)
        .map(|draw| {
            let number =
                |n: usize| scattered((draw * windows.len() + n) as u32) as usize % windows.len().max(1);
            let drawn: Vec<usize> = (0..windows.len()).map(number).collect();
            let [caught, _, all] = whole(&mut drawn.iter().filter_map(|at| windows.get(*at)));
            caught / all.max(1e-9)
        })
        .collect();
    let mean = draws.iter().sum::<f64>() / DRAWS as f64;
    let error = (draws.iter().map(|draw| (draw - mean).powi(2)).sum::<f64>() / DRAWS as f64).sqrt();
    Caught { area, hit, error, pai: hit * squares / flagged as f64, pei: caught / most.max(1e-9) }
}
