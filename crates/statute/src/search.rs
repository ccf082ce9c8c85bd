//! Finding sections as an officer types: by number, by English or Urdu words, or both.

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::Serialize;

use crate::enactment::Enactment;
use crate::fold::{fold, key};
use crate::offence::{Head, Offence};
use crate::search_query::Query;

/// Why a section was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "why", content = "what", rename_all = "snake_case")]
pub enum Reason {
    /// The query is its code.
    Code,
    /// Its section number is this.
    Section(String),
    /// Its section number begins with this.
    SectionBegins(String),
    /// Its enactment goes by this name.
    Enactment(String),
    /// The word, or one beginning so, is in its English title.
    English(String),
    /// The word, or one beginning so, is in its Urdu title.
    Urdu(String),
    /// The word, or one beginning so, is among its keywords or in the name of its head.
    Keyword(String),
}

/// A section found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit<'a> {
    /// The section.
    pub offence: &'a Offence,
    /// Greater is better; only for comparison within one answer.
    pub score: u32,
    /// Why it was found, one reason for each number or word of the query that counted.
    pub reasons: Vec<Reason>,
}

/// What is searched of one section, folded.
#[derive(Clone, Debug)]
struct Entry {
    code: String,
    /// The section's number, and its other ways of writing: `337aii` and `337a2`.
    sections: Vec<String>,
    acts: Vec<String>,
    english: Vec<String>,
    urdu: Vec<String>,
    keywords: Vec<String>,
    head: Vec<String>,
}

/// The folded words of every section, in the book's order.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    entries: Vec<Entry>,
}

impl Index {
    pub(crate) fn new(acts: &[Enactment], heads: &[Head], offences: &[Offence]) -> Self {
        let acts: HashMap<_, _> = acts.iter().map(|act| (&act.code, act)).collect();
        let heads: HashMap<_, _> = heads.iter().map(|head| (&head.code, head)).collect();
        let entry = |offence: &Offence| Entry {
            code: key(offence.code.as_str()),
            sections: section_keys(&offence.section),
            acts: acts.get(&offence.act).map(|act| act_names(act)).unwrap_or_default(),
            english: words(&offence.en),
            urdu: words(&offence.ur),
            keywords: words(&offence.keywords),
            head: heads.get(&offence.head).map(|h| words(&format!("{} {}", h.en, h.ur))).unwrap_or_default(),
        };
        Self { entries: offences.iter().map(entry).collect() }
    }

    /// The best sections first; equals stay in the book's order.
    pub(crate) fn search<'a>(
        &self,
        offences: &'a [Offence],
        query: &str,
        within: impl Fn(&Offence) -> bool,
        limit: usize,
    ) -> Vec<Hit<'a>> {
        let query = Query::read(query);
        let pairs = self.entries.iter().zip(offences).filter(|(_, offence)| within(offence));
        let mut hits: Vec<Hit<'a>> = pairs
            .filter_map(|(entry, offence)| {
                let (score, reasons) = entry.answer(&query)?;
                Some(Hit { offence, score, reasons })
            })
            .collect();
        hits.sort_by_key(|hit| Reverse(hit.score));
        hits.truncate(limit);
        hits
    }
}

impl Entry {
    fn answer(&self, query: &Query) -> Option<(u32, Vec<Reason>)> {
        if query.is_empty() {
            return None;
        }
        if self.code == query.whole {
            return Some((2000, vec![Reason::Code]));
        }
        let mut reasons = Vec::new();
        let mut score = 0;
        if !query.sections.is_empty() {
            let found = query.sections.iter().filter_map(|section| self.section(section));
            let (points, reason) = found.max_by_key(|(points, _)| *points)?;
            score += points;
            reasons.push(reason);
        }
        for word in &query.words {
            let (points, reason) = self.word(word)?;
            score += points;
            reasons.push(reason);
        }
        if query.sections.is_empty() && (self.english == query.words || self.urdu == query.words) {
            score += 300;
        }
        Some((score, reasons))
    }

    fn section(&self, wanted: &str) -> Option<(u32, Reason)> {
        if self.sections.iter().any(|own| own == wanted) {
            return Some((1200, Reason::Section(wanted.to_owned())));
        }
        let begins = |own: &String| own.strip_prefix(wanted).map(|rest| begins_points(wanted, rest));
        match self.sections.iter().filter_map(begins).max() {
            Some(points) => Some((points, Reason::SectionBegins(wanted.to_owned()))),
            None => {
                self.keywords.iter().any(|k| k == wanted).then(|| (400, Reason::Keyword(wanted.to_owned())))
            }
        }
    }

    /// A word may be in several places: they add up, and the reason is the strongest of them.
    fn word(&self, word: &str) -> Option<(u32, Reason)> {
        let named = |make: fn(String) -> Reason| make(word.to_owned());
        let places = [
            (if self.acts.iter().any(|act| act == word) { 450 } else { 0 }, named(Reason::Enactment)),
            (points(&self.english, word, 400, 300), named(Reason::English)),
            (points(&self.urdu, word, 400, 300), named(Reason::Urdu)),
            (points(&self.keywords, word, 250, 180), named(Reason::Keyword)),
            (points(&self.head, word, 200, 150), named(Reason::Keyword)),
        ];
        let total = places.iter().map(|(points, _)| points).sum::<u32>();
        let (_, reason) =
            places.into_iter().filter(|(points, _)| *points > 0).max_by_key(|(points, _)| *points)?;
        Some((total, reason))
    }
}

/// A prefix that ends where the number ends (`337` of `337-A`) beats one that cuts it (`33` of `337`).
fn begins_points(wanted: &str, rest: &str) -> u32 {
    let kind = |c: Option<char>| c.map(|c| c.is_ascii_digit());
    let whole = kind(wanted.chars().next_back()) != kind(rest.chars().next());
    let left = u32::try_from(rest.chars().count()).unwrap_or(u32::MAX).min(50);
    if whole { 900 - left } else { 600 - left }
}

/// A word at the head of a title counts a little more, a whole word more than a beginning.
fn points(own: &[String], word: &str, whole: u32, beginning: u32) -> u32 {
    let score = |(place, have): (usize, &String)| {
        let first = if place == 0 { 30 } else { 0 };
        if have == word { Some(whole + first) } else { have.starts_with(word).then_some(beginning + first) }
    };
    own.iter().enumerate().filter_map(score).max().unwrap_or(0)
}

fn words(text: &str) -> Vec<String> {
    fold(text)
        .split_whitespace()
        .filter(|word| !crate::search_query::is_filler(word))
        .map(str::to_owned)
        .collect()
}

/// An enactment's code and other names; a name of several words also counts joined, as `ت پ` is typed `تپ`.
fn act_names(act: &Enactment) -> Vec<String> {
    let mut names = vec![key(act.code.as_str())];
    names.extend(act.aliases.iter().map(|alias| key(alias)));
    names.extend(act.aliases.iter().flat_map(|alias| words(alias)));
    names
}

/// `337-A(ii)` as `337aii` and, its Roman part in digits, `337a2`.
fn section_keys(section: &str) -> Vec<String> {
    if section.is_empty() {
        return Vec::new();
    }
    let folded = fold(section);
    let in_digits: String = folded.split_whitespace().map(roman_to_digit).collect();
    let mut keys = vec![key(section)];
    if !keys.contains(&in_digits) {
        keys.push(in_digits);
    }
    keys
}

fn roman_to_digit(piece: &str) -> &str {
    match piece {
        "i" => "1",
        "ii" => "2",
        "iii" => "3",
        "iv" => "4",
        "v" => "5",
        "vi" => "6",
        other => other,
    }
}
