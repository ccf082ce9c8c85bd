//! `DELETE /drafts/{id}`: throw a draft away.

use axum::extract::State;
use axum::http::StatusCode;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// Throws a draft of the officer's own away.
#[utoipa::path(delete, path = "/drafts/{id}", tag = "drafts", security(("token" = [])),
    params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn delete(
    State(api): State<Api>,
    client: Client,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    api.records.discard_draft(&client.caller, &id).await.map_err(|e| client.problem(e))?;
    Ok(StatusCode::NO_CONTENT)
}
