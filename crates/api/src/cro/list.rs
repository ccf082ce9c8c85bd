//! `GET /searches`: searches of a record office.

use axum::extract::State;
use roznamcha_acts::kinds::ProbeKind;
use roznamcha_acts::views::SearchState;
use roznamcha_records::SearchFilter;
use serde::Deserialize;
use serde_json::Value;
use utoipa::IntoParams;

use super::values;
use crate::shapes::{Page, PageParams, Query, seek};
use crate::{Api, Client, Problem};

/// Which searches.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// The record office; the officer's own when left out.
    #[serde(default)]
    office: Option<String>,
    /// `open`, `answered` or `closed`.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    state: Option<SearchState>,
    /// `tenprint`, `single` or `latent`.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    probe: Option<ProbeKind>,
}

/// Searches, newest first: numbers and how they stand; no person in them.
#[utoipa::path(get, path = "/searches", tag = "cro", security(("token" = [])), params(Which, PageParams,
    ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 200, body = Page<Value>), (status = 400, body = crate::problem::Body), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body), (status = 422, body = crate::problem::Body)))]
pub async fn list(
    State(api): State<Api>,
    client: Client,
    Query(which): Query<Which>,
    Query(page): Query<PageParams>,
) -> Result<axum::Json<Page<Value>>, Problem> {
    let filter = SearchFilter {
        office: which.office.unwrap_or_default(),
        state: which.state,
        probe: which.probe,
        after: page.position(&client)?,
        limit: page.limit.unwrap_or(50),
    };
    let found = api.records.searches(&client.caller, &filter).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(Page { items: values(&found.lines), next: seek(found.next) }))
}
