//! `PUT /uploads/{id}/{offset}`: the script sends a part.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{refused, told};
use crate::{Ctx, Pages};

pub(crate) async fn part(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((id, offset)): Path<(String, u64)>,
    bytes: Bytes,
) -> Response {
    match pages.records.put_part(&ctx.caller, &id, offset, bytes.to_vec()).await {
        Ok(state) => told(&state),
        Err(error) => refused(&ctx, &error),
    }
}
