//! A print as words: every minutia with two of its neighbours makes one, by lengths and angles in its own frame.
//! Prints of one finger share many words, however the finger lay.

#![expect(clippy::indexing_slicing, reason = "indexes come from enumerating the same lists")]

use std::f32::consts::TAU;

use roznamcha_prints::Template;

/// How many words there are.
pub(crate) const WORDS: usize = (EDGES * (EDGES + 1)) / 2;
/// Shapes of an edge: length, direction, and how the neighbour is turned.
const EDGES: usize = LENGTHS.len() * BEARINGS * TURNS;
/// Where a length's next class begins, in pixels. The last is the longest there is.
const LENGTHS: [f32; 5] = [17.0, 24.0, 32.0, 42.0, LONGEST];
const BEARINGS: usize = 9;
const TURNS: usize = 8;
const SHORTEST: f32 = 8.0;
const LONGEST: f32 = 90.0;

/// Minutiae of a print that make words: the surest.
const MOST: usize = 56;
/// Neighbours that a print in the gallery makes words with, and a probe: some neighbours will be missing in either.
const KEPT: usize = 4;
const ASKED: usize = 5;

/// How far a probe's edge may be off, for its word to be asked in the next class too.
const LENGTH_SLACK: f32 = 2.0;
const BEARING_SLACK: f32 = 7.0 / 360.0 * TAU;
const TURN_SLACK: f32 = 7.0 / 360.0 * TAU;
/// A finger is laid at most so far from upright, both prints together.
const LAID: f32 = 35.0 / 360.0 * TAU;

/// A word of a print in the gallery with the quarter of the turn its minutia points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Word {
    pub(crate) word: u16,
    pub(crate) quarter: u8,
}

/// A word asked for: the quarters that count, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) word: u16,
    pub(crate) quarters: u8,
}

struct Edge {
    length: f32,
    bearing: f32,
    turn: f32,
}

/// The words under which a print is kept.
pub(crate) fn kept(template: &Template) -> Vec<Word> {
    let mut out = Vec::with_capacity(MOST * KEPT * (KEPT - 1) / 2);
    around(template, KEPT, |angle, edges| {
        let shapes: Vec<usize> = edges.iter().map(exact).collect();
        let quarter = (angle / TAU * 4.0) as u8 & 3;
        for (at, first) in shapes.iter().enumerate() {
            out.extend(shapes[at + 1..].iter().map(|second| Word { word: word(*first, *second), quarter }));
        }
    });
    out.sort_unstable();
    out.dedup();
    out
}

/// The words that a probe asks for. `upright`: whether the finger lay about upright, as on a card or a scanner.
pub(crate) fn asked(template: &Template, upright: bool) -> Vec<Asked> {
    let mut out = Vec::new();
    around(template, ASKED, |angle, edges| {
        let quarters = if upright { reached(angle) } else { 0b1111 };
        let shapes: Vec<Vec<usize>> = edges.iter().map(near).collect();
        for (at, first) in shapes.iter().enumerate() {
            for second in &shapes[at + 1..] {
                for one in first {
                    out.extend(second.iter().map(|two| Asked { word: word(*one, *two), quarters }));
                }
            }
        }
    });
    out.sort_unstable_by_key(|asked| asked.word);
    out.dedup_by(|next, kept| {
        let same = next.word == kept.word;
        if same {
            kept.quarters |= next.quarters;
        }
        same
    });
    out
}

/// The quarters of the turn that a direction reaches when the finger is laid otherwise.
fn reached(angle: f32) -> u8 {
    let quarter = |angle: f32| 1_u8 << ((angle.rem_euclid(TAU) / TAU * 4.0) as u8 & 3);
    quarter(angle - LAID) | quarter(angle) | quarter(angle + LAID)
}

