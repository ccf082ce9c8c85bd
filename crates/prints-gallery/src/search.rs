//! A search: words first, over everyone; then the matcher, over the best of them.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::OnceLock;

use rayon::prelude::*;
use roznamcha_prints::{Listed, Matcher, Prepared, Template};

use crate::block::Block;
use crate::entry::{FINGERS, PersonId, Position, parts};
use crate::error::GalleryError;
use crate::gallery::{Gallery, Shared, read};
use crate::tally::Tally;
use crate::words::{Asked, asked};

/// What is searched with.
#[derive(Debug, Clone, PartialEq)]
pub enum Probe {
    /// Prints of one person, each with its finger where that is known, that lay about upright, as on a card or a
    /// scanner. What they say is added up.
    Card(Vec<(Option<Position>, Template)>),
    /// One print that may have lain any way, and its finger where that is known. A scene's prints may be several
    /// people's: each is searched for itself, and [`crate::merged`] makes one answer of it.
    Latent(Option<Position>, Template),
}

impl Probe {
    fn is_upright(&self) -> bool {
        matches!(self, Self::Card(_))
    }

    fn prints(&self) -> Vec<(Option<Position>, &Template)> {
        match self {
            Self::Card(prints) => prints.iter().map(|(position, template)| (*position, template)).collect(),
            Self::Latent(position, template) => vec![(*position, template)],
        }
    }
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
    /// What these cost and miss, `roznamcha-prints-bench gallery` says for a gallery of any size.
    fn default() -> Self {
        Self { leading: 3, several: 400, single: 20_000, share: 0.02, full: 20, answers: 20 }
    }
}

impl Settings {
    /// How many the matcher looks at by the leading prints.
    fn most(&self, asking: &[Asking<'_>], people: usize) -> usize {
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
    /// Natural logarithm of the likelihood ratio, over all prints compared. A print whose finger is not known counts
    /// as [`of_any`] has it.
    pub llr: f32,
    /// Print by print: its place in the probe, the finger it is most like, and the ratio of those two alone.
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

/// What the ratio of the best of so many fingers is worth where it is not known which of them left the print. Each of
/// `n` is the one with a chance of `1 / n`, so that the ratio of the person is the mean of theirs: the best one's part of
/// it is its own less `ln n`. Strangers gain as much by being tried with ten fingers.
#[must_use]
pub fn of_any(best: f32, fingers: usize) -> f32 {
    best - (fingers.max(1) as f32).ln()
}

/// Somebody the first stage found; `finger` where one print is searched with and its finger is not known.
#[derive(Debug, Clone, Copy)]
struct Short {
    block: u32,
    slot: u16,
    finger: Option<u8>,
    /// Of so small a block that everyone in it is compared.
    few: bool,
    score: f32,
}

impl Short {
    /// The best first; of equals the earlier enrolled.
    fn falling(&self, other: &Self) -> Ordering {
        let score = other.few.cmp(&self.few).then(other.score.total_cmp(&self.score));
        score.then((self.block, self.slot, self.finger).cmp(&(other.block, other.slot, other.finger)))
    }
}

struct Asking<'a> {
    place: usize,
    position: Option<Position>,
    words: Vec<Asked>,
    template: &'a Template,
    prepared: OnceLock<Prepared>,
}

impl Asking<'_> {
    fn ready(&self) -> &Prepared {
        self.prepared.get_or_init(|| Prepared::new(self.template))
    }
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
        let most_degrees = if probe.is_upright() { UPRIGHT } else { 180.0 };
        let mut ranked = self.compared(leading, &short, most_degrees)?;
        // where the finger is not known one person may come by several
        let mut seen = HashSet::new();
        ranked.retain(|(_, candidate)| seen.insert(candidate.person));
        if asking.len() > leading.len() {
            ranked.truncate(settings.full);
            let best: Vec<Short> = ranked.into_iter().map(|(short, _)| short).collect();
            ranked = self.compared(&asking, &best, most_degrees)?;
        }
        ranked.retain(|(short, _)| self.still(short));
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
        short.sort_unstable_by(Short::falling);
        let blocks: Vec<Shared> = self.blocks().clone();
        let person = |short: &Short| read(blocks.get(short.block as usize)?).person(short.slot);
        Ok(short.iter().filter_map(person).collect())
    }

