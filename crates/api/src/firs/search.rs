//! `POST /search`: find cases. A POST, so that what was typed is not in an address.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::shapes::{FirLineShape, Json};
use crate::{Api, Client, Problem};

/// What one has.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// FIR number `17/2026`, identity card, telephone, or a name in either script.
    question: String,
}

/// One case found.
#[derive(Serialize, ToSchema)]
pub struct Hit {
    case: FirLineShape,
    /// The person by whom it was found.
    name: Option<String>,
    /// What he is in it: `informant`, `victim`, `accused`.
    role: Option<String>,
    /// `number`, `cnic`, `phone`, `name`.
    why: String,
}

/// What was found.
#[derive(Serialize, ToSchema)]
pub struct Hits {
    items: Vec<Hit>,
    /// More would match; say more.
    more: bool,
}

/// Finds cases at or below the officer's office. Each hit is asked for again: what this officer may not see
/// is not counted.
#[utoipa::path(post, path = "/search", tag = "firs", security(("token" = [])), request_body = Question,
    params(("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
    ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, body = Hits), (status = 422, body = crate::problem::Body), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body)))]
pub async fn search(
    State(api): State<Api>,
    client: Client,
    Json(q): Json<Question>,
) -> Result<axum::Json<Hits>, Problem> {
    if q.question.chars().count() > 200 {
        return Err(client.fault("question", "fault-too-long"));
    }
    let page = api.records.search(&client.caller, &q.question).await.map_err(|e| client.problem(e))?;
    let hit = |f: roznamcha_records::Found| {
        let (name, role) = f.party.unzip();
        Hit { case: f.line.into(), name, role, why: f.why.to_owned() }
    };
    Ok(axum::Json(Hits { items: page.found.into_iter().map(hit).collect(), more: page.more }))
}
