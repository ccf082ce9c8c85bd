//! The level of all squares together: the season, and what the last weeks were against what was expected of them.

/// Days between two windows that are compared.
const STEP: i32 = 7;
/// How far back windows are compared, in days.
const BACK: i32 = 5 * 365;
/// The half-life in days with which older windows fade for the level of now.
const FADE: f64 = 60.0;
/// How far the season may swing, as a standard deviation of a logarithm.
const SWING: f64 = 0.15;
/// The same of the level of now.
const DRIFT: f64 = 0.10;
const TERMS: usize = 4;

/// One window that is over: when, what was expected, what happened.
#[derive(Debug, Clone, Copy)]
struct Past {
    origin: i32,
    waves: [f64; TERMS],
    expected: f64,
    happened: f64,
}

/// What one memory makes of the days: the rate that its counters, weighted, would have foretold before each of them.
pub(crate) fn rates(daily: &[f64], half_lives: &[i32], shares: &[f64]) -> Vec<f64> {
    let mut counters = vec![0.0; half_lives.len()];
    let (mut whole, mut days) = (0.0, 0_u32);
    let mut rates = Vec::with_capacity(daily.len());
    for count in daily {
        let long_run = whole / f64::from(days.max(1));
        let now = counters.iter().copied().chain([long_run]);
        rates.push(now.zip(shares).map(|(rate, share)| rate * share).sum());
        for (counter, half_life) in counters.iter_mut().zip(half_lives) {
            let half_life = f64::from(*half_life);
            *counter = *counter * 0.5_f64.powf(1.0 / half_life) + count * std::f64::consts::LN_2 / half_life;
        }
        whole += count;
        days += 1;
    }
    rates
}

/// By what to multiply the expected counts of a window of `horizon` days that begins after the last of the days.
/// `rates` and `daily` begin on the day `begins`, and end on the day before `origin`.
pub(crate) fn factor(rates: &[f64], daily: &[f64], begins: i32, [horizon, origin]: [i32; 2]) -> f64 {
    let past = windows(rates, daily, begins, [horizon, origin]);
    if past.len() < 8 {
        return 1.0;
    }
    let season = season(&past, horizon);
    let (mut expected, mut happened) = (0.0, 0.0);
    for window in &past {
        let faded = 0.5_f64.powf(f64::from(origin - horizon - window.origin) / FADE);
        expected += faded * window.expected * swing(&season, &window.waves);
        happened += faded * window.happened;
    }
    // Windows overlap when they are longer than a step: each is then worth a part of itself.
    let overlap = f64::from(STEP) / f64::from(horizon.max(STEP));
    let spread = dispersion(&past, &season);
    let prior = spread / (DRIFT * DRIFT);
    let now = (happened * overlap + prior) / (expected * overlap + prior);
    now * swing(&season, &waves(origin, horizon))
}

/// The windows that are over: what would have been foretold for each, and what happened.
fn windows(rates: &[f64], daily: &[f64], begins: i32, [horizon, origin]: [i32; 2]) -> Vec<Past> {
    let first = (origin - BACK).max(begins + 365);
    let last = origin - horizon;
    let mut past = Vec::new();
    let mut day = last;
    while day >= first {
        let from = usize::try_from(day - begins).unwrap_or(0);
        let happened = daily.iter().skip(from).take(usize::try_from(horizon).unwrap_or(0)).sum();
        let rate = rates.get(from).copied().unwrap_or(0.0);
        past.push(Past {
            origin: day,
            waves: waves(day, horizon),
            expected: (rate * f64::from(horizon)).max(1e-6),
            happened,
        });
        day -= STEP;
    }
    past
}

/// Two waves a year around the middle of a window.
fn waves(origin: i32, horizon: i32) -> [f64; TERMS] {
    let year = std::f64::consts::TAU * (f64::from(origin) + f64::from(horizon) / 2.0) / 365.25;
    [year.sin(), year.cos(), (2.0 * year).sin(), (2.0 * year).cos()]
}

fn swing(season: &[f64; TERMS], waves: &[f64; TERMS]) -> f64 {
    waves.iter().zip(season).map(|(wave, height)| wave * height).sum::<f64>().exp()
}

/// How much more than a Poisson process the windows vary.
fn dispersion(past: &[Past], season: &[f64; TERMS]) -> f64 {
    let expected = |p: &Past| p.expected * swing(season, &p.waves);
    let (whole, foretold): (f64, f64) =
        past.iter().fold((0.0, 0.0), |(a, b), p| (a + p.happened, b + expected(p)));
    let level = whole / foretold.max(1e-9);
    let squares =
        past.iter().map(|p| (p.happened - level * expected(p)).powi(2) / (level * expected(p)).max(1e-6));
    (squares.sum::<f64>() / past.len().max(1) as f64).max(1.0)
}

/// The heights of the waves: a few steps of Newton, each wave by itself, held near nought by its prior.
fn season(past: &[Past], horizon: i32) -> [f64; TERMS] {
    let mut season = [0.0; TERMS];
    let overlap = f64::from(STEP) / f64::from(horizon.max(STEP));
    for _ in 0..12 {
        let spread = dispersion(past, &season);
        let fitted: Vec<f64> = past.iter().map(|p| p.expected * swing(&season, &p.waves)).collect();
        let level = past.iter().map(|p| p.happened).sum::<f64>() / fitted.iter().sum::<f64>().max(1e-9);
        for (number, height) in season.iter_mut().enumerate() {
            let (mut slope, mut bend) = (-*height / (SWING * SWING), 1.0 / (SWING * SWING));
            for (window, fitted) in past.iter().zip(&fitted) {
                let wave = window.waves.get(number).copied().unwrap_or(0.0);
                slope += overlap * wave * (window.happened - level * fitted) / spread;
                bend += overlap * wave * wave * level * fitted / spread;
            }
            *height += 0.7 * slope / bend;
        }
    }
    season
}
