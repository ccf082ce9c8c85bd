//! A gallery of so many people of nobody, real prints planted in it: built, opened again, searched.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use roznamcha_prints::{Extractor, TemplateError};
use roznamcha_prints_gallery::{Entry, Gallery, GalleryError, PersonId, Settings, TailError};
use roznamcha_prints_synth::Wear;
use thiserror::Error;

use crate::BenchError;
use crate::clock::{process, since};
use crate::folder::Resolutions;
use crate::gallery::people::entry;
use crate::system::SystemError;

mod people;
mod planted;
mod report;
mod searches;

pub use self::people::Asked;
pub use self::searches::Searched;

/// People enrolled at once.
const BATCH: u64 = 500;

/// What is built and searched.
#[derive(Debug, Clone)]
pub struct Scale {
    /// People in the gallery, not counting the planted.
    pub people: u64,
    /// Searches of each kind by people in it, of ten prints ten times as many, and so many by strangers.
    pub searches: u64,
    /// The gallery's folder: not there, empty, or with a gallery of the first of these people, who then stay; those
    /// who are missing are enrolled.
    pub at: PathBuf,
    /// What befalls their prints.
    pub wear: Wear,
    /// What everyone's fingers are drawn from.
    pub seed: u64,
    /// How far searches go.
    pub settings: Settings,
}

/// What enrolling took, not counting the time to make the people.
#[derive(Debug, Clone, Copy, Default)]
pub struct Enrolled {
    /// People.
    pub people: usize,
    /// Time.
    pub time: Duration,
    /// Time of all cores, where the machine says.
    pub cores: Option<Duration>,
}

/// What was measured of the gallery itself.
#[derive(Debug, Clone)]
pub struct Measured {
    /// People in the gallery.
    pub people: usize,
    /// Enrolling those who were not there.
    pub enrolled: Enrolled,
    /// The slowest of some enrolments of one person, each written through to the disk.
    pub slowest_enrolment: Duration,
    /// Time to open the gallery, and that of all cores, where the machine says.
    pub opened: (Duration, Option<Duration>),
    /// Memory of the process after opening, where the machine says.
    pub resident: Option<u64>,
    /// What the gallery says of itself.
    pub memory: usize,
    /// Bytes of the files.
    pub files: u64,
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
    #[error("`{0}` holds other people, or more of them: name another folder for the gallery")]
    Others(PathBuf),
    /// What its people are drawn from cannot be noted.
    #[error("`{0}`: {1}")]
    Note(PathBuf, std::io::Error),
    /// A template cannot be written.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// The extractor says no.
    #[error(transparent)]
    System(#[from] SystemError),
    /// What was measured cannot be told.
    #[error("cannot write: {0}")]
    Output(#[from] std::io::Error),
}

/// Builds a gallery, opens it again and searches it, on the threads that `rayon` has, and says what it measures as
/// soon as it knows.
///
/// # Errors
/// [`ScaleError`].
pub fn measure(
    scale: &Scale,
    planted: Option<(&Path, &Resolutions, &dyn Extractor)>,
    out: &mut dyn Write,
) -> Result<(), ScaleError> {
    let real = match planted {
        Some((folder, resolutions, extractor)) => planted::read(folder, resolutions, extractor)?,
        None => Vec::new(),
    };
    let (gallery, measured) = built(scale, &real)?;
    out.write_all(report::head(&measured).as_bytes())?;
    for asked in Asked::ALL {
        let searched = searches::run(&gallery, scale, asked)?;
        out.write_all(report::lines(&searched).as_bytes())?;
        if !real.is_empty() {
            let planted = planted::search(&gallery, &real, scale, asked, &searched)?;
            out.write_all(report::lines(&planted).as_bytes())?;
        }
        out.flush()?;
    }
    Ok(())
}

/// The gallery, opened after it was built.
fn built(scale: &Scale, real: &[planted::Planted]) -> Result<(Gallery, Measured), ScaleError> {
    let gallery = Gallery::open(&scale.at)?;
    same(&gallery, scale)?;
    let enrolled = build(&gallery, scale)?;
    let slowest_enrolment = one_by_one(&gallery, scale)?;
    for planted in real {
        let entry = planted.entry()?;
        gallery.destroy(entry.person)?;
        gallery.enrol(&[entry])?;
    }
    drop(gallery);
    let (start, from) = (Instant::now(), process());
    let gallery = Gallery::open(&scale.at)?;
    let opened = (start.elapsed(), since(from));
    let count = gallery.count();
    let measured = Measured {
        people: count.people,
        enrolled,
        slowest_enrolment,
        opened,
        resident: resident(),
        memory: count.memory,
        files: count.files,
    };
    Ok((gallery, measured))
}

/// That a gallery which is there is of the first of these people, worn the same. A note in its folder says of whom.
fn same(gallery: &Gallery, scale: &Scale) -> Result<(), ScaleError> {
    let path = scale.at.join("people.txt");
    let note = format!("seed {}\n{:?}\n", scale.seed, scale.wear);
    if gallery.count().people == 0 {
        return fs::write(&path, note).map_err(|error| ScaleError::Note(path, error));
    }
    let others = fs::read_to_string(&path).unwrap_or_default() != note;
    if others || gallery.contains(PersonId::from(u128::from(scale.people))) {
        return Err(ScaleError::Others(scale.at.clone()));
    }
    Ok(())
}

/// Enrols whoever is not there, so that one that was broken off goes on, and a larger one grows out of a smaller.
fn build(gallery: &Gallery, scale: &Scale) -> Result<Enrolled, GalleryError> {
    let mut done = Enrolled::default();
    for first in (0..scale.people).step_by(BATCH as usize) {
        let numbers = (first..(first + BATCH).min(scale.people)).into_par_iter();
        let new = numbers.filter(|number| !gallery.contains(PersonId::from(u128::from(*number))));
        let entries = new.map(|number| entry(scale.seed, number, &scale.wear));
        let entries = entries.collect::<Result<Vec<Entry>, GalleryError>>()?;
        let (start, from) = (Instant::now(), process());
        gallery.enrol(&entries)?;
        done.time += start.elapsed();
        done.cores = since(from).map(|cores| done.cores.unwrap_or_default() + cores);
        done.people += entries.len();
        if !entries.is_empty() && first % (100 * BATCH) == 0 {
            // it may take an hour; a reader who is gone loses nothing
            let _ = writeln!(std::io::stderr(), "{first} of {} people", scale.people);
        }
    }
    Ok(done)
}

/// People beyond all others, who come one by one and go again.
fn one_by_one(gallery: &Gallery, scale: &Scale) -> Result<Duration, GalleryError> {
    let mut slowest = Duration::ZERO;
    for number in 0..20 {
        let entry = entry(scale.seed, u64::MAX - number, &scale.wear)?;
        let start = Instant::now();
        gallery.enrol(std::slice::from_ref(&entry))?;
        slowest = slowest.max(start.elapsed());
        gallery.destroy(entry.person)?;
    }
    Ok(slowest)
}

/// Bytes of memory the process has, as Linux says.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilo| kilo * 1_024)
}
