//! `GET /files/{act}/{sha256}/small`: the small picture of a file.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::{Ctx, Pages, Problem};

pub(crate) async fn small(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((act, sha256)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let jpeg = pages.records.small_picture(&ctx.caller, &act, &sha256).await.map_err(|e| ctx.problem(e))?;
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    Ok((headers, jpeg).into_response())
}
