//! A search: words first, over everyone; then the matcher, over the best of them.

use std::collections::HashSet;

use rayon::prelude::*;
use roznamcha_prints::{Matcher, Prepared, Template};

use crate::block::Block;
use crate::entry::{FINGERS, PersonId, Position, parts};
use crate::error::GalleryError;
use crate::gallery::{Gallery, Shared, read};
use crate::tally::Tally;
use crate::words::{Asked, asked};

/// Prints of one person to search with.
#[derive(Debug, Clone, PartialEq)]
pub struct Probe {
    /// Each with its finger, where that is known.
    pub prints: Vec<(Option<Position>, Template)>,
    /// Whether the fingers lay about upright, as on a card or a scanner. A latent's may lie any way.
    pub upright: bool,
}

/// How far a search goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Prints of the probe that go through the first stage: the richest.
    pub leading: usize,
    /// People the matcher looks at by the leading prints, where the probe has several.
    pub several: usize,
    /// Prints the matcher looks at where the probe has one: at most so many.
    pub single: usize,
    /// Part of the gallery's prints the matcher looks at where the probe has one, a thousand at least.
    pub share: f64,
    /// People of whom every print is compared.
    pub full: usize,
    /// Candidates in the answer.
    pub answers: usize,
}

impl Default for Settings {
    /// The README says what these cost and miss.
    fn default() -> Self {
        Self { leading: 3, several: 400, single: 20_000, share: 0.02, full: 20, answers: 20 }
    }
}

impl Settings {
    /// How many the matcher looks at by the leading prints.
    fn most(&self, asking: &[Asking], people: usize) -> usize {
        match asking {
            [one] => {
                let prints = if one.position.is_some() { people } else { people * FINGERS };
                ((prints as f64 * self.share) as usize).max(FEWEST_LOOKED_AT).min(self.single)
            }
            _ => self.several,
        }
    }
}

/// A person whose prints are like the probe's. No identification: a person decides that.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Natural logarithm of the likelihood ratio, over all prints compared.
    pub llr: f32,
    /// Print by print: its place in the probe, the finger it was compared with, and the ratio of that alone.
    pub prints: Vec<(usize, Position, f32)>,
}

/// Prints that lay upright are turned against each other by at most so many degrees.
const UPRIGHT: f32 = 60.0;
/// However small a gallery is, so many prints are looked at.
const FEWEST_LOOKED_AT: usize = 1_000;
/// Minutiae below which a print is not searched with.
const FEWEST: usize = 5;
/// People of a block up to whom each is compared.
const FEW: usize = 64;
/// A print speaks at most so much against a person: it may be a bad one.
const AGAINST: f32 = -2.0;

/// Somebody the first stage found: block, slot, the finger where the probe's is not known, score.
#[derive(Debug, Clone, Copy)]
struct Short {
    block: u32,
    slot: u16,
    finger: Option<u8>,
    score: f32,
}

struct Asking {
    place: usize,
    position: Option<Position>,
    words: Vec<Asked>,
    ready: Prepared,
}

impl Gallery {
    /// The people whose prints are most like these, the best first.
    ///
    /// # Errors
    /// [`GalleryError::Blank`] for a probe without a usable print, [`GalleryError::Disk`].
    pub fn search(&self, probe: &Probe, settings: &Settings) -> Result<Vec<Candidate>, GalleryError> {
        let asking = asking(probe, settings.leading.max(1));
        if asking.is_empty() {
            return Err(GalleryError::Blank(FEWEST));
        }
        let leading = asking.get(..settings.leading.max(1)).unwrap_or(&asking);
        let short = self.shortlist(leading, settings.most(&asking, self.seats()));
        let most_degrees = if probe.upright { UPRIGHT } else { 180.0 };
        let mut ranked = self.compared(leading, &short, most_degrees)?;
        if asking.len() > leading.len() {
            ranked.truncate(settings.full);
            let best: Vec<Short> = ranked.into_iter().map(|(short, _)| short).collect();
            ranked = self.compared(&asking, &best, most_degrees)?;
        }
        // where the finger is not known one person may come by several
        let mut seen = HashSet::new();
        ranked.retain(|(short, candidate)| seen.insert(candidate.person) && self.still(short));
        ranked.truncate(settings.answers);
        Ok(ranked.into_iter().map(|(_, candidate)| candidate).collect())
    }

