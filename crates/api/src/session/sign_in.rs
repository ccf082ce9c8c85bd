//! `POST /session`: sign in.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use roznamcha_records::{DoorError, SignInError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Body, Problem, lang_of};
use crate::shapes::Json;

/// Who signs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// The officer's code.
    officer: String,
    /// The password.
    password: String,
    /// One-time code or recovery code.
    #[serde(default)]
    code: String,
}

/// A session.
#[derive(Serialize, ToSchema)]
pub struct Opened {
    /// Send it as `Authorization: Bearer`.
    token: String,
    officer: String,
    /// The password must be changed first (`POST /session/password`).
    must_change_password: bool,
    /// A second factor still has to be enrolled, on the pages.
    must_enrol_second_factor: bool,
}

/// Signs in. Five failures within fifteen minutes lock the account.
#[utoipa::path(post, path = "/session", tag = "session", request_body = Credentials,
    responses((status = 201, body = Opened), (status = 401, body = Body), (status = 422, body = Body),
        (status = 423, body = Body)))]
pub async fn sign_in(
    State(api): State<Api>,
    headers: HeaderMap,
    Json(body): Json<Credentials>,
) -> Result<(StatusCode, axum::Json<Opened>), Problem> {
    let lang = lang_of(&headers);
    let outcome = api.records.sign_in(&body.officer, &body.password, &body.code, "api", lang.as_str()).await;
    let signed = outcome.map_err(|error| {
        let plain = Problem::of(DoorError::SignedOut, lang, &api.words);
        match error {
            SignInError::Door(door) => Problem::of(door, lang, &api.words),
            SignInError::Locked { .. } => {
                plain.coded(StatusCode::LOCKED, "signin-locked-short", lang, &api.words)
            }
            other => plain.coded(StatusCode::UNAUTHORIZED, other.key(), lang, &api.words),
        }
    })?;
    let opened = Opened {
        token: signed.token,
        officer: signed.officer,
        must_change_password: signed.must_change,
        must_enrol_second_factor: signed.must_enrol,
    };
    Ok((StatusCode::CREATED, axum::Json(opened)))
}
