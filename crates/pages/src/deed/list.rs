//! `/do`: what this officer may do, by subject, each leading to its form. Acts upon a case are done from the case.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};

use crate::office::show::kind_key;
use crate::shell::page;
use crate::{Ctx, Pages, Shell};

use super::plans;

/// An act that may be done.
struct Line {
    href: String,
    name: String,
}

/// Acts of one subject.
struct Subject {
    title: String,
    id: usize,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "deed/list.html")]
struct List {
    shell: Shell,
    subjects: Vec<Subject>,
}

/// Message key of a subject, and the kinds in it; a kind with an address of its own has it beside it.
type Shelf = (&'static str, &'static [(&'static str, Option<(&'static str, Action)>)]);

const SUBJECTS: &[Shelf] = &[
    (
        "do-diary",
        &[
            ("diary.write", Some(("/diary/new", Action::WriteDiary))),
            ("report.noncognizable", Some(("/report/noncognizable", Action::WriteNonCognizable))),
            ("report.refuse", Some(("/report/refusal", Action::WriteRefusal))),
            ("fir.register", Some(("/fir/new", Action::RegisterFir))),
        ],
    ),
    (
        "do-custody",
        &[
            ("custody.lodge", Some(("/custody", Action::LodgeCustody))),
            ("custody.release", Some(("/custody", Action::ReleaseCustody))),
            ("custody.return", None),
            ("custody.escape", None),
        ],
    ),
    (
        "do-property",
        &[
            ("property.enter", None),
            ("property.move", None),
            ("property.order", None),
            ("property.dispose", None),
            ("property.check", None),
        ],
    ),
    (
        "do-road",
        &[
            ("road.issue", None),
            ("road.receive", None),
            ("road.return", None),
            ("docket.issue", None),
            ("docket.report", None),
        ],
    ),
    ("do-arms", &[("weapon.move", None), ("arms.deposit", None), ("arms.return", None)]),
    (
        "do-people",
        &[
            ("inquest.open", None),
            ("inquest.close", None),
            ("missing.report", None),
            ("missing.alert", None),
            ("missing.close", None),
            ("absconder.enter", None),
            ("absconder.remove", None),
            ("surveillance.order", None),
            ("surveillance.visit", None),
            ("surveillance.review", None),
            ("surveillance.remove", None),
        ],
    ),
    ("do-answer", &[("justice.order", None), ("justice.comply", None), ("informant.call", None)]),
    (
        "do-charge",
        &[
            ("charge.hand_over", None),
            ("charge.take_over", None),
            ("charge.countersign", None),
            ("cash.move", Some(("/cash", Action::MoveCash))),
        ],
    ),
];

/// `GET /do`
pub(crate) async fn list(State(pages): State<Pages>, ctx: Ctx) -> Response {
    // An officer above stations does his acts in the books of a station: whether he may is asked of one of them.
    let offices = pages.records.offices();
    let own = ctx.caller.office().to_owned();
    let station = offices.stations(&own).first().map_or(own, |o| o.code.clone());
    let may = |action| pages.records.may(&ctx.caller, action, ResourceKind::Office, &station);
    let mut subjects = Vec::new();
    for (key, kinds) in SUBJECTS {
        let line = |(kind, page): &(&'static str, Option<(&'static str, Action)>)| {
            let (href, action) = match page {
                Some((href, action)) => ((*href).to_owned(), *action),
                None => (format!("/do/{kind}"), plans::of(kind)?.action),
            };
            may(action).then(|| Line { href, name: ctx.t(&kind_key(kind)) })
        };
        let lines: Vec<Line> = kinds.iter().filter_map(line).collect();
        if !lines.is_empty() {
            subjects.push(Subject { title: ctx.t(key), id: subjects.len() + 1, lines });
        }
    }
    page(StatusCode::OK, &List { shell: Shell::new(&pages, &ctx, ctx.t("do-title")), subjects })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_of_the_station_is_listed_once() {
        let listed: Vec<&str> =
            SUBJECTS.iter().flat_map(|(_, kinds)| kinds.iter().map(|(k, _)| *k)).collect();
        for deed in plans::all().filter(|d| !d.upon_case) {
            assert_eq!(listed.iter().filter(|k| **k == deed.kind).count(), 1, "{}", deed.kind);
        }
    }
}
