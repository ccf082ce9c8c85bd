//! What was asked for: every word of the query with the words of the names that are like it.

use super::tokens::Tokens;
use crate::align::{How, LEAST};
use crate::distance::{alike_if, measure};
use crate::lexicon::Lexicon;
use crate::phone::Phones;
use crate::skeleton::Consonants;
use crate::word::{Word, words};

/// How many words like it are looked at for one word of the query.
const NEAREST: usize = 300;
/// The least likeness of a spelling that was learned; its share of all spellings adds to it.
const LEARNED: f32 = 0.9;

/// A word of the query.
#[derive(Debug)]
pub(crate) struct Asked {
    pub word: Word,
    pub weight: f32,
    /// Words like it, best first: the token, how alike, and why.
    pub near: Vec<(u32, f32, How)>,
    /// How alike each token is, in 255 parts; 0 for those that are not among the nearest.
    alike: Vec<u8>,
}

impl Asked {
    /// How alike a token is: 0 when it is not among the nearest.
    pub fn quick(&self, token: u32) -> f32 {
        f32::from(self.alike.get(token as usize).copied().unwrap_or(0)) / 255.0
    }

    /// How alike a token is, and why.
    pub fn exactly(&self, token: u32) -> Option<(f32, How)> {
        let known = self.alike.get(token as usize).is_some_and(|alike| *alike > 0);
        let found = known.then(|| self.near.iter().find(|(near, ..)| *near == token)).flatten();
        found.map(|(_, alike, how)| (*alike, *how))
    }
}

/// The words of a query, with what is like them.
pub(crate) fn asked(query: &str, tokens: &Tokens, lexicon: &Lexicon) -> Vec<Asked> {
    words(query).into_iter().take(super::names::WORDS).map(|word| one(word, tokens, lexicon)).collect()
}

fn one(word: Word, tokens: &Tokens, lexicon: &Lexicon) -> Asked {
    let mut near = nearest(&word.phones, tokens);
    if let Some(token) = tokens.find(&word.text) {
        put(&mut near, token, 1.0, How::Same);
    }
    if word.phones.is_script() {
        for (roman, share) in lexicon.of(&word.text) {
            if let Some(token) = tokens.find(roman) {
                put(&mut near, token, LEARNED + (1.0 - LEARNED) * share, How::Learned);
            }
        }
    }
    let text = |token: u32| tokens.row(token).map_or("", |row| &row.text);
    let order =
        |a: &(u32, f32, How), b: &(u32, f32, How)| b.1.total_cmp(&a.1).then_with(|| text(a.0).cmp(text(b.0)));
    if near.len() > NEAREST {
        near.select_nth_unstable_by(NEAREST, order);
        near.truncate(NEAREST);
    }
    near.sort_by(order);
    let mut alike = vec![0_u8; tokens.len()];
    for (token, likeness, _) in &near {
        if let Some(place) = alike.get_mut(*token as usize) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
            let parts = (likeness * 255.0).round() as u8;
            *place = parts.max(1);
        }
    }
    let weight = weight(&word, &near, tokens);
    Asked { word, weight, near, alike }
}

/// By its own spelling's rarity, or by that of the best word like it when nobody spells it so.
fn weight(word: &Word, near: &[(u32, f32, How)], tokens: &Tokens) -> f32 {
    let own = tokens.weight_of(word);
    let best = near.first().filter(|(_, alike, _)| *alike > 0.85);
    best.and_then(|(token, ..)| tokens.row(*token)).map_or(own, |row| tokens.weight(row).min(own))
}

fn nearest(phones: &Phones, tokens: &Tokens) -> Vec<(u32, f32, How)> {
    let rows = tokens.near(Consonants::of(phones));
    let own = measure(phones);
    let scored =
        rows.map(|(token, row)| (token, alike_if(phones, &row.phones, own, row.measure, LEAST), How::Sounds));
    scored.filter(|(_, alike, _)| *alike >= LEAST).collect()
}

/// Puts a token in, or makes it better than it was.
fn put(near: &mut Vec<(u32, f32, How)>, token: u32, alike: f32, how: How) {
    match near.iter_mut().find(|(known, ..)| *known == token) {
        Some(known) if known.1 < alike => *known = (token, alike, how),
        Some(_) => {}
        None => near.push((token, alike, how)),
    }
}
