//! `GET /offices/{office}/journal/growth`: proof that an earlier journal is the beginning of a later.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::shapes::{Path, Query};
use crate::{Api, Client, Problem};

/// Between which sizes.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Between {
    /// The earlier size.
    from: u64,
    /// The later size.
    to: u64,
}

/// A proof that the journal at the earlier size is the beginning of that at the later (RFC 6962, section 2.1.2).
#[utoipa::path(get, path = "/offices/{office}/journal/growth", tag = "journal", security(("token" = [])),
    params(("office" = String, Path), Between),
    responses((status = 200, body = Object), (status = 400, body = crate::problem::Body), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body)))]
pub async fn consistency(
    State(api): State<Api>,
    client: Client,
    Path(office): Path<String>,
    Query(q): Query<Between>,
) -> Result<Response, Problem> {
    let proof = api
        .records
        .prove_growth(&client.caller, &office, q.from, q.to)
        .await
        .map_err(|e| client.problem(e))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], proof).into_response())
}
