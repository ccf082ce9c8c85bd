//! `PUT /session/purpose`: state why the officer reads.

use axum::extract::State;
use axum::http::StatusCode;
use roznamcha_records::Purpose;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::shapes::Json;
use crate::{Api, Client, Problem};

/// Why, and for which case.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// A purpose code: `duty`, `investigation`, `supervision`, `court_order`, `audit`, `public_request`, ...
    purpose: String,
    /// The case.
    #[serde(default)]
    case: String,
}

/// States the purpose of reading for the rest of the session; recorded on every read.
#[utoipa::path(put, path = "/session/purpose", tag = "session", security(("token" = [])), request_body = Stated,
    responses((status = 204), (status = 422, body = crate::problem::Body), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body)))]
pub async fn purpose(
    State(api): State<Api>,
    client: Client,
    Json(body): Json<Stated>,
) -> Result<StatusCode, Problem> {
    let purpose: Purpose = client.parse("purpose", &body.purpose)?;
    api.records.state_purpose(&client.caller, purpose, &body.case).await.map_err(|e| client.problem(e))?;
    Ok(StatusCode::NO_CONTENT)
}
