//! `GET /cro/lineup/{office}/{act}/face/{place}`: the photograph at a place of a line-up; `?small=1` its small picture. The
//! address tells nothing of who it is.

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::files::inline;
use crate::{Ctx, Pages, Problem};

/// How it is wanted.
#[derive(Deserialize)]
pub(super) struct How {
    small: Option<String>,
}

pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((office, act, place)): Path<(String, String, u8)>,
    Query(how): Query<How>,
) -> Result<Response, Problem> {
    if how.small.is_some() {
        let jpeg = pages.records.small_lineup_face(&ctx.caller, (&office, &act), place).await;
        let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
        return Ok((headers, jpeg.map_err(|e| ctx.problem(e))?).into_response());
    }
    let file = pages.records.lineup_face(&ctx.caller, (&office, &act), place).await;
    inline(file.map_err(|e| ctx.problem(e))?).map_err(|e| ctx.problem(e))
}
