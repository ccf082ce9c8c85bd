//! `POST /uploads`: the script begins to send a file, or asks how far it has come.

use axum::Form;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::{refused, told};
use crate::{Ctx, Pages};

/// What will be sent.
#[derive(Deserialize)]
pub(crate) struct Promise {
    id: String,
    size: u64,
    sha256: String,
}

pub(crate) async fn begin(State(pages): State<Pages>, ctx: Ctx, Form(promise): Form<Promise>) -> Response {
    let Promise { id, size, sha256 } = promise;
    match pages.records.begin_upload(&ctx.caller, &id, size, &sha256).await {
        Ok(state) => told(&state),
        Err(error) => refused(&ctx, &error),
    }
}
