//! `GET /burking/{what}`: the entries behind a number, each leading to its page; nothing of what they say.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::{BurkingFact, BurkingList};

use super::burking::{Asked, days, duration, in_query, key, span};
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// An entry.
struct Line {
    at: String,
    station: String,
    entry: String,
    /// Its page; empty where it is shut to this officer.
    href: String,
    case: Option<(String, String)>,
    hours: Vec<(String, String)>,
    outcome: String,
}

#[derive(Template)]
#[template(path = "oversight/burking_list.html")]
struct List {
    shell: Shell,
    place: String,
    days: String,
    back: String,
    counts: String,
    blind: String,
    total: String,
    many: bool,
    lines: Vec<Line>,
    next: String,
}

/// `GET /burking/{what}?office=&from=&to=&skip=`
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(what): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = asked.office.clone().unwrap_or_else(|| ctx.caller.office().to_owned());
    let span = span(&pages, &ctx, &asked)?;
    let list = pages.records.burking_list(&ctx.caller, &office, &what, span, asked.skip).await;
    let list = list.map_err(|e| ctx.problem(e))?;
    Ok(page(StatusCode::OK, &template(&pages, &ctx, &list)))
}

fn template(pages: &Pages, ctx: &Ctx, list: &BurkingList) -> List {
    let (voice, query) = (&ctx.voice, in_query(&list.office, list.span));
    let key = key(list.of);
    let next = list.next().map(|skip| format!("/burking/{}?{query}&skip={skip}", list.of.as_str()));
    List {
        shell: Shell::new(pages, ctx, voice.t(&key)),
        place: show::office(pages, voice, &list.office),
        days: days(voice, list.span),
        back: format!("/burking?{query}"),
        counts: voice.t(&format!("{key}-counts")),
        blind: voice.t(&format!("{key}-blind")),
        total: show::count(voice, list.total as u64),
        many: pages.records.offices().stations(&list.office).len() > 1,
        lines: list.facts.iter().map(|fact| line(pages, ctx, fact)).collect(),
        next: next.unwrap_or_default(),
    }
}

fn line(pages: &Pages, ctx: &Ctx, fact: &BurkingFact) -> Line {
    let voice = &ctx.voice;
    let may = |action, kind| pages.records.may(&ctx.caller, action, kind, &fact.office);
    let open = match fact.entry.register.as_str() {
        "2" => may(Action::ReadDiary, ResourceKind::Diary),
        _ => may(Action::ReadRegister, ResourceKind::Register),
    };
    let entry = fact.entry.to_string();
    let at = (show::in_query(&fact.office), show::in_query(&entry));
    let case = fact.fir.as_ref().filter(|_| may(Action::ReadFir, ResourceKind::Fir));
    let title = fact.title.clone().unwrap_or_else(|| voice.t("burking-its-case"));
    let hours =
        [("to-report", fact.to_report), ("to-register", fact.to_register), ("to-comply", fact.to_comply)];
    let outcome = fact.outcome.as_ref();
    Line {
        at: show::when(voice, fact.at),
        station: show::office(pages, voice, &fact.office),
        entry,
        href: if open { format!("/entry?office={}&key={}", at.0, at.1) } else { String::new() },
        case: case.map(|fir| (format!("/fir/{fir}"), title)),
        hours: hours
            .into_iter()
            .filter(|(_, seconds)| seconds.is_some())
            .map(|(key, seconds)| (voice.t(&format!("burking-{key}")), duration(voice, seconds)))
            .collect(),
        outcome: outcome
            .map(|(of, code)| voice.t(&format!("code-{of}-{}", code.replace('_', "-"))))
            .unwrap_or_default(),
    }
}
