//! Whether the quality of prints foretells their errors: the error rate when the worst are left out.

pub mod fit;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::path::Path;
use std::time::Duration;

use roznamcha_prints::quality::ENOUGH;
use roznamcha_prints::{Classical, Extractor as _, Matcher, Prepared, Quality, Template};

use crate::BenchError;
use crate::clock::Clock;
use crate::folder::{Resolutions, Set, sets};
use crate::system::SystemError;

/// Shares of the prints that are left out.
pub const SHARES: [f64; 4] = [0.0, 0.1, 0.2, 0.3];
/// Of 1,000 impostor pairs the threshold takes one.
const FMR: f64 = 0.001;

/// A print with its quality and what became of it.
#[derive(Debug, Clone)]
pub struct Judged {
    /// Whose.
    pub finger: u32,
    /// Its quality.
    pub quality: Quality,
    /// The mean over its genuine pairs of the logarithm of the likelihood ratio, each counted from 0 to [`ENOUGH`].
    pub worth: f64,
}

/// A set, judged and compared.
#[derive(Debug, Clone)]
pub struct Trial {
    /// The set's name.
    pub set: String,
    /// Its prints.
    pub prints: Vec<Judged>,
    /// Its pairs by their places in `prints`, with the logarithm of the likelihood ratio.
    pub pairs: Vec<(usize, usize, f32)>,
    /// Time to judge a print whose template is made anyway, and template and judgement together.
    pub cost: (Duration, Duration),
}

/// Judges and compares every print of a folder's sets.
///
/// # Errors
/// [`BenchError`] when the folder holds no prints, or one of them cannot be read.
pub fn judge(
    folder: &Path,
    fingers: &RangeInclusive<u32>,
    resolutions: &Resolutions,
) -> Result<Vec<Trial>, BenchError> {
    let classical = Classical::new();
    sets(folder, fingers, resolutions)?
        .iter()
        .map(|set| {
            trial(&classical, set).map_err(|error| BenchError::System { set: set.name.clone(), error })
        })
        .collect()
}

fn trial(classical: &Classical, set: &Set) -> Result<Trial, SystemError> {
    let (mut prints, mut kept) = (Vec::new(), Vec::new());
    let start = Clock::start();
    for print in &set.prints {
        let (template, quality) = classical.judged(&print.image)?;
        prints.push(Judged { finger: print.finger, quality, worth: 0.0 });
        kept.push(template);
    }
    let both = start.elapsed() / prints.len().max(1) as u32;
    let start = Clock::start();
    for print in &set.prints {
        classical.template(&print.image)?;
    }
    let alone = start.elapsed() / prints.len().max(1) as u32;
    let kept: Result<Vec<Prepared>, SystemError> = kept
        .iter()
        .map(|template| Ok(Prepared::new(&Template::from_bytes(&template.to_bytes()?)?)))
        .collect();
    let pairs = compared(&kept?);
    for (at, print) in prints.iter_mut().enumerate() {
        let fingers = &set.prints;
        let genuine: Vec<f64> = pairs
            .iter()
            .filter(|(a, b, _)| *a == at || *b == at)
            .filter(|(a, b, _)| fingers.get(*a).map(|p| p.finger) == fingers.get(*b).map(|p| p.finger))
            .map(|(_, _, llr)| f64::from(llr.clamp(0.0, ENOUGH)))
            .collect();
        print.worth = genuine.iter().sum::<f64>() / genuine.len().max(1) as f64;
    }
    Ok(Trial { set: set.name.clone(), prints, pairs, cost: (both.saturating_sub(alone), both) })
}

fn compared(kept: &[Prepared]) -> Vec<(usize, usize, f32)> {
    let mut matcher = Matcher::default();
    let mut pairs = Vec::with_capacity(kept.len() * kept.len() / 2);
    for (at, probe) in kept.iter().enumerate() {
        for (other, gallery) in kept.iter().enumerate().skip(at + 1) {
            pairs.push((at, other, matcher.score(probe, gallery)));
        }
    }
    pairs
}

/// Genuine pairs refused when a share of the prints is left out, the lowest `worth` first, at the threshold of the
/// whole set; and of how many pairs.
#[must_use]
pub fn refused(trial: &Trial, share: f64, worth: impl Fn(&Judged) -> f64) -> (f64, usize) {
    let genuine = |a: usize, b: usize| {
        let finger = |at: usize| trial.prints.get(at).map(|print| print.finger);
        finger(a) == finger(b)
    };
    let mut impostors: Vec<f32> =
        trial.pairs.iter().filter(|(a, b, _)| !genuine(*a, *b)).map(|(_, _, llr)| *llr).collect();
    impostors.sort_by(|a, b| b.total_cmp(a));
    let taken = (impostors.len() as f64 * FMR) as usize;
    let threshold = impostors.get(taken).copied().unwrap_or(f32::NEG_INFINITY);
    let mut order: Vec<(f64, usize)> =
        trial.prints.iter().enumerate().map(|(at, print)| (worth(print), at)).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let out = (share * order.len() as f64).round() as usize;
    let out: BTreeSet<usize> = order.iter().take(out).map(|(_, at)| *at).collect();
    let left: Vec<f32> = trial
        .pairs
        .iter()
        .filter(|(a, b, _)| genuine(*a, *b) && !out.contains(a) && !out.contains(b))
        .map(|(_, _, llr)| *llr)
        .collect();
    let refused = left.iter().filter(|llr| **llr <= threshold).count();
    (refused as f64 / left.len().max(1) as f64, left.len())
}

