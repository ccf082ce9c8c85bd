//! `/drafts`: what the officer began and has not sent.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use serde::Deserialize;

use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/drafts", get(list)).route("/drafts/discard", post(discard))
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    id: String,
}

/// A draft in the list.
struct Line {
    id: String,
    form: String,
    saved: String,
    /// The form that puts it back.
    href: String,
}

#[derive(Template)]
#[template(path = "entrance/drafts.html")]
struct DraftsPage {
    shell: Shell,
    lines: Vec<Line>,
}

/// The form in which a draft of this kind is continued.
pub(super) fn place_of(kind: &str) -> &'static str {
    match kind {
        "fir.register" => "/fir/new",
        "diary.write" => "/diary/new",
        "report.noncognizable" => "/report/noncognizable",
        "report.refuse" => "/report/refusal",
        "custody.lodge" | "custody.release" => "/custody",
        "cash.move" => "/cash",
        "entry.correct" | "entry.attest" => "/corrections",
        "staff.appoint" | "staff.relieve" => "/staff",
        "office.open" => "/offices",
        "fir.sign" | "fir.despatch" | "fir.seal" | "fir.unseal" | "record.expunge" => "/firs",
        _ => "/diary",
    }
}

async fn list(State(pages): State<Pages>, ctx: Ctx) -> Result<Response, Problem> {
    let drafts = pages.records.drafts(&ctx.caller).await.map_err(|e| ctx.problem(e))?;
    let lines = drafts.into_iter().map(|d| Line {
        form: ctx.t(&show::kind_key(&d.form)),
        saved: show::when_ms(&ctx.voice, d.saved_ms),
        href: format!("{}?draft={}", place_of(&d.form), d.id),
        id: d.id,
    });
    let lines = lines.collect();
    Ok(page(StatusCode::OK, &DraftsPage { shell: Shell::new(&pages, &ctx, ctx.t("draft-title")), lines }))
}

async fn discard(
    State(pages): State<Pages>,
    ctx: Ctx,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    pages.records.discard_draft(&ctx.caller, &typed.id).await.map_err(|e| ctx.problem(e))?;
    Ok(Redirect::to("/drafts").into_response())
}
