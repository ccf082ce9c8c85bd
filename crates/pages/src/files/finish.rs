//! `POST /uploads/{id}/finish`: the script has sent the whole.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::{json, refused};
use crate::{Ctx, Pages};

pub(crate) async fn finish(State(pages): State<Pages>, ctx: Ctx, Path(id): Path<String>) -> Response {
    match pages.records.finish_upload(&ctx.caller, &id).await {
        Ok(kept) => json(StatusCode::OK, &serde_json::json!({ "sha256": kept.sha256, "media": kept.media })),
        Err(error) => refused(&ctx, &error),
    }
}
