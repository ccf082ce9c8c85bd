//! `POST /uploads`: begin to send a file.

use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;

use super::UploadShape;
use crate::shapes::Json;
use crate::{Api, Client, Problem};

/// What will be sent.
#[derive(Deserialize, ToSchema)]
#[schema(as = NewUpload)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// A UUID made by the client: begun again with the same id it is the same upload.
    #[schema(format = Uuid)]
    id: String,
    /// Length in bytes.
    size: u64,
    /// SHA-256 of the whole, in lower-case hexadecimal.
    sha256: String,
}

/// Begins an upload at the officer's office, or says how far it has come.
#[utoipa::path(post, path = "/uploads", tag = "files", security(("token" = [])), request_body = Promise,
    responses((status = 200, body = UploadShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 409, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn begin(
    State(api): State<Api>,
    client: Client,
    Json(promise): Json<Promise>,
) -> Result<axum::Json<UploadShape>, Problem> {
    let Promise { id, size, sha256 } = promise;
    let begun = api.records.begin_upload(&client.caller, &id, size, &sha256).await;
    Ok(axum::Json(begun.map_err(|e| client.problem(e))?.into()))
}
