//! `GET /drafts`: the officer's drafts.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Api, Client, Problem};

/// A draft, without what it holds.
#[derive(Serialize, ToSchema)]
pub struct DraftLine {
    id: String,
    /// The act's kind.
    form: String,
    saved_ms: i64,
}

/// The officer's own drafts, newest first.
#[utoipa::path(get, path = "/drafts", tag = "drafts", security(("token" = [])), responses((status = 200,
    body = Vec<DraftLine>), (status = 401, body = crate::problem::Body), (status = 403,
    body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn list(State(api): State<Api>, client: Client) -> Result<axum::Json<Vec<DraftLine>>, Problem> {
    let drafts = api.records.drafts(&client.caller).await.map_err(|e| client.problem(e))?;
    let line = |d: roznamcha_records::DraftForm| DraftLine { id: d.id, form: d.form, saved_ms: d.saved_ms };
    Ok(axum::Json(drafts.into_iter().map(line).collect()))
}
