//! Whole ten-print cards out of two sets, a hand each.

use std::path::Path;

use rayon::prelude::*;
use roznamcha_prints::card::{Doubt, Part, cut, sequence};
use roznamcha_prints::{Card, Classical, Cut, Extractor as _, Frame, Layout, Template};
use roznamcha_prints_synth::Chance;

use super::compose::{Inked, Laid, Sheet};
use super::{CardsError, Count, picture};
use crate::clock::Clock;
use crate::folder::Set;

/// Sides of the card at 500 dpi: eight inches.
const SIDE: usize = 4_000;
/// Pixels between the fingers of a slap.
const GAP: f32 = 18.0;
const SEED: u64 = 11;

/// What became of the cards.
#[derive(Debug, Clone, Default)]
pub(super) struct Cards {
    prints: Count,
    /// Cards in order about which nothing was doubted.
    quiet: Count,
    /// Cards with two rolled prints in each other's boxes, both named.
    swapped: Count,
    /// Cards with a finger rolled in two boxes, named.
    twice: Count,
    seconds: f64,
    cards: usize,
}

impl Cards {
    pub(super) fn line(&self) -> String {
        format!(
            "prints of cards cut right {}; cards in order left in peace {}; swapped fingers named {}; a finger taken twice \
             named {}; {:.0} ms a card",
            self.prints,
            self.quiet,
            self.swapped,
            self.twice,
            self.seconds * 1e3 / self.cards.max(1) as f64
        )
    }

    fn join(mut self, other: Self) -> Self {
        let both = [
            (&mut self.prints, other.prints),
            (&mut self.quiet, other.quiet),
            (&mut self.swapped, other.swapped),
            (&mut self.twice, other.twice),
        ];
        for (mine, theirs) in both {
            mine.hits += theirs.hits;
            mine.of += theirs.of;
        }
        self.seconds += other.seconds;
        self.cards += other.cards;
        self
    }
}

/// Three cards for every impression: in order, with two fingers in each other's boxes, and with one taken twice.
pub(super) fn measure(right: &Set, left: &Set, out: Option<&Path>) -> Result<Cards, CardsError> {
    let classical = Classical::new();
    let layout = Layout::built_in()?;
    let most = right.prints.iter().map(|print| print.impression).max().unwrap_or(0);
    let done: Result<Vec<Cards>, CardsError> = (1..=most)
        .into_par_iter()
        .map(|impression| {
            let rolled = hands(right, left, impression)?;
            let plain = hands(right, left, impression % most + 1)?;
            let mut done = Cards::default();
            if rolled.len() < 10 || plain.len() < 10 {
                return Ok(done);
            }
            let mut chance = Chance::of(SEED, &[u64::from(impression)]);
            let one = 1 + (chance.bits() % 10) as u8;
            let other = 1 + (one + (chance.bits() % 9) as u8) % 10;
            let boxes = |of: &dyn Fn(u8) -> u8| (1..=10).map(of).collect::<Vec<u8>>();
            let order = boxes(&|finger| finger);
            let swapped = boxes(&|finger| {
                if finger == one {
                    other
                } else if finger == other {
                    one
                } else {
                    finger
                }
            });
            let twice = boxes(&|finger| if finger == other { one } else { finger });
            for (which, boxes) in [&order, &swapped, &twice].into_iter().enumerate() {
                let sheet = laid(&layout, &rolled, &plain, boxes, &mut chance);
                let image = sheet.image()?;
                picture(out, &format!("card-{}-{impression}-{which}", right.name), &image)?;
                let clock = Clock::start();
                let card = cut(&classical, &image, &layout, &[]);
                done.seconds += clock.elapsed().as_secs_f64();
                done.cards += 1;
                counted(&mut done, &sheet, &card, &layout);
                let doubts = doubts(&classical, &card)?;
                let elsewhere = |in_box, like| doubts.contains(&Doubt::Elsewhere { in_box, like });
                let (low, high) = (one.min(other), one.max(other));
                match which {
                    0 => done.quiet.add(doubts.is_empty()),
                    1 => done.swapped.add(elsewhere(one, other) && elsewhere(other, one)),
                    _ => done.twice.add(doubts.contains(&Doubt::Twice { one: low, other: high })),
                }
            }
            Ok(done)
        })
        .collect();
    Ok(done?.into_iter().fold(Cards::default(), Cards::join))
}

