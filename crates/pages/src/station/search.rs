//! `/search`: one box for a case's number, an identity card, a telephone, a name in either script. The form is sent,
//! not put into the address, where a name would stay in the browser's history.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_records::{Found, SearchPage};
use serde::Deserialize;

use super::form::Pairs;
use crate::fir::typed::Typed;
use crate::office::show::{office as office_name, when};
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_sheets::Sight;

/// A question in the address: for links to a case by its number.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    q: Option<String>,
}

struct Hit {
    href: String,
    number: String,
    station: String,
    registered: String,
    sections: Vec<String>,
    person: String,
    role: String,
    why: String,
    sealed: bool,
    gone: bool,
}

#[derive(Template)]
#[template(path = "station/search.html")]
struct SearchTemplate {
    shell: Shell,
    q: String,
    asked: bool,
    short: bool,
    count: String,
    hits: Vec<Hit>,
    more: bool,
}

/// `GET /search`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    find(&pages, &ctx, asked.q.unwrap_or_default()).await
}

/// `POST /search`.
pub(crate) async fn ask(
    State(pages): State<Pages>,
    ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    find(&pages, &ctx, Typed::read(pairs).get("q").to_owned()).await
}

async fn find(pages: &Pages, ctx: &Ctx, q: String) -> Result<Response, Problem> {
    let question = q.trim();
    let short = question.chars().count() < 2;
    // Without a purpose the door asks for one now, before a name is typed that the answer would lose.
    let read = if short && (ctx.caller.purpose().is_some() || !question.is_empty()) {
        SearchPage { found: Vec::new(), more: false }
    } else {
        pages.records.search(&ctx.caller, question).await.map_err(|e| ctx.problem(e))?
    };
    let mut hits = Vec::new();
    for found in &read.found {
        hits.push(hit(pages, ctx, found).await?);
    }
    let template = SearchTemplate {
        shell: Shell::new(pages, ctx, ctx.t("search-title")),
        asked: !question.is_empty(),
        short: short && !question.is_empty(),
        count: ctx.voice.n("search-results", "n", i64::try_from(hits.len()).unwrap_or(i64::MAX)),
        hits,
        more: read.more,
        q,
    };
    Ok(page(StatusCode::OK, &template))
}

async fn hit(pages: &Pages, ctx: &Ctx, found: &Found) -> Result<Hit, Problem> {
    let line = &found.line;
    let sight = Sight::of(&pages.records, &ctx.voice, &line.office, std::iter::empty())
        .await
        .map_err(|e| ctx.problem(e))?;
    let (person, role) = found.party.clone().unwrap_or_default();
    Ok(Hit {
        href: format!("/fir/{}", line.act),
        number: format!("{}/{}", line.no, line.year),
        station: office_name(pages, &ctx.voice, &line.office),
        registered: when(&ctx.voice, line.registered),
        sections: line.sections.iter().map(|s| sight.section(s)).collect(),
        person,
        role: if role.is_empty() { role } else { ctx.t(&format!("party-{role}")) },
        why: ctx.t(&format!("search-why-{}", found.why)),
        sealed: line.sealed,
        gone: line.gone,
    })
}
