//! `/journal/headers`: the public lines of a journal, page by page; no content.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use roznamcha_journal::{Hash, Header};
use serde::Deserialize;

use super::form::office_of;
use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/journal/headers", get(headers))
}

/// Headers to the page, as the door gives them.
const PAGE: u64 = 200;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    office: String,
    from: Option<u64>,
}

/// One header.
struct Line {
    seq: u64,
    kind: String,
    officer: String,
    written: String,
    entries: Vec<String>,
    flags: Vec<&'static str>,
    leaf: String,
}

#[derive(Template)]
#[template(path = "office/journal_headers.html")]
struct HeadersPage {
    shell: Shell,
    office: String,
    office_name: String,
    lines: Vec<Line>,
    /// First number of the page before; none on the first page.
    before: Option<u64>,
    /// First number of the page after; none on the last.
    after: Option<u64>,
}

async fn headers(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let from = asked.from.unwrap_or(1).max(1);
    let found = pages.records.headers(&ctx.caller, &office, from).await.map_err(|e| ctx.problem(e))?;
    let full = u64::try_from(found.len()).unwrap_or(0) == PAGE;
    let sheet = HeadersPage {
        shell: Shell::new(&pages, &ctx, ctx.t("checks-headers")),
        office_name: show::office(&pages, &ctx.voice, &office),
        office,
        after: full.then(|| from.saturating_add(PAGE)),
        before: (from > 1).then(|| from.saturating_sub(PAGE).max(1)),
        lines: found.into_iter().map(|(header, leaf)| line(&ctx, header, leaf)).collect(),
    };
    Ok(page(StatusCode::OK, &sheet))
}

fn line(ctx: &Ctx, header: Header, leaf: Hash) -> Line {
    let written = header.written.parse().map(|at| show::when(&ctx.voice, at));
    Line {
        seq: header.seq,
        kind: ctx.t(&show::kind_key(&header.kind)),
        officer: header.officer,
        written: written.unwrap_or(header.written),
        entries: header.entries.iter().map(ToString::to_string).collect(),
        flags: header.flags.iter().map(|flag| flag.as_str()).collect(),
        leaf: leaf.to_string(),
    }
}
