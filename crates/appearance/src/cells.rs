//! Marks as numbers: one for each kind, place and side together.

use crate::description::{Mark, Side};
use crate::query::SaidMark;
use crate::vocabulary::{Kind, Place, Vocabulary};

const SIDES: [Side; 4] = [Side::Unknown, Side::Left, Side::Right, Side::Middle];

/// How many there are.
pub(crate) fn count(vocabulary: &Vocabulary) -> usize {
    vocabulary.kinds.len() * vocabulary.places.len() * SIDES.len()
}

/// The number of a mark; `None` for one of another vocabulary.
pub(crate) fn cell(vocabulary: &Vocabulary, mark: &Mark) -> Option<u16> {
    let (kind, place) = (usize::from(mark.kind.0), usize::from(mark.place.0));
    if kind >= vocabulary.kinds.len() || place >= vocabulary.places.len() {
        return None;
    }
    let side = SIDES.iter().position(|side| *side == mark.side)?;
    u16::try_from((kind * vocabulary.places.len() + place) * SIDES.len() + side).ok()
}

/// The mark of a number.
pub(crate) fn mark(vocabulary: &Vocabulary, cell: u16) -> Mark {
    let (cell, places) = (usize::from(cell), vocabulary.places.len().max(1));
    let (spot, side) = (cell / SIDES.len(), SIDES.get(cell % SIDES.len()).copied().unwrap_or_default());
    Mark { kind: Kind((spot / places) as u8), place: Place((spot % places) as u8), side }
}

/// How well what a witness said of a mark fits one that somebody has, in percent.
pub(crate) fn fit(vocabulary: &Vocabulary, said: &SaidMark, has: &Mark) -> u8 {
    let of_kind =
        said.kind.map_or(100, |kind| vocabulary.kinds.fit(u16::from(kind.0), u16::from(has.kind.0)));
    let of_place =
        said.place.map_or(100, |place| vocabulary.places.fit(u16::from(place.0), u16::from(has.place.0)));
    let product = u32::from(of_kind) * u32::from(of_place) * u32::from(of_side(said.side, has.side));
    // What is confusable at all does not become impossible by being so in three ways.
    if product == 0 { 0 } else { (product / 10_000).max(1) as u8 }
}

/// A man seen from the front has his left where one's own right is.
fn of_side(said: Side, has: Side) -> u8 {
    match (said, has) {
        (Side::Unknown, _) => 100,
        (said, has) if said == has => 100,
        (_, Side::Unknown) => 60,
        (Side::Left, Side::Right) | (Side::Right, Side::Left) => 40,
        _ => 30,
    }
}

/// Whether a mark is exactly what was said, in all that was said of it.
pub(crate) fn is(said: &SaidMark, has: &Mark) -> bool {
    said.kind.is_none_or(|kind| kind == has.kind)
        && said.place.is_none_or(|place| place == has.place)
        && (said.side == Side::Unknown || said.side == has.side)
}
