//! `DELETE /session`: sign out.

use axum::extract::State;
use axum::http::StatusCode;

use crate::{Api, Client, Problem};

/// Signs out: the token is worthless at once.
#[utoipa::path(delete, path = "/session", tag = "session", security(("token" = [])),
    responses((status = 204), (status = 401, body = crate::problem::Body), (status = 403,
    body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn sign_out(State(api): State<Api>, client: Client) -> Result<StatusCode, Problem> {
    api.records.sign_out(&client.caller).await.map_err(|e| client.problem(e))?;
    Ok(StatusCode::NO_CONTENT)
}
