//! `GET /cro/lineup/{office}/{act}/show`: the faces on the whole screen, as the witness sees them: numbers, no names, and
//! nothing that tells who the suspect is.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_records::DoorError;

use super::lineup_one::{Face, faces};
use super::lineup_path;
use crate::ctx::Voice;
use crate::shell::page;
use crate::{Ctx, Pages, Problem};

#[derive(Template)]
#[template(path = "cro/lineup_show.html")]
struct LineupShow {
    voice: Voice,
    path: String,
    faces: Vec<Face>,
}

/// `GET /cro/lineup/{office}/{act}/show`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((office, act)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let view = pages.records.lineup_view(&ctx.caller, &office, &act).await.map_err(|e| ctx.problem(e))?;
    if view.withdrawn > 0 {
        return Err(ctx.problem(DoorError::NotFound));
    }
    let path = lineup_path(&view.office, &view.act);
    let template = LineupShow { faces: faces(&ctx.voice, &view, false), voice: ctx.voice.clone(), path };
    Ok(page(StatusCode::OK, &template))
}
