//! `roznamcha prints compare`: one print against another.

use roznamcha_prints::{Matcher, Prepared};
use roznamcha_prints_bench::chosen::Choice;
use roznamcha_words::Arg;
use roznamcha_words::evidence::evidence;
use std::path::{Path, PathBuf};

use super::error::PrintsError;
use super::kept;
use super::said::{Said, number};
use super::seen::Seen;
use crate::error::CommandError;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// A print: an image, or a template of our own, ISO/IEC 19794-2, ANSI 378 or ANSI/NIST-ITL
    pub probe: PathBuf,
    /// The other
    pub other: PathBuf,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub seen: Seen,
}

pub fn run(said: &Said, options: &Options) -> Result<(), CommandError> {
    let compared = compared(options).map_err(|error| CommandError::Wrong(error.text(said)))?;
    let evidence = evidence(said.voice(), compared.centibans);
    let support =
        if evidence.support.is_empty() { String::new() } else { format!(" ({})", evidence.support) };
    let centibans = said.with("prints-centibans", &[("n", Arg::Num(i64::from(compared.centibans)))]);
    println!("{}{support} · {centibans}", said.plain(&evidence.times));
    let [probe, other] = compared.minutiae.map(number);
    let args = [("n", number(compared.pairs)), ("probe", probe), ("other", other)];
    println!("{}", said.with("prints-pairs", &args));
    println!("{}", said.with("prints-a-likeness", &[]));
    Ok(())
}

/// What a comparison found.
struct Compared {
    centibans: i32,
    pairs: usize,
    minutiae: [usize; 2],
}

fn compared(options: &Options) -> Result<Compared, PrintsError> {
    let extractor = options.choice.extractor().map_err(|error| PrintsError::Weights(error.to_string()))?;
    let read = |path: &Path| kept::template(path, &options.seen, &*extractor);
    let (probe, other) = (read(&options.probe)?, read(&options.other)?);
    let found = Matcher::default().compare(&Prepared::new(&probe), &Prepared::new(&other));
    Ok(Compared {
        centibans: (f64::from(found.llr) / std::f64::consts::LN_10 * 100.0).round() as i32,
        pairs: found.pairs.len(),
        minutiae: [probe.minutiae.len(), other.minutiae.len()],
    })
}
