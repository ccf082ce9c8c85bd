//! Real prints among people of nobody. Each set of a folder is one person, its fingers in turn his; the first
//! impression of each is enrolled, the others search.

use std::collections::BTreeMap;
use std::path::Path;

use roznamcha_prints::{Extractor, Template};
use roznamcha_prints_gallery::{Entry, Gallery, GalleryError, PersonId, Position};
use roznamcha_prints_synth::Chance;

use crate::folder::{Resolutions, sets};
use crate::gallery::people::{Asked, FINGERS};
use crate::gallery::searches::{Run, Searched};
use crate::gallery::{Scale, ScaleError};
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
    let sets = sets(folder, &(0..=u32::MAX), resolutions).map_err(crate::BenchError::from)?;
    for (set, number) in sets.iter().zip(0..) {
        let mut fingers: Vec<u32> = set.prints.iter().map(|print| print.finger).collect();
        fingers.sort_unstable();
        fingers.dedup();
        let mut planted = Planted { person: PersonId::from(FIRST + number), prints: BTreeMap::new() };
        for print in &set.prints {
            // a person has ten
            let Some(finger) = (1..=FINGERS).zip(&fingers).find(|(_, of)| **of == print.finger) else {
                continue;
            };
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
        let mut first: BTreeMap<u8, &Template> = BTreeMap::new();
        for ((finger, _), template) in &self.prints {
            first.entry(*finger).or_insert(template);
        }
        let print = |(finger, template): (u8, &Template)| Ok((Position::new(finger)?, template.clone()));
        let prints = first.into_iter().map(print).collect::<Result<_, GalleryError>>()?;
        Ok(Entry { person: self.person, prints })
    }

    /// What is searched with: each print that is not enrolled for itself, or all of an impression together.
    fn probes(&self, asked: Asked) -> Result<Vec<Vec<(Position, Template)>>, GalleryError> {
        let mut first: BTreeMap<u8, u32> = BTreeMap::new();
        let mut cards: BTreeMap<u32, Vec<(Position, Template)>> = BTreeMap::new();
        for ((finger, impression), template) in &self.prints {
            if first.entry(*finger).or_insert(*impression) != impression {
                let print = (Position::new(*finger)?, template.clone());
                cards.entry(*impression).or_default().push(print);
            }
        }
        // where a search takes long, every third
        let step = if matches!(asked, Asked::Ten | Asked::One) { 1 } else { 3 };
        Ok(if asked == Asked::Ten {
            cards.into_values().collect()
        } else {
            cards.into_values().flatten().step_by(step).map(|print| vec![print]).collect()
        })
    }
}

/// Searches with the planted people's other impressions; the threshold is that of the strangers of the same kind.
pub(super) fn search(
    gallery: &Gallery,
    real: &[Planted],
    scale: &Scale,
    asked: Asked,
    strangers: &Searched,
) -> Result<Searched, ScaleError> {
    let mut run = Run::new(gallery, scale);
    for (planted, number) in real.iter().zip(0..) {
        let mut chance = Chance::of(scale.seed, &[number, 3]);
        for prints in planted.probes(asked)? {
            run.by(planted.person, &asked.probe(prints, &mut chance))?;
        }
    }
    Ok(run.summed(format!("real, {}", asked.name()), strangers.threshold, strangers.strangers))
}
