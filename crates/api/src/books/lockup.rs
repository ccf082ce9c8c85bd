//! `GET /lockup`: who is in the lock-up of the officer's station.

use axum::extract::State;

use crate::{Api, Client, Problem};

/// Persons now in the lock-up of the officer's own station.
#[utoipa::path(get, path = "/lockup", tag = "books", security(("token" = [])),
    params(("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
    ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, body = Vec<Object>), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn lockup(
    State(api): State<Api>,
    client: Client,
) -> Result<axum::Json<Vec<serde_json::Value>>, Problem> {
    let lines = api.records.lockup(&client.caller).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(lines.iter().map(|l| serde_json::to_value(&l.row).unwrap_or_default()).collect()))
}
