//! `GET /audit`: the audit log.

use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::shapes::{Page, Query};
use crate::{Api, Client, Problem};

/// Which rows.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// Of records at or below this office; the officer's own when left out.
    #[serde(default)]
    office: Option<String>,
    /// Only of this officer.
    #[serde(default)]
    officer: Option<String>,
    /// `next` of the page before.
    #[serde(default)]
    after: Option<String>,
}

/// The audit log, newest first.
#[utoipa::path(get, path = "/audit", tag = "oversight", security(("token" = [])), params(Which),
    responses((status = 200, body = Page<Object>), (status = 400, body = crate::problem::Body),
        (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
        (status = 404, body = crate::problem::Body)))]
pub async fn audit(
    State(api): State<Api>,
    client: Client,
    Query(q): Query<Which>,
) -> Result<axum::Json<Page<serde_json::Value>>, Problem> {
    let office = q.office.unwrap_or_else(|| client.caller.office().to_owned());
    let rows = api.records.audit_log(&client.caller, &office, q.officer, q.after).await;
    let rows = rows.map_err(|e| client.problem(e))?;
    let next = rows.last().filter(|_| rows.len() == 200).map(|r| r.id.clone());
    let items = rows.iter().map(|r| serde_json::to_value(r).unwrap_or_default()).collect();
    Ok(axum::Json(Page { items, next }))
}
