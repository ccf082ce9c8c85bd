//! `POST /acts`: perform an act.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use roznamcha_records::NewAct;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::shapes::{Json, ReceiptShape};
use crate::{Api, Client, Problem, unreadable};

/// An act. Hours left out are now.
#[derive(Deserialize, ToSchema)]
#[schema(as = NewAct)]
#[serde(deny_unknown_fields)]
pub struct NewActShape {
    /// A UUID made by the client: sent again with the same id it is one act.
    #[schema(format = Uuid)]
    id: String,
    /// The office; the officer's own when left out.
    #[serde(default)]
    office: Option<String>,
    /// When it happened, RFC 3339.
    #[serde(default)]
    happened: Option<String>,
    /// When information of it reached the office.
    #[serde(default)]
    informed: Option<String>,
    /// The hour of entry stated.
    #[serde(default)]
    stated: Option<String>,
    /// Citation codes, when other than the kind's own.
    #[serde(default)]
    basis: Vec<String>,
    /// What is done: `kind` (see `GET /acts/kinds`) and that kind's fields.
    #[schema(value_type = Object)]
    body: serde_json::Value,
}

/// Performs an act, durably: it is on disk when the answer comes. 201 the first time, 200 when it had been
/// written before.
#[utoipa::path(post, path = "/acts", tag = "acts", security(("token" = [])), request_body = NewActShape,
    params(("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
        ("X-Case" = Option<String>, Header, description = "the case it is for"),
        ("Idempotency-Key" = Option<String>, Header, description = "must equal the act's id")),
    responses((status = 201, body = ReceiptShape), (status = 200, body = ReceiptShape), (status = 409,
        body = crate::problem::Body),
        (status = 422, body = crate::problem::Body), (status = 401, body = crate::problem::Body),
            (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn perform(
    State(api): State<Api>,
    client: Client,
    headers: HeaderMap,
    Json(shape): Json<NewActShape>,
) -> Result<(StatusCode, axum::Json<ReceiptShape>), Problem> {
    let key = headers.get("idempotency-key").and_then(|v| v.to_str().ok());
    if key.is_some_and(|k| k.trim_matches('"') != shape.id) {
        return Err(client.fault("Idempotency-Key", "fault-key-differs"));
    }
    let time = |field: &str, text: &Option<String>| text.as_ref().map(|t| client.parse(field, t)).transpose();
    let body = serde_json::from_value(shape.body).map_err(|e| misshapen(&client, &e))?;
    let new = NewAct {
        id: client.parse("id", &shape.id)?,
        happened: time("happened", &shape.happened)?,
        informed: time("informed", &shape.informed)?,
        stated: time("stated", &shape.stated)?,
        office: shape.office,
        basis: shape.basis,
        body,
    };
    let receipt = api.records.perform(&client.caller, new).await.map_err(|e| client.problem(e))?;
    let status = if receipt.repeated { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, axum::Json(receipt.into())))
}

/// A body that is no act of its kind: the field is named where the parser names one.
fn misshapen(client: &Client, error: &serde_json::Error) -> Problem {
    let said = error.to_string();
    let field = |name: &str| format!("body.{}", name.chars().take(100).collect::<String>());
    match (unreadable::quoted(&said), said.as_str()) {
        (Some(name), s) if s.starts_with("missing field") => client.fault(&field(name), "unreadable-missing"),
        (Some(name), s) if s.starts_with("unknown field") => client.fault(&field(name), "unreadable-unknown"),
        (Some(_), s) if s.starts_with("unknown variant") => client.fault("body.kind", "fault-choice"),
        _ => client.fault("body", "fault-act-shape"),
    }
}
