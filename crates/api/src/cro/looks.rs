//! `POST /looks`: who is described as a witness describes him?

use axum::extract::State;
use roznamcha_records::Seen;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::values;
use crate::shapes::Json;
use crate::{Api, Client, Problem};

/// What a witness says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LooksAsked {
    /// The description: `gender`; `height_cm`, `weight_kg` and `age`, each `value` and `tolerance`; `codes`, each
    /// `list` and `code`; `marks`, each `kind`, `place`, `side_unsure`; `methods`; `gang`. All may be left out, not
    /// everything.
    #[schema(value_type = Object)]
    seen: Value,
    /// Results at most; 20 when left out, never more than 100.
    #[serde(default)]
    limit: Option<usize>,
}

/// Whose descriptions agree.
#[derive(Serialize, ToSchema)]
pub struct LooksShape {
    /// The best first: `of`, `row`, `case`, `ties` (what agrees, is near, differs, is unknown), `face`. A description is
    /// no person: nobody is identified by it.
    #[schema(value_type = Vec<Object>)]
    lines: Vec<Value>,
    /// Among how many descriptions was searched.
    described: usize,
}

/// The description of a request.
pub(super) fn seen(client: &Client, value: Value) -> Result<Seen, Problem> {
    serde_json::from_value(value).map_err(|_| client.fault("seen", "fault-act-shape"))
}

/// Enrolments that stand and whose descriptions agree best with what a witness says.
#[utoipa::path(post, path = "/looks", tag = "cro", security(("token" = [])), request_body = LooksAsked,
    params(("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 200, body = LooksShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn looks(
    State(api): State<Api>,
    client: Client,
    Json(shape): Json<LooksAsked>,
) -> Result<axum::Json<LooksShape>, Problem> {
    let seen = seen(&client, shape.seen)?;
    let found = api.records.search_looks(&client.caller, &seen, shape.limit.unwrap_or(20)).await;
    let found = found.map_err(|e| client.problem(e))?;
    Ok(axum::Json(LooksShape { lines: values(&found.lines), described: found.described }))
}