/// How well one order of prints agrees with another, -1 to 1: Spearman's.
#[must_use]
pub fn agreement(pairs: &[(f64, f64)]) -> f64 {
    let ranks = |values: Vec<f64>| -> Vec<f64> {
        let less = |value: f64| values.iter().filter(|other| **other < value).count() as f64;
        let same = |value: f64| values.iter().filter(|other| **other == value).count() as f64;
        values.iter().map(|value| less(*value) + (same(*value) - 1.0) / 2.0).collect()
    };
    let (a, b) = (ranks(pairs.iter().map(|p| p.0).collect()), ranks(pairs.iter().map(|p| p.1).collect()));
    let middle = (pairs.len() as f64 - 1.0) / 2.0;
    let sum = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (x - middle) * (y - middle)).sum::<f64>();
    sum(&a, &b) / (sum(&a, &a) * sum(&b, &b)).sqrt().max(1e-12)
}

/// An order in which prints are left out, the lowest first.
type Order = (&'static str, fn(&Judged) -> f64);

const ORDERS: [Order; 3] = [
    ("by quality", |print| f64::from(print.quality.score)),
    ("by number of minutiae", |print| f64::from(print.quality.measures.minutiae)),
    ("by what came of it", |print| print.worth),
];

/// The table.
#[must_use]
pub fn text(trials: &[Trial]) -> String {
    let mut out = String::new();
    let shares = SHARES.map(|share| format!("{:.0} % out", share * 1e2));
    let heading = |out: &mut String, title: &str| {
        let cells = shares.iter().fold(String::new(), |line, share| format!("{line} {share:>10}"));
        let _ = writeln!(out, "{title:<24}{cells}  {:>9}", "agreement");
    };
    for trial in trials {
        heading(&mut out, &trial.set);
        for (name, worth) in ORDERS {
            line(&mut out, name, &SHARES.map(|share| refused(trial, share, worth).0), told(&[trial], worth));
        }
    }
    heading(&mut out, "mean over sets");
    for (name, worth) in ORDERS {
        let mean = |share| {
            trials.iter().map(|trial| refused(trial, share, worth).0).sum::<f64>()
                / trials.len().max(1) as f64
        };
        let all: Vec<&Trial> = trials.iter().collect();
        line(&mut out, name, &SHARES.map(mean), told(&all, worth));
    }
    let sets = trials.len().max(1) as f64;
    let ms =
        |of: fn(&Trial) -> Duration| trials.iter().map(|t| of(t).as_secs_f64() * 1e3).sum::<f64>() / sets;
    let _ = writeln!(
        out,
        "quality alone {:.2} ms a print, template and quality together {:.1} ms",
        ms(|trial| trial.cost.0),
        ms(|trial| trial.cost.1)
    );
    reasons(&mut out, trials);
    out
}

fn line(out: &mut String, name: &str, rates: &[f64], agreement: f64) {
    let cells = rates.iter().fold(String::new(), |line, rate| format!("{line} {:>10.2}", rate * 1e2));
    let _ = writeln!(out, "  {name:<22}{cells}  {agreement:>9.2}");
}

fn told(trials: &[&Trial], worth: fn(&Judged) -> f64) -> f64 {
    let pairs: Vec<(f64, f64)> =
        trials.iter().flat_map(|trial| &trial.prints).map(|print| (worth(print), print.worth)).collect();
    agreement(&pairs)
}

/// How many prints have each reason, and what became of them and of those without one.
fn reasons(out: &mut String, trials: &[Trial]) {
    let prints: Vec<&Judged> = trials.iter().flat_map(|trial| &trial.prints).collect();
    let mut shown = |name: &str, of: &dyn Fn(&Judged) -> bool| {
        let worth: Vec<f64> = prints.iter().filter(|print| of(print)).map(|print| print.worth).collect();
        if !worth.is_empty() {
            let mean = worth.iter().sum::<f64>() / worth.len() as f64;
            let _ = writeln!(out, "  {name:<22} {:>4} prints, mean ln of the ratio {mean:.1}", worth.len());
        }
    };
    shown("no reason", &|print| print.quality.reasons.is_empty());
    let known: BTreeSet<&str> =
        prints.iter().flat_map(|print| &print.quality.reasons).map(|reason| reason.name()).collect();
    for name in known {
        shown(name, &|print| print.quality.reasons.iter().any(|reason| reason.name() == name));
    }
}

/// Every print with its measures, as CSV.
#[must_use]
pub fn csv(trials: &[Trial]) -> String {
    let mut out =
        "set,finger,score,worth,area,clarity,certainty,strength,ridge,unevenness,contrast,minutiae,\
                   sureness,reasons\n"
            .to_owned();
    for trial in trials {
        for print in &trial.prints {
            let m = print.quality.measures;
            let reasons: Vec<&str> = print.quality.reasons.iter().map(|reason| reason.name()).collect();
            let _ = writeln!(
                out,
                "{},{},{},{:.3},{:.1},{:.4},{:.4},{:.4},{:.4},{:.4},{:.1},{},{:.3},{}",
                trial.set,
                print.finger,
                print.quality.score,
                print.worth,
                m.area,
                m.clarity,
                m.certainty,
                m.strength,
                m.ridge,
                m.unevenness,
                m.contrast,
                m.minutiae,
                m.sureness,
                reasons.join(" ")
            );
        }
    }
    out
}
