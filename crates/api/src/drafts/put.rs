//! `PUT /drafts/{id}`: save a draft.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::shapes::{Json, Path};
use crate::{Api, Client, Problem};

/// What was typed so far.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    /// The act's kind.
    form: String,
    /// The fields.
    #[schema(value_type = Object)]
    body: serde_json::Value,
}

/// Saves a draft under the id of the act it will become.
#[utoipa::path(put, path = "/drafts/{id}", tag = "drafts", security(("token" = [])), request_body = Typed,
    params(("id" = String, Path)),
    responses((status = 204), (status = 422, body = crate::problem::Body), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body)))]
pub async fn put(
    State(api): State<Api>,
    client: Client,
    Path(id): Path<String>,
    Json(typed): Json<Typed>,
) -> Result<StatusCode, Problem> {
    let body = typed.body.to_string();
    api.records.save_draft(&client.caller, &id, &typed.form, &body).await.map_err(|e| client.problem(e))?;
    Ok(StatusCode::NO_CONTENT)
}
