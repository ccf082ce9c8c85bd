//! `GET /uploads/{id}`: how far an upload has come.

use axum::extract::{Path, State};
use axum::response::Response;

use super::{refused, told};
use crate::{Ctx, Pages};

pub(crate) async fn state(State(pages): State<Pages>, ctx: Ctx, Path(id): Path<String>) -> Response {
    match pages.records.upload(&ctx.caller, &id).await {
        Ok(state) => told(&state),
        Err(error) => refused(&ctx, &error),
    }
}
