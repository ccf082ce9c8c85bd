//! `GET /offices/{office}/journal/headers`: headers of acts.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::shapes::{Path, Query};
use crate::{Api, Client, Problem};

/// From where.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct From {
    /// Number of the first act.
    #[serde(default)]
    from: u64,
}

/// A header and its leaf hash.
#[derive(Serialize, ToSchema)]
pub struct HeaderShape {
    leaf: String,
    /// As the format has it (`docs/journal-format.md`).
    #[schema(value_type = Object)]
    header: serde_json::Value,
}

/// Headers of a journal from a number on, at most 200. They name nobody but officers.
#[utoipa::path(get, path = "/offices/{office}/journal/headers", tag = "journal", security(("token" = [])),
    params(("office" = String, Path), From, ("X-Purpose" = Option<String>, Header,
        description = "purpose of reading, a code"), ("X-Case" = Option<String>, Header,
        description = "the case it is for")),
    responses((status = 200, body = Vec<HeaderShape>), (status = 400, body = crate::problem::Body),
        (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
        (status = 404, body = crate::problem::Body)))]
pub async fn headers(
    State(api): State<Api>,
    client: Client,
    Path(office): Path<String>,
    Query(q): Query<From>,
) -> Result<axum::Json<Vec<HeaderShape>>, Problem> {
    let found = api.records.headers(&client.caller, &office, q.from).await.map_err(|e| client.problem(e))?;
    let shape = |(header, leaf): (roznamcha_journal::Header, roznamcha_journal::Hash)| HeaderShape {
        leaf: leaf.to_string(),
        header: serde_json::to_value(&header).unwrap_or_default(),
    };
    Ok(axum::Json(found.into_iter().map(shape).collect()))
}
