//! `GET /offices/{office}/journal/{seq}/proof`: proof that an act is in the journal.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// A proof that the act of that number is in the journal (RFC 6962, section 2.1.1).
#[utoipa::path(get, path = "/offices/{office}/journal/{seq}/proof", tag = "journal", security(("token" = [])),
    params(("office" = String, Path), ("seq" = u64, Path)),
    responses((status = 200, body = Object), (status = 400, body = crate::problem::Body), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body)))]
pub async fn inclusion(
    State(api): State<Api>,
    client: Client,
    Path((office, seq)): Path<(String, u64)>,
) -> Result<Response, Problem> {
    let proof = api.records.prove_act(&client.caller, &office, seq).await.map_err(|e| client.problem(e))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], proof).into_response())
}
