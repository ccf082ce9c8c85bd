//! `GET /attachments/{act}/files/{sha256}/custody`: through whose hands a file went.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// One who had the file.
#[derive(Serialize, ToSchema)]
pub struct Hand {
    /// `sent`, `attached`, `read_file` or `copy_file`.
    did: String,
    officer: String,
    office: String,
    /// The purpose stated, for who read.
    purpose: String,
    /// `done` or `denied`, for who read; empty otherwise.
    outcome: String,
    /// RFC 3339.
    at: String,
}

/// Who sent the file, which officer attached it, who looked at it and who took a copy.
#[utoipa::path(get, path = "/attachments/{act}/files/{sha256}/custody", tag = "files", security(("token" = [])),
    params(("act" = String, Path), ("sha256" = String, Path)),
    responses((status = 200, body = Vec<Hand>), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn custody(
    State(api): State<Api>,
    client: Client,
    Path((act, sha256)): Path<(String, String)>,
) -> Result<axum::Json<Vec<Hand>>, Problem> {
    let custody = api.records.custody(&client.caller, &act, &sha256).await.map_err(|e| client.problem(e))?;
    let at = |ms| api.records.moment_of(ms).to_string();
    let sent = custody.senders.into_iter().map(|(officer, office, ms)| Hand {
        did: "sent".to_owned(),
        officer,
        office,
        purpose: String::new(),
        outcome: String::new(),
        at: at(ms),
    });
    let row = custody.row;
    let attached = Hand {
        did: "attached".to_owned(),
        officer: row.officer,
        office: row.office,
        purpose: String::new(),
        outcome: String::new(),
        at: row.added.to_string(),
    };
    let looks = custody.looks.into_iter().rev().map(|look| Hand {
        did: look.open.action,
        officer: look.open.officer,
        office: look.open.office,
        purpose: look.open.purpose,
        outcome: look.outcome.as_str().to_owned(),
        at: at(look.open.at_ms),
    });
    Ok(axum::Json(sent.chain([attached]).chain(looks).collect()))
}
