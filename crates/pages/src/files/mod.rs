//! Files: sent in parts by the script or whole by a form, shown beside what they belong to, read with purpose.

mod attach;
mod begin;
mod custody;
mod finish;
mod panel;
mod part;
mod show;
mod small;
mod state;

pub(crate) use panel::Panel;
pub(crate) use show::inline;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use roznamcha_records::{DoorError, UploadState};

use crate::problem::{reasons, status_of};
use crate::{Ctx, Pages};

/// Room for the other fields of a form that brings a file.
const FIELDS: usize = 64 * 1024;

/// Routes of this folder.
pub(crate) fn routes(largest: u64) -> Router<Pages> {
    // A form without script brings the whole file in one body.
    let whole = usize::try_from(largest).unwrap_or(usize::MAX).saturating_add(FIELDS);
    Router::new()
        .route("/uploads", post(begin::begin))
        .route("/uploads/{id}", get(state::state))
        .route("/uploads/{id}/{offset}", put(part::part))
        .route("/uploads/{id}/finish", post(finish::finish))
        .route("/fir/{act}/files", post(attach::attach).layer(DefaultBodyLimit::max(whole)))
        .route("/files/{act}/{sha256}", get(show::show))
        .route("/files/{act}/{sha256}/small", get(small::small))
        .route("/files/{act}/{sha256}/custody", get(custody::custody))
}

fn json(status: StatusCode, value: &serde_json::Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

/// How far an upload has come, for the script.
fn told(state: &UploadState) -> Response {
    json(StatusCode::OK, &serde_json::json!({ "received": state.received, "done": state.done }))
}

/// Why not, in the officer's language, for the script to show.
fn refused(ctx: &Ctx, error: &DoorError) -> Response {
    if let DoorError::Defect(what) | DoorError::Broken(what) | DoorError::Unavailable(what) = error {
        tracing::error!(error = what, "a file was not taken");
    }
    let texts: Vec<String> = reasons(error, &ctx.voice).into_iter().map(|r| r.text).collect();
    let text = if texts.is_empty() { ctx.t(error.key()) } else { texts.join(" ") };
    json(status_of(error), &serde_json::json!({ "code": error.key(), "text": text }))
}
