//! An outcome for people and for machines.

use std::fmt::Write as _;

use crate::bench::Outcome;
use crate::truth::Right;

/// For people.
#[must_use]
pub fn text(outcome: &Outcome) -> String {
    let mut out = String::new();
    let [keys, divided, too_large, pairs] = outcome.blocking;
    let _ = writeln!(out, "records        {}", outcome.records);
    let _ = writeln!(out, "true pairs     {}", outcome.true_pairs);
    if !outcome.ignored.is_empty() {
        let _ = writeln!(out, "ignored        {}", outcome.ignored.join(", "));
    }
    let _ = writeln!(out, "keys           {keys}; blocks divided {divided}, passed over {too_large}");
    let _ = writeln!(out, "compared       {pairs} pairs, {:.4} of the true ones", outcome.ceiling);
    let learned = outcome.learned;
    let _ = writeln!(
        out,
        "learned        {:?}: {} pairs, {} patterns, {} labelled one person, {} two; model {}",
        learned.method, learned.pairs, learned.patterns, learned.matches, learned.others, outcome.model
    );
    let _ = writeln!(out, "\n               precision  recall     F1   from bits");
    right(&mut out, "pairs", &outcome.pair);
    right(&mut out, "pairs, best", &outcome.pair_best);
    right(&mut out, "persons", &outcome.cluster);
    right(&mut out, "persons, best", &outcome.cluster_best);
    let _ = writeln!(out, "\npersons        {}; pairs to review {}", outcome.persons, outcome.reviews);
    let _ = writeln!(
        out,
        "cost           {:.1} processor s, {:.1} s, {:.0} MB",
        outcome.cpu_seconds, outcome.seconds, outcome.peak_mb
    );
    out
}

fn right(out: &mut String, what: &str, right: &Right) {
    let Right { precision, recall, f1, bits } = right;
    let _ = writeln!(out, "{what:<14} {precision:>9.4} {recall:>7.4} {f1:>6.4} {bits:>11.1}");
}

/// For machines.
///
/// # Errors
/// Those of `serde_json`, which do not happen.
pub fn json(outcome: &Outcome) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(outcome)
}
