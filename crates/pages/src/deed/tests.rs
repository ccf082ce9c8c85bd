//! Every kind has a form or a named reason; every form fits its act, in both languages.

use roznamcha_acts::kinds::{Body, KINDS};
use roznamcha_records::action_of;
use roznamcha_words::{Lang, Voice, Words};
use serde_json::{Map, Value, json};
use std::sync::Arc;

use super::input::{Input, Shape, inputs, label_key};
use super::plan::{Control, Deed, Field};
use super::plans::{self, ELSEWHERE, Elsewhere};
use super::read::Reader;
use super::stock::Stock;
use crate::fir::typed::Typed;

fn voice(lang: Lang) -> Voice {
    Voice::new(lang, Arc::new(Words::load().unwrap()))
}

#[test]
fn every_kind_has_a_form_or_a_named_reason() {
    for kind in KINDS {
        let forms = plans::all().filter(|deed| deed.kind == *kind).count();
        let named = ELSEWHERE.iter().filter(|(k, _)| k == kind).count();
        assert_eq!(forms + named, 1, "{kind} has neither form nor named reason, or both");
    }
    for (kind, place) in ELSEWHERE {
        assert!(KINDS.contains(kind), "{kind} is no kind of act");
        match place {
            Elsewhere::Page(path) | Elsewhere::Upon(path) => assert!(path.starts_with('/'), "{kind}"),
            Elsewhere::Never(why) => assert!(why.contains(' '), "{kind} names no reason"),
        }
    }
}

fn every_field(fields: &'static [Field], seen: &mut dyn FnMut(&'static Field)) {
    for field in fields {
        seen(field);
        if let Control::Rows(rows) = field.control {
            every_field(rows.fields, seen);
        }
    }
}

#[test]
fn every_word_of_a_form_is_there_in_both_languages() {
    for lang in [Lang::En, Lang::Ur] {
        let voice = voice(lang);
        for deed in plans::all() {
            every_field(deed.fields, &mut |field| {
                let mut keys = vec![label_key(field, &voice)];
                if !field.hint.is_empty() {
                    keys.push(field.hint.to_owned());
                }
                if let Control::Choice(before, codes) = field.control
                    && before != "rank-"
                {
                    let key = |c: &&str| format!("{before}{}", c.to_lowercase().replace('_', "-"));
                    keys.extend(codes.iter().map(key));
                }
                if let Control::Rows(rows) = field.control {
                    keys.push(rows.one.to_owned());
                }
                for key in keys {
                    assert!(voice.has(&key), "{} {}: no message {key}", deed.kind, field.name);
                }
            });
        }
    }
}

#[test]
fn what_may_be_left_out_is_never_asked_for() {
    for deed in plans::all() {
        every_field(deed.fields, &mut |field| {
            assert!(!(field.must && field.maybe), "{} {}", deed.kind, field.name);
        });
    }
}

/// Fills a field in as an officer would; only what must be there, or everything.
fn fill(input: &Input, typed: &mut Typed, all: bool) {
    if !all && !input.must {
        return;
    }
    let name = input.name.as_str();
    match &input.shape {
        Shape::Line | Shape::Cnic | Shape::Text | Shape::Lines => typed.add(name, "فرضی"),
        Shape::Number { .. } => typed.add(name, "۳"),
        Shape::When => typed.add(name, "2026-01-05T09:30"),
        Shape::Day => typed.add(name, "2026-01-05"),
        Shape::Yes => typed.add(name, "yes"),
        Shape::One { choices, number } | Shape::Many { choices, number } => {
            let first = choices.first().map(|c| c.value.clone());
            let usual = if *number { "1" } else { "19/-/2026/1" };
            typed.add(name, first.unwrap_or_else(|| usual.to_owned()));
        }
        Shape::Investigator { .. } => typed.add(name, "P-1001"),
        Shape::Sections { .. } => typed.add(name, "PPC-302"),
        Shape::Case => typed.add(name, "1/2026"),
        Shape::Party { .. } => {
            typed.add(&format!("{name}.name"), "فرضی شخص");
            typed.add(&format!("{name}.relation_kind"), "son_of");
            typed.add(&format!("{name}.relation"), "فرضی والد");
            typed.add(&format!("{name}.age"), "30");
        }
        Shape::Order { number } => {
            typed.add(&format!("{name}.authority"), "فرضی عدالت");
            typed.add(&format!("{name}.{number}"), "7");
            typed.add(&format!("{name}.date"), "2026-01-05");
        }
        Shape::Rows { row, .. } => row.iter().for_each(|f| fill(&f.within(&format!("{name}.0")), typed, all)),
        Shape::Answers { .. } => {
            typed.add(&format!("{name}.0.no"), "1");
            typed.add(&format!("{name}.0.text"), "فرضی جواب");
        }
    }
}

fn body(deed: &Deed, all: bool) -> Body {
    let voice = voice(Lang::Ur);
    let fields = inputs(deed.fields, &Stock::default(), &voice);
    let mut typed = Typed::default();
    fields.iter().for_each(|input| fill(input, &mut typed, all));
    let typed = typed.compact(&Input::groups(&fields));
    let cases = fields.iter().filter(|i| matches!(i.shape, Shape::Case));
    let cases = cases.map(|i| (i.name.clone(), all.then(|| "a-case".to_owned()))).collect();
    let mut faults = Vec::new();
    let reader = Reader { law: &|_| Vec::new(), typed: &typed, cases };
    let mut content: Map<String, Value> = reader.content(&fields, &mut faults);
    assert!(faults.is_empty(), "{}: {faults:?}", deed.kind);
    content.insert("kind".to_owned(), json!(deed.kind));
    if deed.upon_case {
        content.insert("fir".to_owned(), json!("a-case"));
    }
    let whole = Value::Object(content);
    serde_json::from_value(whole.clone()).unwrap_or_else(|e| panic!("{}: {e}\n{whole:#}", deed.kind))
}

#[test]
fn every_form_fits_its_act() {
    for deed in plans::all() {
        for all in [false, true] {
            let body = body(deed, all);
            assert_eq!(body.kind(), deed.kind);
            assert_eq!(action_of(&body), deed.action, "{} asks for another leave", deed.kind);
            if deed.upon_case {
                assert_eq!(body.case_of("the-act"), Some("a-case"), "{}", deed.kind);
            }
        }
    }
}

/// What a form leaves out of its act can be filled in by the rules alone.
#[test]
fn every_field_of_an_act_can_be_filled_in() {
    const BY_THE_RULES: &[&str] = &[
        "kind",
        "fir",
        "party",
        "marks",
        "seal",
        "watched",
        "freed",
        "juveniles",
        "rape",
        "juvenile",
        "book",
        "book_count",
        "sealed",
        "rank",
        "report",
        "entry",
        "directs",
        "by",
        "done",
        "removed",
        // Only what was taken without a case is destroyed by its enrolment's name: the form is upon a case.
        "enrolment",
    ];
    for deed in plans::all() {
        let Value::Object(whole) = serde_json::to_value(body(deed, true)).unwrap() else { panic!() };
        for name in whole.keys() {
            let asked = deed.fields.iter().any(|field| field.name == name);
            assert!(asked || BY_THE_RULES.contains(&name.as_str()), "{} never asks for {name}", deed.kind);
        }
    }
}
