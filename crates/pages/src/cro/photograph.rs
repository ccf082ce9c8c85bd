//! `GET /cro/record/{office}/{act}/photograph/{sha256}`: a photograph of an enrolment; `?small=1` its small picture.

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::named;
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
    Path((office, act, sha256)): Path<(String, String, String)>,
    Query(how): Query<How>,
) -> Result<Response, Problem> {
    let of = named((office, act));
    if how.small.is_some() {
        let jpeg = pages.records.small_photograph(&ctx.caller, &of, &sha256).await;
        let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
        return Ok((headers, jpeg.map_err(|e| ctx.problem(e))?).into_response());
    }
    let file = pages.records.photograph(&ctx.caller, &of, &sha256).await;
    inline(file.map_err(|e| ctx.problem(e))?).map_err(|e| ctx.problem(e))
}
