//! `GET /offices/{office}/journal/export`: the journal for an outsider.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use roznamcha_records::ExportOptions;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::shapes::{Path, Query};
use crate::{Api, Client, Problem};

/// What of it.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct What {
    /// Headers only: content withheld even from those who may read it.
    #[serde(default)]
    headers_only: bool,
}

/// The journal as lines of JSON (`docs/journal-format.md`), ending with a checkpoint signed now.
#[utoipa::path(get, path = "/offices/{office}/journal/export", tag = "journal", security(("token" = [])),
    params(("office" = String, Path), What, ("X-Purpose" = Option<String>, Header,
        description = "purpose of reading, a code"), ("X-Case" = Option<String>, Header,
        description = "the case it is for")),
    responses((status = 200, content_type = "application/jsonl", body = String), (status = 400,
        body = crate::problem::Body), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn export(
    State(api): State<Api>,
    client: Client,
    Path(office): Path<String>,
    Query(what): Query<What>,
) -> Result<Response, Problem> {
    let mut out: Vec<u8> = Vec::new();
    let options = ExportOptions { headers_only: what.headers_only };
    api.records
        .export_journal(&client.caller, &office, options, &mut out)
        .await
        .map_err(|e| client.problem(e))?;
    Ok(([(header::CONTENT_TYPE, "application/jsonl")], out).into_response())
}
