//! `roznamcha-prints-bench bench DIR`, `roznamcha-prints-bench draw OUT FILE…`.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use roznamcha_prints::{Classical, ExtractError, Extractor, ReadError, read};
use roznamcha_prints_bench::folder::Resolutions;
use roznamcha_prints_bench::run::Outcome;
use roznamcha_prints_bench::{BenchError, Plan, bench, draw, fit, gallery, likeness, quality, report};
use roznamcha_prints_gallery::Settings;
use roznamcha_prints_leader::{FILE, Leader, LeaderError};
use roznamcha_prints_synth::Wear;
use thiserror::Error;

/// The fingerprint engine on plain files.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Error rates, time and size on a folder of prints named FINGER_IMPRESSION, or a folder of such folders.
    Bench {
        /// The folder.
        folder: PathBuf,
        /// JSON instead of a table.
        #[arg(long)]
        json: bool,
        /// How minutiae are found.
        #[arg(long, value_enum, default_value = "classical")]
        extractor: Kind,
        /// The folder with the weights of the neural extractor.
        #[arg(long, default_value = "target/leader")]
        weights: PathBuf,
        /// Cores that the neural extractor is given; the classical one takes one.
        #[arg(long, default_value_t = 1)]
        threads: usize,
        /// The open peers beside ours, in the same run.
        #[arg(long)]
        peers: bool,
        /// A file for every comparison's score, as CSV.
        #[arg(long)]
        scores: Option<PathBuf>,
        /// Only these fingers, e.g. 101-105.
        #[arg(long, value_parser = fingers, default_value = "0-4294967295")]
        fingers: RangeInclusive<u32>,
        /// The fingers on which nothing was tuned, e.g. 106-110: shown for themselves too.
        #[arg(long, value_parser = fingers)]
        held_out: Option<RangeInclusive<u32>>,
        /// The resolution, or that of one set: 500, DB2_B=569; may be given several times.
        #[arg(long)]
        dpi: Vec<String>,
    },
    /// The weights of the likelihood ratio, fitted on some fingers.
    Fit {
        /// The folder, as for `bench`.
        folder: PathBuf,
        /// Only these fingers, e.g. 101-105.
        #[arg(long, value_parser = fingers)]
        fingers: RangeInclusive<u32>,
        /// As for `bench`.
        #[arg(long)]
        dpi: Vec<String>,
    },
    /// A gallery of people of nobody: how fast it is built, opened and searched, and how often it is right.
    Gallery(Scaled),
    /// How near the scores of people of nobody come to those of a folder's prints.
    Likeness {
        /// The folder, as for `bench`.
        folder: PathBuf,
        /// As for `bench`.
        #[arg(long, value_enum, default_value = "classical")]
        extractor: Kind,
        /// As for `bench`.
        #[arg(long, default_value = "target/leader")]
        weights: PathBuf,
        /// As for `bench`.
        #[arg(long, value_parser = fingers, default_value = "0-4294967295")]
        fingers: RangeInclusive<u32>,
        /// As for `bench`.
        #[arg(long)]
        dpi: Vec<String>,
    },
    /// Genuine pairs refused where one impostor in 1,000 is taken, when the prints worst by their quality are left out.
    Quality {
        /// The folder, as for `bench`.
        folder: PathBuf,
        /// Only these fingers, e.g. 106-110.
        #[arg(long, value_parser = fingers, default_value = "0-4294967295")]
        fingers: RangeInclusive<u32>,
        /// A file for every print's measures, as CSV.
        #[arg(long)]
        measures: Option<PathBuf>,
        /// As for `bench`.
        #[arg(long)]
        dpi: Vec<String>,
    },
    /// The weights of the quality score, fitted on some fingers.
    FitQuality {
        /// The folder, as for `bench`.
        folder: PathBuf,
        /// Only these fingers, e.g. 101-105.
        #[arg(long, value_parser = fingers)]
        fingers: RangeInclusive<u32>,
        /// As for `bench`.
        #[arg(long)]
        dpi: Vec<String>,
    },
    /// Prints as the classical extractor sees them: print, enhanced, lines with minutiae.
    Draw {
        /// The folder for the pictures.
        out: PathBuf,
        /// The images.
        files: Vec<PathBuf>,
        /// Their resolution.
        #[arg(long, default_value_t = 500)]
        dpi: u16,
    },
}

