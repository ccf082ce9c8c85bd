//! `roznamcha-prints-bench bench DIR`, `roznamcha-prints-bench draw OUT FILE…`.

use std::io::Write as _;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use roznamcha_prints::{Classical, ExtractError, ReadError, read};
use roznamcha_prints_bench::chosen::{Choice, Kind};
use roznamcha_prints_bench::command::{self, CommandError, fingers, pool, resolutions};
use roznamcha_prints_bench::{
    BenchError, calibration, cards, draw, fit, gallery, likeness, masters, quality,
};
use roznamcha_prints_gallery::Settings;
use roznamcha_prints_leader::LeaderError;
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
    Bench(command::Options),
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
    /// Whether the likelihood ratio means what it says: its cost, the least it could be, and how often it is right.
    Calibration(command::Options),
    /// Slaps and ten-print cards made of a folder's prints: how many fingers are cut right, and found in a wrong box.
    Cards {
        /// The folder, as for `bench`.
        folder: PathBuf,
        /// Only these fingers, e.g. 106-110; five of each set are needed.
        #[arg(long, value_parser = fingers, default_value = "0-4294967295")]
        fingers: RangeInclusive<u32>,
        /// As for `bench`.
        #[arg(long)]
        dpi: Vec<String>,
        /// A folder for pictures of what was made.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Master prints grown as images: their minutiae, what the extractor finds of them, and how alike impressions are.
    Masters(masters::Options),
    /// A gallery of people of nobody: how fast it is built, opened and searched, and how often it is right.
    Gallery(Scaled),
    /// How near the scores of people of nobody come to those of a folder's prints.
    Likeness {
        /// The folder, as for `bench`.
        folder: PathBuf,
        #[command(flatten)]
        choice: Choice,
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
    #[command(flatten)]
    choice: Choice,
    /// As for `bench`.
    #[arg(long)]
    dpi: Vec<String>,
}

#[derive(Debug, Error)]
enum MainError {
    #[error(transparent)]
    Bench(#[from] BenchError),
    #[error(transparent)]
    Command(#[from] CommandError),
    #[error("`{0}`: {1}")]
    Disk(PathBuf, std::io::Error),
    #[error("`{0}`: {1}")]
    Read(PathBuf, ReadError),
    #[error("`{0}`: {1}")]
    Extract(PathBuf, ExtractError),
    #[error("`{0}` cannot be written: {1}")]
    Picture(PathBuf, image::ImageError),
    #[error(transparent)]
    Masters(#[from] masters::MastersError),
    #[error(transparent)]
    Cards(#[from] cards::CardsError),
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
        Command::Bench(options) => command::run(&options, &mut std::io::stdout())?,
        Command::Fit { folder, fingers, dpi } => {
            let weights = fit::fit(&folder, &Classical::new(), &fingers, &resolutions(&dpi)?)?;
            let (genuine, impostors) = weights.comparisons;
            let mut out = std::io::stdout();
            writeln!(out, "{genuine} comparisons of one finger, {impostors} of two")?;
            writeln!(out, "weights {:.4?}, constant {:.4}", weights.features, weights.constant)?;
        }
        Command::Calibration(options) => {
            let text = calibration::text(&command::measured(&options)?);
            std::io::stdout().write_all(text.as_bytes())?;
        }
        Command::Cards { folder, fingers, dpi, out } => {
            let text = cards::measure(&folder, &fingers, &resolutions(&dpi)?, out.as_deref())?;
            std::io::stdout().write_all(text.as_bytes())?;
        }
        Command::Masters(options) => {
            std::io::stdout().write_all(masters::measure(&options)?.as_bytes())?;
        }
        Command::Gallery(scaled) => searched(&scaled)?,
        Command::Likeness { folder, choice, fingers, dpi } => {
            let chosen = choice.extractor()?;
            let real = likeness::found(&folder, &*chosen, &fingers, &resolutions(&dpi)?)?;
            let made = likeness::made(1, &wear(choice.extractor));
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
        wear: wear(scaled.choice.extractor),
    };
    let resolutions = resolutions(&scaled.dpi)?;
    pool(scaled.threads)?.install(|| {
        let chosen = scaled.folder.as_ref().map(|_| scaled.choice.extractor()).transpose()?;
        let planted = scaled.folder.as_deref().zip(chosen.as_deref());
        let planted = planted.map(|(folder, extractor)| (folder, &resolutions, extractor));
        Ok(gallery::measure(&scale, planted, &mut std::io::stdout())?)
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
