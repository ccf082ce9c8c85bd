//! `GET /reconciliations`: outcomes of imports.

use axum::extract::State;

use crate::{Api, Client, Problem};

/// Outcomes of imports at or below the officer's office: read = accepted + rejected, to the row.
#[utoipa::path(get, path = "/reconciliations", tag = "office", security(("token" = [])),
    responses((status = 200, body = Vec<Object>), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn reconciliations(
    State(api): State<Api>,
    client: Client,
) -> Result<axum::Json<Vec<serde_json::Value>>, Problem> {
    let office = client.caller.office().to_owned();
    let rows = api.records.reconciliations(&client.caller, &office).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(rows.iter().map(|r| serde_json::to_value(r).unwrap_or_default()).collect()))
}