/// Every minutia's direction with the edges to its nearest neighbours.
fn around(template: &Template, neighbours: usize, mut take: impl FnMut(f32, &[Edge])) {
    let mut minutiae = template.minutiae.clone();
    minutiae.sort_by(|a, b| b.quality.total_cmp(&a.quality));
    minutiae.truncate(MOST);
    let mut near: Vec<(f32, usize)> = Vec::with_capacity(MOST);
    for (at, centre) in minutiae.iter().enumerate() {
        near.clear();
        for (other, minutia) in minutiae.iter().enumerate() {
            let square = (minutia.x - centre.x).powi(2) + (minutia.y - centre.y).powi(2);
            if other != at && (SHORTEST * SHORTEST..LONGEST * LONGEST).contains(&square) {
                near.push((square, other));
            }
        }
        if near.len() > neighbours {
            near.select_nth_unstable_by(neighbours, |a, b| a.0.total_cmp(&b.0));
            near.truncate(neighbours);
        }
        let edges: Vec<Edge> = near
            .iter()
            .map(|(square, other)| {
                let minutia = &minutiae[*other];
                // rows run downwards, angles as a person sees them
                let direction = (centre.y - minutia.y).atan2(minutia.x - centre.x);
                Edge {
                    length: square.sqrt(),
                    bearing: (direction - centre.angle).rem_euclid(TAU),
                    turn: (minutia.angle - centre.angle).rem_euclid(TAU),
                }
            })
            .collect();
        take(centre.angle, &edges);
    }
}

fn exact(edge: &Edge) -> usize {
    shape(length_class(edge.length), sector(edge.bearing, BEARINGS), sector(edge.turn, TURNS))
}

/// The shapes an edge may have in another impression.
fn near(edge: &Edge) -> Vec<usize> {
    let both = |a: usize, b: usize| if a == b { vec![a] } else { vec![a, b] };
    let slack = LENGTH_SLACK + edge.length / 30.0;
    let lengths = both(length_class(edge.length - slack), length_class(edge.length + slack));
    let angles = |angle: f32, slack: f32, of| both(sector(angle - slack, of), sector(angle + slack, of));
    let bearings = angles(edge.bearing, BEARING_SLACK, BEARINGS);
    let turns = angles(edge.turn, TURN_SLACK, TURNS);
    let mut out = Vec::with_capacity(8);
    for length in &lengths {
        for bearing in &bearings {
            out.extend(turns.iter().map(|turn| shape(*length, *bearing, *turn)));
        }
    }
    out
}

fn length_class(length: f32) -> usize {
    LENGTHS.iter().filter(|end| length >= **end).count().min(LENGTHS.len() - 1)
}

/// The part of the turn an angle lies in; the middle of the first lies at 0, as most neighbours are parallel.
fn sector(angle: f32, of: usize) -> usize {
    ((angle.rem_euclid(TAU) / TAU * of as f32 + 0.5) as usize) % of
}

fn shape(length: usize, bearing: usize, turn: usize) -> usize {
    (length * BEARINGS + bearing) * TURNS + turn
}

/// Two edges in either order.
fn word(first: usize, second: usize) -> u16 {
    let (low, high) = (first.min(second), first.max(second));
    (high * (high + 1) / 2 + low) as u16
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use roznamcha_prints_synth::{Chance, Finger, Wear};

    use super::*;

    #[test]
    fn there_are_as_many_words_as_16_bits_count() {
        const { assert!(WORDS <= 1 << 16) };
        assert_eq!(usize::from(word(EDGES - 1, EDGES - 1)), WORDS - 1);
    }

    proptest! {
        #[test]
        fn a_print_finds_every_word_of_itself(seed: u64) {
            let template = Finger::of(seed, 1, 1).impression(&Wear::default(), &mut Chance::of(seed, &[2]));
            let asked = asked(&template, true);
            for kept in kept(&template) {
                let found = asked.iter().find(|asked| asked.word == kept.word);
                prop_assert!(found.is_some_and(|asked| asked.quarters & (1 << kept.quarter) != 0));
            }
        }
    }
}
