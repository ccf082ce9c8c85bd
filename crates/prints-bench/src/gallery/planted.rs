//! Real prints among people of nobody. Each set of a folder is one person, its fingers in turn his; the first
//! impression of each is enrolled, the others search.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use roznamcha_prints::{Extractor, Template};
use roznamcha_prints_gallery::{
    Candidate, Entry, Gallery, GalleryError, PersonId, Position, Probe, Settings,
};

use crate::folder::{Resolutions, sets};
use crate::gallery::ScaleError;
use crate::gallery::searches::{Searched, summed};
use crate::system::SystemError;

/// A person of real prints.
pub(super) struct Planted {
    person: PersonId,
    /// By finger and impression.
    prints: BTreeMap<(u8, u32), Template>,
}

/// The first of such people's numbers: beyond those of all others.
const FIRST: u128 = 1 << 100;

pub(super) fn read(
    folder: &Path,
    resolutions: &Resolutions,
    extractor: &dyn Extractor,
) -> Result<Vec<Planted>, ScaleError> {
    let mut out = Vec::new();
    for (set, number) in
        sets(folder, &(0..=u32::MAX), resolutions).map_err(crate::BenchError::from)?.iter().zip(0..)
    {
        let mut fingers: Vec<u32> = set.prints.iter().map(|print| print.finger).collect();
        fingers.sort_unstable();
        fingers.dedup();
        let mut planted = Planted { person: PersonId::from(FIRST + number), prints: BTreeMap::new() };
        for print in &set.prints {
            // a person has ten
            let Some(finger) = (1..=10).zip(&fingers).find(|(_, of)| **of == print.finger) else { continue };
            let made = extractor.template(&print.image).map_err(SystemError::from)?;
            planted.prints.insert((finger.0, print.impression), Template::from_bytes(&made.to_bytes()?)?);
        }
        out.push(planted);
    }
    Ok(out)
}

impl Planted {
    /// The first impression of each finger.
    pub(super) fn entry(&self) -> Result<Entry, GalleryError> {
        let mut prints: BTreeMap<u8, &Template> = BTreeMap::new();
        for ((finger, _), template) in &self.prints {
            prints.entry(*finger).or_insert(template);
        }
        let prints =
            prints.into_iter().map(|(finger, template)| Ok((Position::new(finger)?, template.clone())));
        Ok(Entry { person: self.person, prints: prints.collect::<Result<_, GalleryError>>()? })
    }

    /// Every other impression of all fingers together, and each for itself.
    fn probes(&self) -> Result<(Vec<Probe>, Vec<Probe>), GalleryError> {
        let mut first: BTreeMap<u8, u32> = BTreeMap::new();
        let mut cards: BTreeMap<u32, Probe> = BTreeMap::new();
        let mut singles = Vec::new();
        for ((finger, impression), template) in &self.prints {
            if first.entry(*finger).or_insert(*impression) == impression {
                continue;
            }
            let print = (Some(Position::new(*finger)?), template.clone());
            singles.push(Probe { prints: vec![print.clone()], upright: true });
            let card = || Probe { prints: Vec::new(), upright: true };
            cards.entry(*impression).or_insert_with(card).prints.push(print);
        }
        Ok((cards.into_values().collect(), singles))
    }
}

/// Searches with the planted people's other impressions; thresholds are those of the strangers of the same kind.
pub(super) fn search(
    gallery: &Gallery,
    real: &[Planted],
    strangers: &[Searched],
    settings: &Settings,
) -> Result<Vec<Searched>, ScaleError> {
    let (mut cards, mut singles) = (Vec::new(), Vec::new());
    for planted in real {
        let (whole, each) = planted.probes()?;
        cards.extend(whole.into_iter().map(|probe| (planted.person, probe)));
        singles.extend(each.into_iter().map(|probe| (planted.person, probe)));
    }
    let mut out = Vec::new();
    let kinds = [("ten real prints", cards), ("one real print, finger known", singles)];
    for ((name, probes), strangers) in kinds.into_iter().zip(strangers) {
        if probes.is_empty() {
            continue;
        }
        let (mut times, mut found): (Vec<_>, Vec<(PersonId, Option<Candidate>)>) = (Vec::new(), Vec::new());
        for (person, probe) in probes {
            let start = Instant::now();
            // a print too poor to search with is a miss
            let answer = match gallery.search(&probe, settings) {
                Err(GalleryError::Blank(_)) => Vec::new(),
                other => other?,
            };
            times.push(start.elapsed());
            found.push((person, answer.into_iter().next()));
        }
        out.push(summed(name, &found, strangers.strangers, &times, strangers.threshold));
    }
    Ok(out)
}
