//! `/law`: the statute book, searched by section or by words, or leafed through by enactment.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::DoorError;
use roznamcha_statute::{Offence, Province};
use serde::Deserialize;

use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/law", get(search))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    act: String,
}

/// One section in the list.
struct Line {
    code: String,
    section: String,
    title: String,
    act: String,
    verified: bool,
}

/// One enactment with the number of its sections.
struct Enactment {
    code: String,
    name: String,
    sections: String,
}

#[derive(Template)]
#[template(path = "office/law.html")]
struct LawPage {
    shell: Shell,
    q: String,
    /// The enactment leafed through; empty for none.
    act_name: String,
    searched: bool,
    lines: Vec<Line>,
    acts: Vec<Enactment>,
    unverified: bool,
}

/// Leave to read the book, or the refusal.
pub(super) fn leave(pages: &Pages, ctx: &Ctx, action: Action) -> Result<(), DoorError> {
    if pages.records.may(&ctx.caller, action, ResourceKind::Statute, ctx.caller.office()) {
        return Ok(());
    }
    Err(DoorError::NotAllowed { key: "not-your-power".to_owned() })
}

/// An enactment's name; its code where the book has no such enactment.
pub(super) fn act_name(pages: &Pages, ctx: &Ctx, code: &str) -> String {
    let acts = pages.records.statute().enactments();
    let found = acts.iter().find(|a| a.code.as_str() == code);
    found.map_or_else(|| code.to_owned(), |a| ctx.voice.pick(&a.en, &a.ur).to_owned())
}

async fn search(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    leave(&pages, &ctx, Action::ReadStatute).map_err(|e| ctx.problem(e))?;
    let book = pages.records.statute();
    let province = ctx.caller.province().parse::<Province>().unwrap_or(Province::Pakistan);
    let today = pages.records.now().day();
    let q: String = asked.q.trim().chars().take(100).collect();
    let found: Vec<&Offence> = if q.is_empty() {
        book.offences().iter().filter(|o| o.act.as_str() == asked.act).collect()
    } else {
        book.search_offences(&q, province, today, 50).into_iter().map(|hit| hit.offence).collect()
    };
    let line = |o: &&Offence| Line {
        code: o.code.to_string(),
        section: o.section.clone(),
        title: ctx.voice.pick(&o.en, &o.ur).to_owned(),
        act: act_name(&pages, &ctx, o.act.as_str()),
        verified: o.datum.verified,
    };
    let sections = |code: &str| book.offences().iter().filter(|o| o.act.as_str() == code).count();
    let counted = book.enactments().iter().map(|a| (a, sections(a.code.as_str())));
    let acts = counted.filter(|(_, n)| *n > 0).map(|(a, n)| Enactment {
        code: a.code.to_string(),
        name: ctx.voice.pick(&a.en, &a.ur).to_owned(),
        sections: show::count(&ctx.voice, u64::try_from(n).unwrap_or(u64::MAX)),
    });
    let listed = !q.is_empty() || !asked.act.is_empty();
    let sheet = LawPage {
        shell: Shell::new(&pages, &ctx, ctx.t("law-title")),
        act_name: if asked.act.is_empty() { String::new() } else { act_name(&pages, &ctx, &asked.act) },
        searched: listed,
        lines: found.iter().map(line).collect(),
        acts: if listed { Vec::new() } else { acts.collect() },
        unverified: leave(&pages, &ctx, Action::ReadUnverified).is_ok(),
        q,
    };
    Ok(page(StatusCode::OK, &sheet))
}
