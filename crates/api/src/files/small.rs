//! `GET /attachments/{act}/files/{sha256}/small`: the small picture of a file.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// The small picture, as a JPEG of at most 320 pixels a side; 404 where the file is no picture.
#[utoipa::path(get, path = "/attachments/{act}/files/{sha256}/small", tag = "files", security(("token" = [])),
    params(("act" = String, Path), ("sha256" = String, Path),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 200, content_type = "image/jpeg"), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn small(
    State(api): State<Api>,
    client: Client,
    Path((act, sha256)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let jpeg =
        api.records.small_picture(&client.caller, &act, &sha256).await.map_err(|e| client.problem(e))?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")], jpeg)
        .into_response())
}
