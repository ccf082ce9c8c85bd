//! `GET /law/unverified`: law that nobody has verified yet.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Api, Client, Problem};

/// A datum of law that is not verified.
#[derive(Serialize, ToSchema)]
pub struct UnverifiedShape {
    file: String,
    code: String,
    tag: String,
    citation: String,
    note: String,
}

/// Data of law that nobody has verified yet.
#[utoipa::path(get, path = "/law/unverified", tag = "law", security(("token" = [])),
    responses((status = 200, body = Vec<UnverifiedShape>), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn unverified(
    State(api): State<Api>,
    client: Client,
) -> Result<axum::Json<Vec<UnverifiedShape>>, Problem> {
    api.records.read_unverified(&client.caller).await.map_err(|e| client.problem(e))?;
    let shape = |u: roznamcha_statute::Unverified| UnverifiedShape {
        file: u.file.to_string(),
        code: u.code.to_string(),
        tag: u.tag.to_string(),
        citation: u.citation.to_string(),
        note: u.note.to_string(),
    };
    Ok(axum::Json(api.records.statute().unverified().into_iter().map(shape).collect()))
}
