//! `GET /drafts/{id}`: a draft.

use axum::extract::State;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// A draft of the officer's own, as typed.
#[utoipa::path(get, path = "/drafts/{id}", tag = "drafts", security(("token" = [])), params(("id" = String, Path)),
    responses((status = 200, body = Object), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn get(
    State(api): State<Api>,
    client: Client,
    Path(id): Path<String>,
) -> Result<axum::Json<serde_json::Value>, Problem> {
    let draft = api.records.draft(&client.caller, &id).await.map_err(|e| client.problem(e))?;
    let body: serde_json::Value = serde_json::from_str(&draft.body).unwrap_or_default();
    Ok(axum::Json(
        serde_json::json!({ "id": draft.id, "form": draft.form, "saved_ms": draft.saved_ms, "body": body }),
    ))
}
