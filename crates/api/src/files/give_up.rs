//! `DELETE /uploads/{id}`: give an upload up.

use axum::extract::State;
use axum::http::StatusCode;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// Gives an unfinished upload of the officer's own up; what was sent is removed.
#[utoipa::path(delete, path = "/uploads/{id}", tag = "files", security(("token" = [])),
    params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn give_up(
    State(api): State<Api>,
    client: Client,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    api.records.give_up_upload(&client.caller, &id).await.map_err(|e| client.problem(e))?;
    Ok(StatusCode::NO_CONTENT)
}
