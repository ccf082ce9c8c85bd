//! How a person looks and works, in the words of the statute book's lists.

use roznamcha_acts::kinds::{Gang, Looks};
use roznamcha_acts::views::Enrolment;
use roznamcha_statute::{Look, Method, Province};
use roznamcha_words::digits;

use super::say::key;
use crate::ctx::Voice;
use crate::fir::field::Choice;
use crate::{Ctx, Pages};

/// A code of a list in words; one that the book does not know stays as it is.
pub(super) fn word(pages: &Pages, voice: &Voice, list: &str, code: &str) -> String {
    let found = pages.records.statute().looks().iter().find(|look| look.list == list && look.code == code);
    found.map_or_else(|| code.to_owned(), |look| voice.pick(&look.en, &look.ur).to_owned())
}

/// A code of the ways of working in words.
pub(super) fn method(pages: &Pages, voice: &Voice, code: &str) -> String {
    let found = pages.records.statute().methods().iter().find(|method| method.code == code);
    found.map_or_else(|| code.to_owned(), |method| voice.pick(&method.en, &method.ur).to_owned())
}

/// The codes of a list that hold today, in the order of the book.
pub(super) fn offered(pages: &Pages, ctx: &Ctx, list: &str) -> Vec<Choice> {
    let (day, Ok(province)) = (pages.records.now().day(), ctx.caller.province().parse::<Province>()) else {
        return Vec::new();
    };
    let looks = pages.records.statute().looks_on(list, province, day);
    let label = |look: &Look| ctx.voice.pick(&look.en, &look.ur).to_owned();
    looks.map(|look| Choice { value: look.code.clone(), label: label(look) }).collect()
}

/// The ways of working that hold today.
pub(super) fn methods(pages: &Pages, ctx: &Ctx) -> Vec<Choice> {
    let (day, Ok(province)) = (pages.records.now().day(), ctx.caller.province().parse::<Province>()) else {
        return Vec::new();
    };
    let methods = pages.records.statute().methods_on(province, day);
    let label = |method: &Method| ctx.voice.pick(&method.en, &method.ur).to_owned();
    methods.map(|method| Choice { value: method.code.clone(), label: label(method) }).collect()
}

/// Labels and values of what was written of how a person looks.
pub(super) fn said(pages: &Pages, ctx: &Ctx, enrolment: &Enrolment) -> Vec<(String, String)> {
    let voice = &ctx.voice;
    let mut lines = described(pages, voice, &enrolment.looks);
    let methods = enrolment.method.iter().map(|code| method(pages, voice, code));
    let methods: Vec<String> = methods.chain([enrolment.method_words.clone()]).collect();
    let methods: Vec<String> = methods.into_iter().filter(|text| !text.is_empty()).collect();
    if !methods.is_empty() {
        lines.push((voice.t("cro-method"), methods.join(" · ")));
    }
    lines.extend(enrolment.gang.as_ref().map(|gang| (voice.t("cro-part-gang"), said_gang(voice, gang))));
    lines
}

fn described(pages: &Pages, voice: &Voice, looks: &Looks) -> Vec<(String, String)> {
    let figure =
        |key: &str, n: Option<u16>| n.map(|n| (voice.t(key), digits::number(voice.lang, i64::from(n))));
    let mut lines: Vec<(String, String)> = figure("cro-height", looks.height_cm)
        .into_iter()
        .chain(figure("cro-weight", looks.weight_kg))
        .collect();
    for (list, code) in looks.codes() {
        lines.extend(
            code.as_ref().map(|code| (voice.t(&key("cro-look-", list)), word(pages, voice, list, code))),
        );
    }
    for mark in &looks.marks {
        let kind = voice.t(&key("cro-mark-kind-", mark.kind.as_str()));
        let place = word(pages, voice, Looks::PLACES, &mark.place);
        let words = if mark.words.is_empty() { String::new() } else { format!(": {}", mark.words) };
        lines.push((
            voice.t("cro-mark"),
            format!("{kind}, {place}{words}").replace(',', voice.pick(",", "،")),
        ));
    }
    lines
}

/// What is said of a gang always says how far it is established, and whence.
pub(super) fn said_gang(voice: &Voice, gang: &Gang) -> String {
    let role = voice.t(&key("cro-gang-role-", gang.role.as_str()));
    let status = voice.t(&key("cro-gang-status-", gang.status.as_str()));
    format!("{} · {role} · {status} · {}", gang.name, gang.source)
}
