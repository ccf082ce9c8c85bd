//! `GET /uploads`: what the officer has begun to send.

use axum::extract::State;

use super::UploadShape;
use crate::{Api, Client, Problem};

/// The officer's own uploads that are not finished, oldest first.
#[utoipa::path(get, path = "/uploads", tag = "files", security(("token" = [])),
    responses((status = 200, body = Vec<UploadShape>), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body)))]
pub async fn open(State(api): State<Api>, client: Client) -> Result<axum::Json<Vec<UploadShape>>, Problem> {
    let open = api.records.open_uploads(&client.caller).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(open.into_iter().map(UploadShape::from).collect()))
}