    /// The people whom the first stage alone puts first, the best first: for measuring what it misses.
    ///
    /// # Errors
    /// [`GalleryError::Blank`] for a probe without a usable print.
    pub fn by_words(&self, probe: &Probe, settings: &Settings) -> Result<Vec<PersonId>, GalleryError> {
        let asking = asking(probe, settings.leading.max(1));
        if asking.is_empty() {
            return Err(GalleryError::Blank(FEWEST));
        }
        let leading = asking.get(..settings.leading.max(1)).unwrap_or(&asking);
        let mut short = self.shortlist(leading, settings.most(&asking, self.seats()));
        short.sort_by(|a, b| b.score.total_cmp(&a.score));
        let blocks: Vec<Shared> = self.blocks().clone();
        let person = |short: &Short| read(blocks.get(short.block as usize)?).person(short.slot);
        Ok(short.iter().filter_map(person).collect())
    }

    fn shortlist(&self, leading: &[Asking], most: usize) -> Vec<Short> {
        let blocks: Vec<(u32, Shared)> = (0..).zip(self.blocks().iter().cloned()).collect();
        let found = blocks.par_iter().map_init(Tally::default, |tally, (number, block)| {
            cut(first_stage(*number, &read(block), leading, tally), most)
        });
        cut(found.flatten_iter().collect(), most)
    }

    fn compared(
        &self,
        asking: &[Asking],
        short: &[Short],
        most_degrees: f32,
    ) -> Result<Vec<(Short, Candidate)>, GalleryError> {
        let blocks: Vec<Shared> = self.blocks().clone();
        let made = || Matcher::new(most_degrees);
        let found = short.par_iter().with_min_len(16).map_init(made, |matcher, short| {
            let Some(block) = blocks.get(short.block as usize) else { return Ok(None) };
            let Some((person, entry)) = read(block).entry(short.slot)? else { return Ok(None) };
            // of several prints each may be another finger than the one by which the person was found
            let finger = short.finger.filter(|_| asking.len() == 1);
            let found = candidate(person, &entry, asking, finger, matcher)?;
            Ok((!found.prints.is_empty()).then_some((*short, found)))
        });
        let mut found: Vec<(Short, Candidate)> =
            found.filter_map(Result::transpose).collect::<Result<_, GalleryError>>()?;
        let falling = |a: &Candidate, b: &Candidate| b.llr.total_cmp(&a.llr).then(a.person.cmp(&b.person));
        found.sort_by(|(_, a), (_, b)| falling(a, b));
        Ok(found)
    }

    /// Seats in all blocks, those of the destroyed too.
    fn seats(&self) -> usize {
        self.blocks().iter().map(|block| read(block).contents.seats.len()).sum()
    }

    /// Whether who was found has not been destroyed since.
    fn still(&self, short: &Short) -> bool {
        self.blocks().get(short.block as usize).is_some_and(|block| read(block).person(short.slot).is_some())
    }
}

