//! `GET /acts/kinds`: which kinds of act there are.

use crate::{Client, Problem};

/// Kinds of act, by name. Their fields are in the documentation of the acts.
#[utoipa::path(get, path = "/acts/kinds", tag = "acts", security(("token" = [])), responses((status = 200,
    body = Vec<String>), (status = 401, body = crate::problem::Body), (status = 403,
    body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn kinds(_client: Client) -> Result<axum::Json<Vec<&'static str>>, Problem> {
    Ok(axum::Json(roznamcha_acts::kinds::KINDS.to_vec()))
}
