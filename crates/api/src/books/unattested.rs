//! `GET /offices/{office}/corrections`: corrections that await attestation.

use axum::extract::State;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// Corrections that await the officer in charge, oldest first.
#[utoipa::path(get, path = "/offices/{office}/corrections", tag = "books", security(("token" = [])),
    params(("office" = String, Path), ("X-Purpose" = Option<String>, Header,
        description = "purpose of reading, a code"), ("X-Case" = Option<String>, Header,
        description = "the case it is for")), responses((status = 200, body = Vec<Object>), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body)))]
pub async fn unattested(
    State(api): State<Api>,
    client: Client,
    Path(office): Path<String>,
) -> Result<axum::Json<Vec<serde_json::Value>>, Problem> {
    let rows = api.records.unattested(&client.caller, &office).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(rows.iter().map(|r| serde_json::to_value(r).unwrap_or_default()).collect()))
}
