//! `PUT /accounts/{officer}/closed`: close or open an account.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::shapes::{Json, Path};
use crate::{Api, Client, Problem};

/// Closed or open.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    closed: bool,
}

/// Closes or opens an account; closing ends its sessions at once.
#[utoipa::path(put, path = "/accounts/{officer}/closed", tag = "office", security(("token" = [])),
    request_body = Closed,
    params(("officer" = String, Path)), responses((status = 204), (status = 422,
        body = crate::problem::Body), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn state(
    State(api): State<Api>,
    client: Client,
    Path(officer): Path<String>,
    Json(body): Json<Closed>,
) -> Result<StatusCode, Problem> {
    api.records.set_disabled(&client.caller, &officer, body.closed).await.map_err(|e| client.problem(e))?;
    Ok(StatusCode::NO_CONTENT)
}
