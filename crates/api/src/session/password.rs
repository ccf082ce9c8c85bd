//! `POST /session/password`: change the password.

use axum::extract::State;
use axum::http::StatusCode;
use roznamcha_records::{DoorError, SignInError};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::shapes::Json;
use crate::{Api, Client, Problem};

/// Old and new.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The password now.
    old: String,
    /// The new one: ten characters at least, none of the commonest.
    new: String,
}

/// Changes the officer's own password; his other sessions end.
#[utoipa::path(post, path = "/session/password", tag = "session", security(("token" = [])), request_body = Change,
    responses((status = 204), (status = 422, body = crate::problem::Body), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body)))]
pub async fn password(
    State(api): State<Api>,
    client: Client,
    Json(body): Json<Change>,
) -> Result<StatusCode, Problem> {
    match api.records.change_password(&client.caller, &body.old, &body.new).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(SignInError::Door(error)) => Err(client.problem(error)),
        Err(SignInError::Wrong) => Err(client.fault("old", "password-current-wrong")),
        Err(_) => Err(client.problem(DoorError::SignedOut)),
    }
}
