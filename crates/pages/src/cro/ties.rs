//! How a record stands to what a witness said, in words; and what a fault of a description is called.

use roznamcha_acts::kinds::{Looks, Party};
use roznamcha_acts::views::Enrolment;
use roznamcha_records::{Seen, Tied};
use roznamcha_words::{Arg, digits};

use super::seen::place_of;
use super::{looks, say};
use crate::Pages;
use crate::ctx::Voice;
use crate::fir::field::Form;
use crate::office::show::in_query;

/// Things that stand alike to what was said.
pub(super) struct Tie {
    /// `agree`, `near`, `disagree`, `unknown`.
    pub code: &'static str,
    /// What they do, in words.
    pub name: String,
    /// The things, each with what the record has.
    pub things: Vec<String>,
}

/// What was said of something, in its place in the form: `mark.0` is `Mark 1`.
pub(super) fn thing(pages: &Pages, voice: &Voice, of: &str) -> String {
    if let Some(code) = of.strip_prefix("method.") {
        return looks::method(pages, voice, code);
    }
    if let Some(place) = of.strip_prefix("mark.") {
        let number = place.parse::<i64>().map(|n| digits::number(voice.lang, n + 1)).unwrap_or_default();
        return voice.with("looks-of-mark", &[("n", Arg::Text(&number))]);
    }
    match of {
        "height" | "weight" | "age" | "gender" | "mark" => {
            let key = if of == "mark" { "cro-mark".to_owned() } else { format!("looks-of-{of}") };
            voice.t(&key)
        }
        list => voice.t(&say::key("cro-look-", list)),
    }
}

/// What a record has of it; empty where that is not told in a word.
fn has(pages: &Pages, voice: &Voice, of: &str, enrolment: Option<&Enrolment>) -> String {
    let Some(enrolment) = enrolment else { return String::new() };
    let (looks_of, person): (&Looks, &Party) = (&enrolment.looks, &enrolment.person);
    let number = |n: Option<u16>| n.map(|n| digits::number(voice.lang, i64::from(n))).unwrap_or_default();
    match of {
        "height" => number(looks_of.height_cm),
        "weight" => number(looks_of.weight_kg),
        "gender" | "age" => {
            let age = number(person.age.map(u16::from));
            if of == "age" { age } else { String::new() }
        }
        list => {
            let code = looks_of.codes().into_iter().find(|(name, _)| *name == list);
            let code = code.and_then(|(_, code)| code.as_deref());
            code.map(|code| looks::word(pages, voice, list, code)).unwrap_or_default()
        }
    }
}

/// How a record stands to each thing, those that agree first.
pub(super) fn groups(pages: &Pages, voice: &Voice, ties: &[Tied], enrolment: Option<&Enrolment>) -> Vec<Tie> {
    let group = |code: &'static str| {
        let of = ties.iter().filter(|tied| tied.tie == code);
        let things: Vec<String> = of
            .map(|tied| {
                let (what, has) = (thing(pages, voice, &tied.of), has(pages, voice, &tied.of, enrolment));
                if has.is_empty() || code == "unknown" {
                    return what;
                }
                voice.with("looks-has", &[("what", Arg::Text(&what)), ("has", Arg::Text(&has))])
            })
            .collect();
        (!things.is_empty()).then(|| Tie { code, name: voice.t(&format!("looks-{code}")), things })
    };
    ["agree", "near", "disagree", "unknown"].into_iter().filter_map(group).collect()
}

/// The form with each fault of a description at its field.
pub(super) fn labelled(mut form: Form, seen: &Seen) -> Form {
    let voice = form.voice.clone();
    for shown in &mut form.faults {
        if let Some((name, label)) = place_of(&shown.field, seen) {
            (shown.field, shown.label) = (name, voice.t(&label));
        }
    }
    form
}

/// Pairs as the question of an address.
pub(super) fn address(pairs: &[(String, String)]) -> String {
    let pair = |(name, value): &(String, String)| format!("{}={}", in_query(name), in_query(value));
    pairs.iter().map(pair).collect::<Vec<_>>().join("&")
}
