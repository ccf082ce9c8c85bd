//! `GET /offices/{office}/who-looked`: who looked at a record.

use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::shapes::{Path, Query};
use crate::{Api, Client, Problem};

/// Which record.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Record {
    /// A report's act id, or an entry's or page's key.
    key: String,
}

/// Who looked at a record that the officer may see, newest first.
#[utoipa::path(get, path = "/offices/{office}/who-looked", tag = "oversight", security(("token" = [])),
    params(("office" = String, Path), Record), responses((status = 200, body = Vec<Object>), (status = 400,
        body = crate::problem::Body), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn who_looked(
    State(api): State<Api>,
    client: Client,
    Path(office): Path<String>,
    Query(q): Query<Record>,
) -> Result<axum::Json<Vec<serde_json::Value>>, Problem> {
    let rows =
        api.records.who_looked(&client.caller, &office, &q.key).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(rows.iter().map(|r| serde_json::to_value(r).unwrap_or_default()).collect()))
}
