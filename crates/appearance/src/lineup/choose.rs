//! Which of the fair fillers are shown: those most like the suspect, drawn by the seed, so that nobody stands out.

use std::cmp::Reverse;

use super::Weighed;
use crate::chance::Chance;
use crate::row::Row;
use crate::vocabulary::{Field, Vocabulary};

/// So many times as many as are needed come into the draw.
const DRAWN_FROM: usize = 3;
/// What is not known of a filler counts as half like.
const HALF: i32 = 50;

/// How like a filler's coded fields are to the suspect's, those counted that are known of the suspect.
pub(super) fn likeness(vocabulary: &Vocabulary, suspect: &Row, filler: &Row) -> i32 {
    let fields = vocabulary.fields.iter().zip(suspect.coded.iter().zip(&filler.coded));
    let known = fields.filter(|(_, (own, _))| **own != 0);
    let like = known.map(|(terms, (own, his))| match his {
        0 => HALF,
        his => i32::from(terms.fit(u16::from(*own) - 1, u16::from(*his) - 1)),
    });
    like.sum()
}

/// So many of the fair ones, in the order in which they are shown.
pub(super) fn draw(
    vocabulary: &Vocabulary,
    suspect: &Weighed,
    fair: Vec<Weighed>,
    fillers: usize,
    seed: u64,
) -> Vec<Weighed> {
    let mut chance = Chance::new(seed, 1);
    let (mut chosen, mut fair): (Vec<_>, Vec<_>) = fair.into_iter().partition(|filler| filler.chosen);
    chosen.truncate(fillers);
    let open = fillers - chosen.len();
    fair.sort_by_key(|filler| (Reverse(filler.likeness), filler.id));
    fair.truncate(open * DRAWN_FROM);
    chance.shuffle(&mut fair);
    let mut spare = fair.split_off(open.min(fair.len()));
    fair.append(&mut chosen);
    // Whoever stands out makes room for another, where that leaves fewer who do.
    while let Some(other) = spare.pop() {
        let out = |place: &usize| {
            fair.get(*place).is_some_and(|filler| !filler.chosen)
                && stands_out(vocabulary, suspect, &fair, *place)
        };
        let Some(place) = (0..fair.len()).find(out) else { break };
        let before = standing_out(vocabulary, suspect, &fair);
        let Some(old) = fair.get_mut(place).map(|filler| std::mem::replace(filler, other)) else { break };
        if standing_out(vocabulary, suspect, &fair) >= before
            && let Some(filler) = fair.get_mut(place)
        {
            *filler = old;
        }
    }
    stand(&mut fair, seed);
    fair
}

/// The order in which they stand: it follows from who they are and the seed, however they were drawn.
fn stand(fillers: &mut [Weighed], seed: u64) {
    fillers.sort_by_key(|filler| filler.id);
    Chance::new(seed, 2).shuffle(fillers);
}

/// So many of the fair ones whose agreement is nearest to the suspect's, in the order in which they are shown.
pub(super) fn closest(suspect: &Weighed, mut fair: Vec<Weighed>, fillers: usize, seed: u64) -> Vec<Weighed> {
    let own = suspect.agreement.centibans;
    fair.sort_by_key(|filler| {
        (!filler.chosen, filler.agreement.centibans.abs_diff(own), Reverse(filler.likeness), filler.id)
    });
    fair.truncate(fillers);
    stand(&mut fair, seed);
    fair
}

fn standing_out(vocabulary: &Vocabulary, suspect: &Weighed, fillers: &[Weighed]) -> usize {
    (0..fillers.len()).filter(|place| stands_out(vocabulary, suspect, fillers, *place)).count()
}

fn stands_out(vocabulary: &Vocabulary, suspect: &Weighed, fillers: &[Weighed], place: usize) -> bool {
    let others = fillers.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, other)| &other.row);
    let others: Vec<&Row> = others.chain([&suspect.row]).collect();
    fillers.get(place).is_some_and(|filler| !alone_among(vocabulary, &filler.row, &others).is_empty())
}

/// The coded fields in which a member is like none of the others.
pub(super) fn alone(vocabulary: &Vocabulary, members: &[Weighed], place: usize) -> Vec<Field> {
    let others = members.iter().enumerate().filter(|(other, _)| *other != place);
    let others: Vec<&Row> = others.map(|(_, other)| &other.row).collect();
    members.get(place).map(|member| alone_among(vocabulary, &member.row, &others)).unwrap_or_default()
}

fn alone_among(vocabulary: &Vocabulary, row: &Row, others: &[&Row]) -> Vec<Field> {
    let fields = (0u8..).zip(&vocabulary.fields).zip(&row.coded).filter(|(_, own)| **own != 0);
    let alone = fields.filter(|((field, terms), own)| {
        let like = |other: &&Row| match other.coded.get(usize::from(*field)).copied().unwrap_or(0) {
            // Where it is not known, it may be alike.
            0 => true,
            his => terms.fit(u16::from(**own) - 1, u16::from(his) - 1) > 0,
        };
        !others.iter().any(like)
    });
    alone.map(|((field, _), _)| Field(field)).collect()
}
