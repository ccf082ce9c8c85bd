//! `POST /accounts/{officer}`: make or reset an account.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// A new account; shown once.
#[derive(Serialize, ToSchema)]
pub struct Made {
    officer: String,
    /// Must be changed at the first sign-in.
    password: String,
}

/// Makes or resets the account of an officer posted below the administrator; his sessions end.
#[utoipa::path(post, path = "/accounts/{officer}", tag = "office", security(("token" = [])),
    params(("officer" = String, Path)),
    responses((status = 201, body = Made), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn account(
    State(api): State<Api>,
    client: Client,
    Path(officer): Path<String>,
) -> Result<(StatusCode, axum::Json<Made>), Problem> {
    let made = api.records.make_account(&client.caller, &officer).await.map_err(|e| client.problem(e))?;
    Ok((StatusCode::CREATED, axum::Json(Made { officer: made.officer, password: made.password })))
}
