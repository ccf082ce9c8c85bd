//! `GET /uploads/{id}`: how far an upload has come.

use axum::extract::State;

use super::UploadShape;
use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// How far an upload of the officer's own has come: after a cut, sending goes on at `received`.
#[utoipa::path(get, path = "/uploads/{id}", tag = "files", security(("token" = [])), params(("id" = String, Path)),
    responses((status = 200, body = UploadShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn state(
    State(api): State<Api>,
    client: Client,
    Path(id): Path<String>,
) -> Result<axum::Json<UploadShape>, Problem> {
    let state = api.records.upload(&client.caller, &id).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(state.into()))
}