/// Five fingers of a set as the right hand, five of another as the left.
fn hands(right: &Set, left: &Set, impression: u32) -> Result<Vec<Inked>, CardsError> {
    let of = |set: &Set| {
        let prints = set.prints.iter().filter(|print| print.impression == impression).take(5);
        prints.map(|print| Ok(Inked::of(&print.image)?)).collect::<Result<Vec<Inked>, CardsError>>()
    };
    let mut all = of(right)?;
    all.extend(of(left)?);
    Ok(all)
}

/// The card: `boxes` says which finger was rolled in the box of each.
fn laid(layout: &Layout, rolled: &[Inked], plain: &[Inked], boxes: &[u8], chance: &mut Chance) -> Sheet {
    let mut sheet = Sheet::new(SIDE, SIDE, chance);
    let get = |prints: &'_ [Inked], finger: u8| usize::from(finger.max(1) - 1).min(prints.len() - 1);
    for (part, area) in &layout.boxes {
        let side = |share: f32| (share * SIDE as f32) as usize;
        sheet.rule((side(area.left), side(area.top)), (side(area.right), side(area.bottom)));
        let middle = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
        let (x, y) = (middle.0 * SIDE as f32, middle.1 * SIDE as f32);
        let degrees = chance.normal(0.0, 4.0);
        match part {
            Part::Rolled(finger) => {
                let rolled_here = boxes.get(usize::from(finger.max(&1) - 1)).copied().unwrap_or(*finger);
                let print = rolled.get(get(rolled, rolled_here));
                print.into_iter().for_each(|print| sheet.lay(print, Laid { x, y, degrees }));
            }
            Part::Plain(finger) => {
                let print = plain.get(get(plain, *finger));
                print.into_iter().for_each(|print| sheet.lay(print, Laid { x, y, degrees }));
            }
            Part::Slap(hand) => {
                let prints: Vec<&Inked> =
                    hand.fingers().iter().filter_map(|finger| plain.get(get(plain, *finger))).collect();
                let wide: f32 = prints.iter().map(|print| 2.0 * print.reach.0 + GAP).sum::<f32>() - GAP;
                let mut left = x - wide / 2.0;
                for print in prints {
                    sheet.lay(print, Laid { x: left + print.reach.0, y, degrees });
                    left += 2.0 * print.reach.0 + GAP;
                }
            }
        }
    }
    sheet
}

/// Counts the prints of the card whose frames hold them alone.
fn counted(done: &mut Cards, sheet: &Sheet, card: &Card, layout: &Layout) {
    let mut which = 0;
    let frame = |cuts: &[Cut], finger: u8| cuts.iter().find(|cut| cut.finger == finger).map(|cut| cut.frame);
    for (part, _) in &layout.boxes {
        let frames: Vec<Option<Frame>> = match part {
            Part::Rolled(finger) => vec![frame(&card.rolled, *finger)],
            Part::Plain(finger) => vec![frame(&card.plain, *finger)],
            Part::Slap(hand) => hand.fingers().iter().map(|finger| frame(&card.plain, *finger)).collect(),
        };
        for frame in frames {
            done.prints.add(frame.is_some_and(|frame| sheet.is_hit(&frame, which)));
            which += 1;
        }
    }
}

fn doubts(classical: &Classical, card: &Card) -> Result<Vec<Doubt>, CardsError> {
    let read = |cuts: &[Cut]| -> Result<Vec<(u8, Template)>, CardsError> {
        cuts.iter().map(|cut| Ok((cut.finger, classical.template(&cut.image)?))).collect()
    };
    let (rolled, plain) = (read(&card.rolled)?, read(&card.plain)?);
    let rolled: Vec<(u8, &Template)> = rolled.iter().map(|(finger, template)| (*finger, template)).collect();
    let plain: Vec<(u8, &Template)> = plain.iter().map(|(finger, template)| (*finger, template)).collect();
    Ok(sequence(&rolled, &plain))
}