    fn shortlist(&self, leading: &[Asking<'_>], most: usize) -> Vec<Short> {
        let blocks: Vec<(u32, Shared)> = (0..).zip(self.blocks().iter().cloned()).collect();
        let found = blocks.par_iter().map_init(Tally::default, |tally, (number, block)| {
            cut(first_stage(*number, &read(block), leading, tally), most)
        });
        cut(found.flatten_iter().collect(), most)
    }

    fn compared(
        &self,
        asking: &[Asking<'_>],
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
fn asking(probe: &Probe, leading: usize) -> Vec<Asking<'_>> {
    let rich = |template: &Template| template.minutiae.iter().map(|minutia| minutia.quality).sum::<f32>();
    let mut prints: Vec<_> = probe.prints().into_iter().enumerate().collect();
    prints.retain(|(_, (_, template))| template.minutiae.len() >= FEWEST);
    prints.sort_by(|(_, (_, a)), (_, (_, b))| rich(b).total_cmp(&rich(a)));
    let ready = prints.into_iter().enumerate().map(|(rank, (place, (position, template)))| Asking {
        place,
        position,
        words: if rank < leading { asked(template, probe.is_upright()) } else { Vec::new() },
        template,
        prepared: OnceLock::new(),
    });
    ready.collect()
}

/// Everyone of a block with a score by words: finger by finger where one print's is not known, so that the matcher need
/// not look at all ten; else person by person.
fn first_stage(number: u32, block: &Block, leading: &[Asking<'_>], tally: &mut Tally) -> Vec<Short> {
    let mut out = Vec::new();
    match leading {
        [one] if one.position.is_none() => {
            for (finger, scores) in (1..).zip(by_finger(block, &one.words, tally)) {
                out.extend(shorts(number, Some(finger), &scores));
            }
        }
        _ => out.extend(shorts(number, None, &by_person(block, leading, tally))),
    }
    out
}

/// Of each finger, everyone's score by the words of a print that may be of any.
fn by_finger(block: &Block, words: &[Asked], tally: &mut Tally) -> Vec<Vec<f32>> {
    let fingers = block.contents.indexes.iter().zip(&block.contents.lengths);
    let scores = fingers.map(|(index, lengths)| {
        let mut scores = vec![0.0_f32; lengths.len()];
        tally.count(index, lengths, words, &mut scores);
        scores
    });
    scores.collect()
}

/// Everyone's score by all leading prints: that of the print's finger, or of the finger that it is most like.
fn by_person(block: &Block, leading: &[Asking<'_>], tally: &mut Tally) -> Vec<f32> {
    let mut sums = vec![0.0_f32; block.contents.seats.len()];
    for asking in leading {
        let Some(position) = asking.position else {
            let best = by_finger(block, &asking.words, tally).into_iter().reduce(|mut best, scores| {
                for (best, score) in best.iter_mut().zip(scores) {
                    *best = score.max(*best);
                }
                best
            });
            for (sum, best) in sums.iter_mut().zip(best.unwrap_or_default()) {
                *sum += best;
            }
            continue;
        };
        let (index, lengths) =
            (block.contents.indexes.get(position.place()), block.contents.lengths.get(position.place()));
        if let (Some(index), Some(lengths)) = (index, lengths) {
            tally.count(index, lengths, &asking.words, &mut sums);
        }
    }
    sums
}

fn shorts(block: u32, finger: Option<u8>, scores: &[f32]) -> impl Iterator<Item = Short> {
    // among a few no word is rare, and so no score says anything: all of them are compared
    let few = scores.len() <= FEW;
    // below chance nobody is worth a look
    let above = (0..).zip(scores).filter(move |(_, score)| few || **score > 0.0);
    above.map(move |(slot, score)| Short { block, slot, finger, few, score: *score })
}

fn cut(mut found: Vec<Short>, most: usize) -> Vec<Short> {
    if found.len() > most {
        found.select_nth_unstable_by(most, Short::falling);
        found.truncate(most);
    }
    found
}

/// What a person's prints say; `finger` names the only one to look at. A print whose finger is not known is compared
/// with all, and the best speaks.
fn candidate(
    person: PersonId,
    entry: &[u8],
    asking: &[Asking<'_>],
    finger: Option<u8>,
    matcher: &mut Matcher,
) -> Result<Candidate, GalleryError> {
    let all = parts(entry);
    let mut fingers = Vec::new();
    for (position, bytes) in &all {
        let asked_for = |one: &Asking<'_>| one.position.is_none_or(|wanted| wanted == *position);
        if finger.is_none_or(|only| only == position.number()) && asking.iter().any(asked_for) {
            let template =
                Template::from_bytes(bytes).map_err(|error| GalleryError::Template(person, error))?;
            fingers.push((*position, Listed::new(&template)));
        }
    }
    let mut out = Candidate { person, llr: 0.0, prints: Vec::with_capacity(asking.len()) };
    for one in asking {
        let of = fingers.iter().filter(|(position, _)| one.position.is_none_or(|wanted| wanted == *position));
        let best = of
            .map(|(position, print)| (*position, matcher.score(one.ready(), print)))
            .max_by(|(_, a), (_, b)| a.total_cmp(b));
        if let Some((position, llr)) = best {
            let worth = if one.position.is_some() { llr } else { of_any(llr, all.len()) };
            out.llr += worth.max(AGAINST);
            out.prints.push((one.place, position, llr));
        }
    }
    Ok(out)
}
