//! Whether the likelihood ratio means what it says: the cost of the logarithm of the likelihood ratio (Cllr, Brümmer and
//! du Preez 2006), the least it could be with the same order of scores, and how often each ratio is right.

use std::fmt::Write as _;

use crate::run::Outcome;

/// Ratios shown side by side, as decimal logarithms: from one to the next.
const DECADES: [f64; 8] = [-4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0];

/// Natural logarithms of likelihood ratios of pairs of one finger, and of two.
#[derive(Debug, Clone, Default)]
pub struct Ratios {
    /// Of one finger.
    pub genuine: Vec<f64>,
    /// Of two.
    pub impostors: Vec<f64>,
}

impl Ratios {
    /// The ratios of an outcome whose scores are such.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Self {
        let mut out = Self::default();
        for one in &outcome.scores {
            let list = if one.probe.0 == one.gallery.0 { &mut out.genuine } else { &mut out.impostors };
            list.push(f64::from(one.score));
        }
        out
    }

    /// The cost in bits: 0 for one who is always sure and right, 1 for one who says nothing.
    #[must_use]
    pub fn cost(&self) -> f64 {
        let bits = |list: &[f64], sign: f64| {
            list.iter().map(|llr| softplus(sign * llr)).sum::<f64>() / list.len().max(1) as f64
        };
        (bits(&self.genuine, -1.0) + bits(&self.impostors, 1.0)) / (2.0 * std::f64::consts::LN_2)
    }

    /// The least cost with the same order of scores: each score replaced by the best rising function of it, by pooling
    /// adjacent violators.
    #[must_use]
    pub fn least_cost(&self) -> f64 {
        let mut all: Vec<(f64, bool)> = self.genuine.iter().map(|llr| (*llr, true)).collect();
        all.extend(self.impostors.iter().map(|llr| (*llr, false)));
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        // pools of scores: how many are genuine, how many there are
        let mut pools: Vec<(f64, f64)> = Vec::new();
        for ties in all.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
            let genuine = ties.iter().filter(|(_, genuine)| *genuine).count();
            pools.push((genuine as f64, ties.len() as f64));
            while let [.., below, above] = pools.as_slice()
                && below.0 * above.1 >= above.0 * below.1
            {
                let joined = (below.0 + above.0, below.1 + above.1);
                pools.truncate(pools.len() - 2);
                pools.push(joined);
            }
        }
        let (ours, theirs) = (self.genuine.len().max(1) as f64, self.impostors.len().max(1) as f64);
        let cost: f64 = pools
            .iter()
            .map(|(genuine, whole)| {
                let impostors = whole - genuine;
                let (for_one, for_two) = (genuine / ours, impostors / theirs);
                let bits = |share: f64, other: f64| {
                    if share > 0.0 { share * (1.0 + other / share).log2() } else { 0.0 }
                };
                bits(for_one, for_two) + bits(for_two, for_one)
            })
            .sum();
        cost / 2.0
    }

    fn join(&mut self, other: &Self) {
        self.genuine.extend(&other.genuine);
        self.impostors.extend(&other.impostors);
    }
}

/// `ln(1 + e^x)`, also where `e^x` is too large to be told.
fn softplus(x: f64) -> f64 {
    if x > 30.0 { x } else { x.exp().ln_1p() }
}

/// The costs of each set and of all, and how often each ratio was right.
#[must_use]
pub fn text(outcomes: &[Outcome]) -> String {
    let mut out = format!("{:<24} {:>8} {:>9} {:>9} {:>9}\n", "set", "pairs", "Cllr", "least", "lost");
    let mut all = Ratios::default();
    let line = |name: &str, ratios: &Ratios| {
        let (cost, least) = (ratios.cost(), ratios.least_cost());
        let pairs = ratios.genuine.len() + ratios.impostors.len();
        format!("{name:<24} {pairs:>8} {cost:>9.3} {least:>9.3} {:>9.3}\n", cost - least)
    };
    for outcome in outcomes {
        let ratios = Ratios::of(outcome);
        out.push_str(&line(&outcome.set, &ratios));
        all.join(&ratios);
    }
    out.push_str(&line("all together", &all));
    let _ = writeln!(out, "\n{:<24} {:>8} {:>9} {:>14}", "decimal logarithm told", "one", "two", "observed");
    let mut low = f64::NEG_INFINITY;
    for high in DECADES.into_iter().chain([f64::INFINITY]) {
        decade(&mut out, &all, (low, high));
        low = high;
    }
    out
}

/// How many pairs of one finger and of two are told a ratio between these, and the logarithm that this comes to.
fn decade(out: &mut String, all: &Ratios, (low, high): (f64, f64)) {
    let within = |llr: &&f64| {
        let decimal = **llr / std::f64::consts::LN_10;
        decimal >= low && decimal < high
    };
    let (one, two) = (all.genuine.iter().filter(within).count(), all.impostors.iter().filter(within).count());
    let share = |count: usize, of: usize| count as f64 / of.max(1) as f64;
    let observed = share(one, all.genuine.len()) / share(two, all.impostors.len());
    let told = match (low.is_finite(), high.is_finite()) {
        (false, _) => format!("below {high:.0}"),
        (_, false) => format!("from {low:.0}"),
        _ => format!("{low:.0} to {high:.0}"),
    };
    let observed = match (one, two) {
        (0, 0) => String::new(),
        (_, 0) => "no pair of two".to_owned(),
        (0, _) => "no pair of one".to_owned(),
        _ => format!("{:.1}", observed.log10()),
    };
    let _ = writeln!(out, "{told:<24} {one:>8} {two:>9} {observed:>14}");
}