/// A gallery and how it is searched.
#[derive(clap::Args)]
struct Scaled {
    /// A folder of real prints to plant in it, as for `bench`: each set becomes one person.
    folder: Option<PathBuf>,
    /// People of nobody.
    #[arg(long, default_value_t = 2_000)]
    people: u64,
    /// Cores.
    #[arg(long, default_value_t = 2)]
    threads: usize,
    /// Searches of each kind by people in it (with ten prints ten times as many) and by strangers; at least 50.
    #[arg(long, default_value_t = 200)]
    searches: u64,
    /// The gallery's folder; a gallery of the same people is searched as it is.
    #[arg(long, default_value = "target/gallery")]
    at: PathBuf,
    /// What the people are drawn from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// People whom the matcher looks at for one print.
    #[arg(long, default_value_t = Settings::default().single)]
    single: usize,
    /// And for several.
    #[arg(long, default_value_t = Settings::default().several)]
    several: usize,
    /// How minutiae of the real prints are found.
    #[arg(long, value_enum, default_value = "classical")]
    extractor: Kind,
    /// As for `bench`.
    #[arg(long, default_value = "target/leader")]
    weights: PathBuf,
    /// As for `bench`.
    #[arg(long)]
    dpi: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    Classical,
    Neural,
}

#[derive(Debug, Error)]
enum MainError {
    #[error(transparent)]
    Bench(#[from] BenchError),
    #[error("`{0}` is no resolution: write 500, or a set's name and its own, as DB2_B=569")]
    Dpi(String),
    #[error("`{0}`: {1}")]
    Disk(PathBuf, std::io::Error),
    #[error("`{0}`: {1}")]
    Read(PathBuf, ReadError),
    #[error("`{0}`: {1}")]
    Extract(PathBuf, ExtractError),
    #[error("`{0}` cannot be written: {1}")]
    Picture(PathBuf, image::ImageError),
    #[error(transparent)]
    Gallery(#[from] gallery::ScaleError),
    #[error(transparent)]
    Weights(#[from] LeaderError),
    #[error("no threads: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    #[error("cannot write: {0}")]
    Output(#[from] std::io::Error),
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn fit_quality(trials: &[quality::Trial]) -> Result<(), MainError> {
    let weights = quality::fit::fit(trials);
    let mut out = std::io::stdout();
    writeln!(out, "{} prints, weights {:.3?}", weights.prints, weights.terms)?;
    let (agreement, others) = (weights.agreement, weights.others);
    writeln!(out, "agreement {agreement:.2}, each finger foretold from the others {others:.2}")?;
    Ok(())
}

fn run(command: Command) -> Result<(), MainError> {
    match command {
        Command::Bench {
            folder,
            json,
            extractor,
            weights,
            threads,
            peers,
            scores,
            fingers,
            held_out,
            dpi,
        } => {
            let plan = Plan { fingers, held_out, resolutions: resolutions(&dpi)?, peers };
            let outcomes = pool(threads)?.install(|| measured(extractor, &weights, &folder, &plan))?;
            if let Some(file) = scores {
                std::fs::write(&file, report::csv(&outcomes))
                    .map_err(|error| MainError::Disk(file, error))?;
            }
            let shown =
                if json { format!("{:#}\n", report::json(&outcomes)) } else { report::text(&outcomes) };
            std::io::stdout().write_all(shown.as_bytes())?;
        }
        Command::Fit { folder, fingers, dpi } => {
            let weights = fit::fit(&folder, &Classical::new(), &fingers, &resolutions(&dpi)?)?;
            let (genuine, impostors) = weights.comparisons;
            let mut out = std::io::stdout();
            writeln!(out, "{genuine} comparisons of one finger, {impostors} of two")?;
            writeln!(out, "weights {:.4?}, constant {:.4}", weights.features, weights.constant)?;
        }
        Command::Gallery(scaled) => searched(&scaled)?,
        Command::Likeness { folder, extractor, weights, fingers, dpi } => {
            let chosen = chosen(extractor, &weights)?;
            let real = likeness::found(&folder, &*chosen, &fingers, &resolutions(&dpi)?)?;
            let made = likeness::made(1, &wear(extractor));
            let text = likeness::text(&likeness::Figures::of(&real), &likeness::Figures::of(&made));
            std::io::stdout().write_all(text.as_bytes())?;
        }
        Command::Quality { folder, fingers, measures, dpi } => {
            let trials = quality::judge(&folder, &fingers, &resolutions(&dpi)?)?;
            if let Some(file) = measures {
                std::fs::write(&file, quality::csv(&trials)).map_err(|error| MainError::Disk(file, error))?;
            }
            std::io::stdout().write_all(quality::text(&trials).as_bytes())?;
        }
        Command::FitQuality { folder, fingers, dpi } => {
            fit_quality(&quality::judge(&folder, &fingers, &resolutions(&dpi)?)?)?;
        }
        Command::Draw { out, files, dpi } => {
            let extractor = Classical::new();
            for file in files {
                picture(&extractor, &out, &file, dpi)?;
            }
        }
    }
    Ok(())
}

fn searched(scaled: &Scaled) -> Result<(), MainError> {
    let settings = Settings { single: scaled.single, several: scaled.several, ..Settings::default() };
    let scale = gallery::Scale {
        people: scaled.people,
        searches: scaled.searches,
        at: scaled.at.clone(),
        seed: scaled.seed,
        settings,
        wear: wear(scaled.extractor),
    };
    let resolutions = resolutions(&scaled.dpi)?;
    pool(scaled.threads)?.install(|| {
        let chosen = scaled.folder.as_ref().map(|_| chosen(scaled.extractor, &scaled.weights)).transpose()?;
        let planted = scaled.folder.as_deref().zip(chosen.as_deref());
        let planted = planted.map(|(folder, extractor)| (folder, &resolutions, extractor));
        Ok(gallery::measure(&scale, planted, &mut std::io::stdout())?)
    })
}

fn pool(threads: usize) -> Result<rayon::ThreadPool, MainError> {
    Ok(rayon::ThreadPoolBuilder::new().num_threads(threads).build()?)
}

fn measured(kind: Kind, weights: &Path, folder: &Path, plan: &Plan) -> Result<Vec<Outcome>, MainError> {
    Ok(bench(folder, chosen(kind, weights)?, plan)?)
}

fn chosen(kind: Kind, weights: &Path) -> Result<Box<dyn Extractor>, MainError> {
    Ok(match kind {
        Kind::Classical => Box::new(Classical::new()),
        Kind::Neural => Box::new(Leader::read(&std::fs::read(weights.join(FILE)).unwrap_or_default())?),
    })
}

/// What befalls prints of nobody, so that they are like real ones by this extractor.
fn wear(kind: Kind) -> Wear {
    match kind {
        Kind::Classical => Wear::classical(),
        Kind::Neural => Wear::neural(),
    }
}

fn picture(extractor: &Classical, out: &Path, file: &Path, dpi: u16) -> Result<(), MainError> {
    let bytes = std::fs::read(file).map_err(|error| MainError::Disk(file.to_path_buf(), error))?;
    let image = read(&bytes, dpi).map_err(|error| MainError::Read(file.to_path_buf(), error))?;
    let picture =
        draw::picture(extractor, &image).map_err(|error| MainError::Extract(file.to_path_buf(), error))?;
    let named = |path: &Path| path.file_stem().map(|name| name.to_string_lossy().into_owned());
    let set = file.parent().and_then(named).unwrap_or_default();
    let to = out.join(format!("{set}_{}.png", named(file).unwrap_or_default()));
    picture.save(&to).map_err(|error| MainError::Picture(to.clone(), error))
}

fn fingers(text: &str) -> Result<RangeInclusive<u32>, String> {
    let parsed =
        text.split_once('-').and_then(|(from, to)| Some(from.trim().parse().ok()?..=to.trim().parse().ok()?));
    parsed.ok_or_else(|| "write the first and the last finger, as 101-105".to_owned())
}

fn resolutions(given: &[String]) -> Result<Resolutions, MainError> {
    let mut out = Resolutions { usual: 500, of: BTreeMap::new() };
    for text in given {
        let number = |digits: &str| digits.trim().parse().map_err(|_| MainError::Dpi(text.clone()));
        match text.split_once('=') {
            Some((set, dpi)) => {
                out.of.insert(set.to_owned(), number(dpi)?);
            }
            None => out.usual = number(text)?,
        }
    }
    Ok(out)
}