/// The probe's usable prints, the richest first; the leading ones with their words.
fn asking(probe: &Probe, leading: usize) -> Vec<Asking> {
    let rich = |template: &Template| template.minutiae.iter().map(|minutia| minutia.quality).sum::<f32>();
    let mut order: Vec<usize> = (0..probe.prints.len()).collect();
    let richness: Vec<f32> = probe.prints.iter().map(|(_, template)| rich(template)).collect();
    let of = |place: &usize| richness.get(*place).copied().unwrap_or(0.0);
    order.sort_by(|a, b| of(b).total_cmp(&of(a)));
    let prints = order.into_iter().filter_map(|place| probe.prints.get(place).map(|print| (place, print)));
    prints
        .filter(|(_, (_, template))| template.minutiae.len() >= FEWEST)
        .enumerate()
        .map(|(rank, (place, (position, template)))| Asking {
            place,
            position: *position,
            words: if rank < leading { asked(template, probe.upright) } else { Vec::new() },
            ready: Prepared::new(template),
        })
        .collect()
}

/// Everyone of a block with a score by words.
fn first_stage(number: u32, block: &Block, leading: &[Asking], tally: &mut Tally) -> Vec<Short> {
    let people = block.contents.seats.len();
    let mut known = vec![0.0_f32; people];
    let mut out = Vec::new();
    for asking in leading {
        for (finger, (index, lengths)) in
            (0..).zip(block.contents.indexes.iter().zip(&block.contents.lengths))
        {
            match asking.position {
                Some(position) if position.place() == usize::from(finger) => {
                    tally.count(index, lengths, &asking.words, &mut known);
                }
                None if finger < FINGERS as u8 => {
                    let mut scores = vec![0.0_f32; people];
                    tally.count(index, lengths, &asking.words, &mut scores);
                    out.extend(shorts(number, Some(finger + 1), &scores));
                }
                _ => {}
            }
        }
    }
    if leading.iter().any(|asking| asking.position.is_some()) {
        out.extend(shorts(number, None, &known));
    }
    out
}

fn shorts(block: u32, finger: Option<u8>, scores: &[f32]) -> impl Iterator<Item = Short> {
    // among a few no word is rare, and so no score says anything: all of them are compared
    let few = scores.len() <= FEW;
    let score_of = move |score: f32| if few { f32::INFINITY } else { score };
    let all = (0..).zip(scores).map(move |(slot, score)| (slot, score_of(*score)));
    // below chance nobody is worth a look
    let above = all.filter(|(_, score)| *score > 0.0);
    above.map(move |(slot, score)| Short { block, slot, finger, score })
}

fn cut(mut found: Vec<Short>, most: usize) -> Vec<Short> {
    if found.len() > most {
        let falling = |a: &Short, b: &Short| {
            b.score.total_cmp(&a.score).then((a.block, a.slot, a.finger).cmp(&(b.block, b.slot, b.finger)))
        };
        found.select_nth_unstable_by(most, falling);
        found.truncate(most);
    }
    found
}

/// What a person's prints say; `finger` names the only one to look at. A print whose finger is not known is compared
/// with all, and the best speaks.
fn candidate(
    person: PersonId,
    entry: &[u8],
    asking: &[Asking],
    finger: Option<u8>,
    matcher: &mut Matcher,
) -> Result<Candidate, GalleryError> {
    let mut fingers = Vec::new();
    for (position, bytes) in parts(entry) {
        let asked_for = |one: &Asking| one.position.is_none_or(|wanted| wanted == position);
        if finger.is_none_or(|only| only == position.number()) && asking.iter().any(asked_for) {
            let template =
                Template::from_bytes(bytes).map_err(|error| GalleryError::Template(person, error))?;
            fingers.push((position, Prepared::listed(&template)));
        }
    }
    let mut out = Candidate { person, llr: 0.0, prints: Vec::with_capacity(asking.len()) };
    for one in asking {
        let of = fingers.iter().filter(|(position, _)| one.position.is_none_or(|wanted| wanted == *position));
        let best = of
            .map(|(position, print)| (*position, matcher.score(&one.ready, print)))
            .max_by(|(_, a), (_, b)| a.total_cmp(b));
        if let Some((position, llr)) = best {
            out.llr += llr.max(AGAINST);
            out.prints.push((one.place, position, llr));
        }
    }
    Ok(out)
}
