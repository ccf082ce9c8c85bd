//! Searches by people who are in the gallery and by strangers.

use std::time::{Duration, Instant};

use roznamcha_prints_gallery::{Gallery, GalleryError, PersonId, Probe, threshold};

use crate::clock::{process, since};
use crate::gallery::people::{Asked, again};
use crate::gallery::{Scale, ScaleError};

const FPIR: f64 = 0.001;
/// Ten prints hardly fail: it takes more searches to see it.
const TENFOLD: u64 = 10;

/// What searches of one kind did.
#[derive(Debug, Clone)]
pub struct Searched {
    /// With what.
    pub name: String,
    /// Searches by people in the gallery.
    pub searches: usize,
    /// Searches by strangers that the threshold was made from.
    pub strangers: usize,
    /// What the searches took.
    pub time: Spread,
    /// The same in time of all cores, which a busy machine does not change; 0 where the machine does not say.
    pub cores: Spread,
    /// Part of the searches in whose shortlist the right one was.
    pub shortlisted: f64,
    /// Part of the searches whose first candidate was the right one.
    pub first: f64,
    /// Part of the searches in whose answer the right one was.
    pub answered: f64,
    /// The score from which one search by a stranger in 1,000 names somebody.
    pub threshold: f32,
    /// Part of the searches whose first candidate was not the right one or stood below the threshold.
    pub missed: f64,
}

/// Times of many searches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spread {
    /// Half of them took no longer.
    pub median: Duration,
    /// 99 of 100 took no longer.
    pub slow: Duration,
}

impl Spread {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        let last = times.len().saturating_sub(1);
        let at = |part: usize| times.get((times.len() * part / 100).min(last)).copied().unwrap_or_default();
        Self { median: at(50), slow: at(99) }
    }
}

/// One search by somebody who is in the gallery.
struct Search {
    shortlisted: bool,
    /// Where the right one stood in the answer.
    place: Option<usize>,
    /// The first one's score.
    llr: f32,
}

/// Searches as they are made.
pub(super) struct Run<'a> {
    gallery: &'a Gallery,
    scale: &'a Scale,
    times: Vec<Duration>,
    cores: Vec<Duration>,
    searches: Vec<Search>,
}

impl<'a> Run<'a> {
    pub(super) fn new(gallery: &'a Gallery, scale: &'a Scale) -> Self {
        Self { gallery, scale, times: Vec::new(), cores: Vec::new(), searches: Vec::new() }
    }

    /// What one search finds: person and score, the best first. A print too poor to search with finds nobody.
    fn timed(&mut self, probe: &Probe) -> Result<Vec<(PersonId, f32)>, GalleryError> {
        let (start, from) = (Instant::now(), process());
        let answer = match self.gallery.search(probe, &self.scale.settings) {
            Err(GalleryError::Blank(_)) => Vec::new(),
            other => other?,
        };
        self.times.push(start.elapsed());
        self.cores.extend(since(from));
        Ok(answer.into_iter().map(|candidate| (candidate.person, candidate.llr)).collect())
    }

    /// A search by somebody who is there.
    pub(super) fn by(&mut self, person: PersonId, probe: &Probe) -> Result<(), GalleryError> {
        let answer = self.timed(probe)?;
        let place = answer.iter().position(|(found, _)| *found == person);
        let shortlisted = match self.gallery.by_words(probe, &self.scale.settings) {
            Err(GalleryError::Blank(_)) => false,
            other => other?.contains(&person),
        };
        let llr = answer.first().map_or(f32::MIN, |(_, llr)| *llr);
        self.searches.push(Search { shortlisted, place, llr });
        Ok(())
    }

    /// The best score of a search by nobody who is there.
    fn stranger(&mut self, probe: &Probe) -> Result<f32, GalleryError> {
        // an answer without anybody is no score at all: below every threshold
        Ok(self.timed(probe)?.first().map_or(f32::MIN, |(_, llr)| *llr))
    }

    pub(super) fn summed(self, name: String, threshold: f32, strangers: usize) -> Searched {
        let all = self.searches.len().max(1) as f64;
        let part =
            |of: &dyn Fn(&Search) -> bool| self.searches.iter().filter(|one| of(one)).count() as f64 / all;
        Searched {
            name,
            searches: self.searches.len(),
            strangers,
            shortlisted: part(&|one| one.shortlisted),
            first: part(&|one| one.place == Some(0)),
            answered: part(&|one| one.place.is_some()),
            threshold,
            missed: 1.0 - part(&|one| one.place == Some(0) && one.llr >= threshold),
            time: Spread::of(self.times),
            cores: Spread::of(self.cores),
        }
    }
}

/// Searches of one kind by people spread over the whole gallery, and by as many strangers.
pub(super) fn run(gallery: &Gallery, scale: &Scale, asked: Asked) -> Result<Searched, ScaleError> {
    let mut run = Run::new(gallery, scale);
    let wanted =
        if asked == Asked::Ten { scale.searches * TENFOLD } else { scale.searches }.min(scale.people);
    let step = scale.people / wanted.max(1);
    for number in (0..wanted).map(|at| at * step) {
        let probe = again(scale.seed, number, asked, &scale.wear)?;
        run.by(PersonId::from(u128::from(number)), &probe)?;
    }
    let mut strangers = Vec::new();
    for number in scale.people..scale.people + scale.searches {
        strangers.push(run.stranger(&again(scale.seed, number, asked, &scale.wear)?)?);
    }
    let threshold = threshold(&strangers, FPIR)?;
    Ok(run.summed(asked.name().to_owned(), threshold, strangers.len()))
}
