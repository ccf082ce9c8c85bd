//! A gallery of so many people of nobody, real prints planted in it: built, opened again, searched.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use roznamcha_prints::{Extractor, TemplateError};
use roznamcha_prints_gallery::{Entry, Gallery, GalleryError, PersonId, Position, Settings, TailError};
use roznamcha_prints_synth::{Chance, Finger, Wear};
use thiserror::Error;

use crate::BenchError;
use crate::folder::Resolutions;
use crate::system::SystemError;

mod planted;
mod report;
mod searches;

pub use self::report::text;
pub use self::searches::{Asked, Searched};

const BATCH: u64 = 500;
const FINGERS: u8 = 10;

/// What is built and searched.
#[derive(Debug, Clone)]
pub struct Scale {
    /// People in the gallery, not counting the planted.
    pub people: u64,
    /// Searches of each kind by people in it, and as many by strangers.
    pub searches: u64,
    /// The gallery's folder: empty or not there.
    pub at: PathBuf,
    /// What everyone's fingers are drawn from.
    pub seed: u64,
    /// How far searches go.
    pub settings: Settings,
}

/// What was measured.
#[derive(Debug, Clone)]
pub struct Measured {
    /// People in the gallery.
    pub people: usize,
    /// People enrolled a second, prints being ready.
    pub enrolled_a_second: f64,
    /// The slowest of some enrolments of one person, each written through to the disk.
    pub slowest_enrolment: Duration,
    /// Time to open the gallery again, its files being in the machine's cache.
    pub opened: Duration,
    /// Memory of the process after opening, where the machine says.
    pub resident: Option<u64>,
    /// What the gallery says of itself.
    pub memory: usize,
    /// Bytes of the files.
    pub files: u64,
    /// The searches, kind by kind.
    pub searches: Vec<Searched>,
    /// Searches by planted prints, where a folder was given.
    pub planted: Vec<Searched>,
}

/// Why there is no measurement.
#[derive(Debug, Error)]
pub enum ScaleError {
    /// The gallery says no.
    #[error(transparent)]
    Gallery(#[from] GalleryError),
    /// Too few searches.
    #[error(transparent)]
    Tail(#[from] TailError),
    /// The planted prints cannot be read.
    #[error(transparent)]
    Planted(#[from] BenchError),
    /// There is something already.
    #[error("`{0}` is not empty: name a folder for a new gallery")]
    Full(PathBuf),
    /// A template cannot be written.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// The extractor says no.
    #[error(transparent)]
    System(#[from] SystemError),
}

/// Builds a gallery, opens it again and searches it, on the threads that `rayon` has.
///
/// # Errors
/// [`ScaleError`].
pub fn measure(
    scale: &Scale,
    planted: Option<(&Path, &Resolutions, &dyn Extractor)>,
) -> Result<Measured, ScaleError> {
    if std::fs::read_dir(&scale.at).is_ok_and(|mut files| files.next().is_some()) {
        return Err(ScaleError::Full(scale.at.clone()));
    }
    let real = match planted {
        Some((folder, resolutions, extractor)) => planted::read(folder, resolutions, extractor)?,
        None => Vec::new(),
    };
    let gallery = Gallery::open(&scale.at)?;
    let enrolling = build(&gallery, scale)?;
    let slowest_enrolment = one_by_one(&gallery, scale)?;
    gallery.enrol(&real.iter().map(planted::Planted::entry).collect::<Result<Vec<_>, _>>()?)?;
    drop(gallery);
    let start = Instant::now();
    let gallery = Gallery::open(&scale.at)?;
    let opened = start.elapsed();
    let resident = resident();
    let mut searches = Vec::new();
    for asked in [Asked::Ten, Asked::One, Asked::OneOfAny] {
        searches.push(searches::run(&gallery, scale, asked)?);
    }
    let planted = planted::search(&gallery, &real, &searches, &scale.settings)?;
    let count = gallery.count();
    Ok(Measured {
        people: count.people,
        enrolled_a_second: scale.people as f64 / enrolling.as_secs_f64().max(1e-9),
        slowest_enrolment,
        opened,
        resident,
        memory: count.memory,
        files: count.files,
        searches,
        planted,
    })
}

/// Time spent enrolling, not counting the time to make the people.
fn build(gallery: &Gallery, scale: &Scale) -> Result<Duration, GalleryError> {
    let mut spent = Duration::ZERO;
    let mut first = 0;
    while first < scale.people {
        let numbers = first..(first + BATCH).min(scale.people);
        let entries = numbers.into_par_iter().map(|number| entry(scale.seed, number));
        let entries = entries.collect::<Result<Vec<Entry>, GalleryError>>()?;
        let start = Instant::now();
        gallery.enrol(&entries)?;
        spent += start.elapsed();
        first += BATCH;
    }
    Ok(spent)
}

/// People beyond all others, who come one by one and go again.
fn one_by_one(gallery: &Gallery, scale: &Scale) -> Result<Duration, GalleryError> {
    let mut slowest = Duration::ZERO;
    for number in 0..20 {
        let entry = entry(scale.seed, u64::MAX - number)?;
        let start = Instant::now();
        gallery.enrol(std::slice::from_ref(&entry))?;
        slowest = slowest.max(start.elapsed());
        gallery.destroy(entry.person)?;
    }
    Ok(slowest)
}

fn entry(seed: u64, number: u64) -> Result<Entry, GalleryError> {
    let prints = (1..=FINGERS).map(|finger| Ok((Position::new(finger)?, taken(seed, number, finger, 1))));
    Ok(Entry {
        person: PersonId::from(u128::from(number)),
        prints: prints.collect::<Result<_, GalleryError>>()?,
    })
}

fn taken(seed: u64, person: u64, finger: u8, time: u64) -> roznamcha_prints::Template {
    let mut chance = Chance::of(seed, &[person, u64::from(finger), time]);
    Finger::of(seed, person, finger).impression(&Wear::default(), &mut chance)
}

/// Bytes of memory the process has, as Linux says.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilo| kilo * 1_024)
}
