//! `/drafts`: what the officer began and has not sent.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use roznamcha_records::DoorError;
use serde::Deserialize;

use super::draft_wire;
use crate::deed;
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
pub(super) struct Line {
    id: String,
    /// What it will be.
    pub form: String,
    /// When it was saved.
    pub saved: String,
    /// The form that puts it back.
    pub href: String,
}

#[derive(Template)]
#[template(path = "entrance/drafts.html")]
struct DraftsPage {
    shell: Shell,
    lines: Vec<Line>,
}

/// The form in which a draft of this kind is continued; `of` is the case or the part of a register it belongs to.
fn place_of(kind: &str, of: Option<&str>) -> String {
    if let Some(form) = deed::place(kind, of) {
        return form;
    }
    let page = match kind {
        "diary.open" | "diary.close" => "/diary",
        "entry.correct" => "/corrections",
        "staff.appoint" | "staff.relieve" => "/staff",
        "office.open" => "/offices",
        "fir.sign" | "fir.despatch" | "fir.seal" | "fir.unseal" | "record.expunge" => "/firs",
        other => deed::page(other).unwrap_or("/diary"),
    };
    page.to_owned()
}

/// The officer's drafts, newest first, each with the form that puts it back.
pub(super) async fn begun(pages: &Pages, ctx: &Ctx, most: usize) -> Result<Vec<Line>, DoorError> {
    let mut lines = Vec::new();
    for draft in pages.records.drafts(&ctx.caller).await?.into_iter().take(most) {
        let whole = pages.records.draft(&ctx.caller, &draft.id).await?;
        let place = place_of(&draft.form, draft_wire::typed(&whole.body, "draft_of").as_deref());
        let join = if place.contains('?') { '&' } else { '?' };
        lines.push(Line {
            form: ctx.t(&show::kind_key(&draft.form)),
            saved: show::when_ms(&ctx.voice, draft.saved_ms),
            href: format!("{place}{join}draft={}", draft.id),
            id: draft.id,
        });
    }
    Ok(lines)
}

async fn list(State(pages): State<Pages>, ctx: Ctx) -> Result<Response, Problem> {
    let lines = begun(&pages, &ctx, usize::MAX).await.map_err(|e| ctx.problem(e))?;
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
