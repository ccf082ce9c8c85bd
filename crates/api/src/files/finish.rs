//! `POST /uploads/{id}/finish`: the whole has been sent.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// A file that is kept; an act `attach.add` of this office may name it now.
#[derive(Serialize, ToSchema)]
#[schema(as = File)]
pub struct FileShape {
    sha256: String,
    size: u64,
    /// Media type, by content.
    media: String,
}

/// Checks hash and format of what was sent and keeps it. Sent again, it gives the same answer.
#[utoipa::path(post, path = "/uploads/{id}/finish", tag = "files", security(("token" = [])),
    params(("id" = String, Path)),
    responses((status = 200, body = FileShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body), (status = 409,
        body = crate::problem::Body), (status = 422, body = crate::problem::Body)))]
pub async fn finish(
    State(api): State<Api>,
    client: Client,
    Path(id): Path<String>,
) -> Result<axum::Json<FileShape>, Problem> {
    let kept = api.records.finish_upload(&client.caller, &id).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(FileShape { sha256: kept.sha256, size: kept.size, media: kept.media }))
}
