//! `GET`/`POST /lineups`: line-ups of a record office, and a new one.

use axum::extract::State;
use axum::http::StatusCode;
use roznamcha_records::NewLineup;
use serde::Deserialize;
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::lineup_propose::{LineupAsked, asked};
use super::values;
use crate::shapes::{Json, Page, Query, ReceiptShape};
use crate::{Api, Client, Problem};

/// A line-up to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LineupNew {
    /// A UUID made by the client: sent again with the same id it is one line-up.
    #[schema(format = Uuid)]
    id: String,
    /// What was proposed: `keep` names every other, in any order.
    ask: LineupAsked,
    /// Code of the office that asks.
    asked_by: String,
    /// Number of the case as written.
    case: String,
    /// What the witness had said in his own words, before he saw any photograph.
    said: String,
}

/// How many.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct HowMany {
    /// Line-ups at most, 50 when left out, never more than 200.
    #[serde(default)]
    limit: Option<u32>,
}

/// Line-ups, newest first, at most 200: numbers and how often each was shown; no person in them.
#[utoipa::path(get, path = "/lineups", tag = "cro", security(("token" = [])), params(HowMany,
    ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 200, body = Page<Value>), (status = 400, body = crate::problem::Body), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body), (status = 422, body = crate::problem::Body)))]
pub async fn list(
    State(api): State<Api>,
    client: Client,
    Query(how): Query<HowMany>,
) -> Result<axum::Json<Page<Value>>, Problem> {
    let found = api.records.lineups(&client.caller, how.limit.unwrap_or(50)).await;
    let items = values(&found.map_err(|e| client.problem(e))?);
    Ok(axum::Json(Page { items, next: None }))
}

/// Makes a line-up at the officer's record office, where it is fair.
#[utoipa::path(post, path = "/lineups", tag = "cro", security(("token" = [])), request_body = LineupNew,
    params(("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 201, body = ReceiptShape), (status = 200, body = ReceiptShape), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body), (status = 409, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn make(
    State(api): State<Api>,
    client: Client,
    Json(shape): Json<LineupNew>,
) -> Result<(StatusCode, axum::Json<ReceiptShape>), Problem> {
    let id = client.parse("id", &shape.id)?;
    let (asked_by, case, said) = (shape.asked_by, shape.case, shape.said);
    let new = NewLineup { ask: asked(&client, shape.ask)?, asked_by, case, said };
    let made = api.records.make_lineup(&client.caller, id, new).await.map_err(|e| client.problem(e))?;
    let receipt = made.map_err(|_| client.fault("ask.keep", "fault-lineup-unfair"))?;
    let status = if receipt.repeated { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, axum::Json(receipt.into())))
}
