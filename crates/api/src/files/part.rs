//! `PUT /uploads/{id}/parts/{offset}`: send a part.

use axum::body::Bytes;
use axum::extract::State;

use super::UploadShape;
use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// Sends the part that begins at `offset`, at most as long as a body may be. It is on disk when the answer comes. A
/// part that does not begin where the upload stands is 409; ask where it stands.
#[utoipa::path(put, path = "/uploads/{id}/parts/{offset}", tag = "files", security(("token" = [])),
    params(("id" = String, Path), ("offset" = u64, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = UploadShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body), (status = 409,
        body = crate::problem::Body), (status = 422, body = crate::problem::Body)))]
pub async fn part(
    State(api): State<Api>,
    client: Client,
    Path((id, offset)): Path<(String, u64)>,
    bytes: Bytes,
) -> Result<axum::Json<UploadShape>, Problem> {
    let state = api.records.put_part(&client.caller, &id, offset, bytes.to_vec()).await;
    Ok(axum::Json(state.map_err(|e| client.problem(e))?.into()))
}
