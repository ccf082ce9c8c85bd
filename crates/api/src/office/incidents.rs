//! `GET /incidents`: incidents of a legacy system.

use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::shapes::{Page, PageParams, Query, seek};
use crate::{Api, Client, Problem};

/// Which.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// At or below this office; the officer's own when left out.
    #[serde(default)]
    office: Option<String>,
    /// Of this class.
    #[serde(default)]
    class: Option<String>,
}

/// Incidents brought over from a legacy system, newest first.
#[utoipa::path(get, path = "/incidents", tag = "office", security(("token" = [])), params(Which, PageParams,
    ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
    ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, body = Page<Object>), (status = 400, body = crate::problem::Body),
        (status = 422, body = crate::problem::Body), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn incidents(
    State(api): State<Api>,
    client: Client,
    Query(which): Query<Which>,
    Query(page): Query<PageParams>,
) -> Result<axum::Json<Page<serde_json::Value>>, Problem> {
    let after = page.position(&client)?;
    let office = which.office.unwrap_or_else(|| client.caller.office().to_owned());
    let found = api.records.incidents(&client.caller, &office, which.class.as_deref(), after).await;
    let found = found.map_err(|e| client.problem(e))?;
    let items = found.rows.iter().map(|r| serde_json::to_value(r).unwrap_or_default()).collect();
    Ok(axum::Json(Page { items, next: seek(found.next) }))
}
