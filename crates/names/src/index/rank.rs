//! The names gathered, aligned word by word; and where the best is poor, names whose words are cut elsewhere.

use super::asked::Asked;
use super::gather::gather;
use super::names::Names;
use super::twos::Twos;
use crate::align::{How, LEAST, Likeness, Pair, align};
use crate::distance::alike;
use crate::phone::Phones;
use crate::skeleton::Consonants;

/// Names that are aligned.
const ALIGNED: usize = 400;
/// Names whose consonants are compared as a whole.
const CUT_ELSEWHERE: usize = 300;
/// Where the best is as good as this nobody looks further.
const GOOD: f32 = 0.85;
/// What the letters say beside the sounds, between two Roman names.
const LETTERS: f32 = 0.3;

/// Distinct names by likeness, best first.
pub(crate) fn rank(asked: &[Asked], names: &Names) -> Vec<(u32, Likeness)> {
    let mut ranked: Vec<(u32, Likeness)> = Vec::new();
    for name in gather(asked, names, ALIGNED) {
        ranked.push((name, aligned(asked, name, names)));
    }
    let best = ranked.iter().map(|(_, likeness)| likeness.score).fold(0.0, f32::max);
    if best < GOOD {
        let known: std::collections::HashSet<u32> = ranked.iter().map(|(name, _)| *name).collect();
        let words = asked.iter().map(|asked| &asked.word.phones);
        for name in names.trigrams.nearest(words, CUT_ELSEWHERE) {
            if !known.contains(&name) {
                ranked.push((name, aligned(asked, name, names)));
            }
        }
        let joined = joined(asked.iter().map(|asked| asked.word.phones));
        for (name, likeness) in &mut ranked {
            as_a_whole(&joined, asked.len(), *name, names, likeness);
        }
    }
    if asked.iter().all(|asked| !asked.word.phones.is_script()) {
        by_letters(asked, names, &mut ranked);
    }
    let mark = |name: u32| names.rows.get(name as usize).map_or(0, |row| row.mark);
    ranked.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then_with(|| mark(b.0).cmp(&mark(a.0))));
    ranked
}

fn by_letters(asked: &[Asked], names: &Names, ranked: &mut [(u32, Likeness)]) {
    let wanted = Twos::of(asked.iter().map(|asked| asked.word.text.as_str()));
    for (name, likeness) in ranked {
        let Some(row) = names.rows.get(*name as usize) else { continue };
        let known = || row.tokens().filter_map(|token| names.tokens.row(token));
        if known().all(|row| !row.phones.is_script()) {
            let shared = wanted.shared(&Twos::of(known().map(|row| &*row.text)));
            likeness.score += LETTERS * (shared - likeness.score);
        }
    }
}

pub(crate) fn aligned(asked: &[Asked], name: u32, names: &Names) -> Likeness {
    let Some(row) = names.rows.get(name as usize) else { return Likeness::default() };
    let left: Vec<(Phones, f32)> = asked.iter().map(|asked| (asked.word.phones, asked.weight)).collect();
    let tokens: Vec<u32> = row.tokens().collect();
    let known = |token: &u32| names.tokens.row(*token);
    let right: Vec<(Phones, f32)> =
        tokens.iter().filter_map(known).map(|row| (row.phones, names.tokens.weight(row))).collect();
    align(&left, &right, |one, other| {
        let (Some(asked), Some(token)) = (asked.get(one), tokens.get(other)) else {
            return (0.0, How::Sounds);
        };
        asked.exactly(*token).unwrap_or_else(|| {
            let there = known(token).map(|row| row.phones);
            let phones = there.filter(|phones| near(&asked.word.phones, phones));
            (phones.map_or(0.0, |phones| alike(&asked.word.phones, &phones)), How::Sounds)
        })
    })
}

fn near(one: &Phones, other: &Phones) -> bool {
    let one = Consonants::of(one);
    one.near(Consonants::of(other), one.long())
}

/// All sounds of a name as one word.
fn joined(words: impl Iterator<Item = Phones>) -> Phones {
    words.reduce(|all, word| all.joined(&word)).unwrap_or_else(|| Phones::new([], false))
}

/// Takes the names as one word each where that is the better reading.
fn as_a_whole(asked: &Phones, words: usize, name: u32, names: &Names, likeness: &mut Likeness) {
    let Some(row) = names.rows.get(name as usize) else { return };
    let known = row.tokens().filter_map(|token| names.tokens.row(token));
    let phones: Vec<Phones> = known.map(|row| row.phones).collect();
    let score = alike(asked, &joined(phones.iter().copied())) * 0.9;
    if score > likeness.score && score >= LEAST {
        let all = Pair { left: (0, words), right: (0, phones.len()), alike: score, how: How::Joined };
        *likeness = Likeness { score, pairs: vec![all], left_alone: vec![], right_alone: vec![] };
    }
}
