//! `POST /acts`: perform an act.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use roznamcha_records::NewAct;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::shapes::{Json, ReceiptShape};
use crate::{Api, Claimant, Problem, unreadable};

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
    claimant: Claimant,
    headers: HeaderMap,
    shape: Result<Json<NewActShape>, Problem>,
) -> Result<(StatusCode, axum::Json<ReceiptShape>), Problem> {
    let key = headers.get("idempotency-key").and_then(|v| v.to_str().ok());
    let new = match shape.map(|Json(shape)| shape.read(key)) {
        Ok(Ok(new)) => new,
        // Whoever is not signed in is told that, and not what is wrong with the act.
        Ok(Err((field, code))) => return Err(claimant.confirmed(&api).await?.fault(&field, code)),
        Err(problem) => {
            claimant.confirmed(&api).await?;
            return Err(problem);
        }
    };
    let receipt = api.records.perform_claimed(&claimant.claim, new).await;
    let receipt = receipt.map_err(|e| claimant.problem(e, &api))?;
    let status = if receipt.repeated { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, axum::Json(receipt.into())))
}

/// A field that cannot stand, and why.
pub(crate) type Unfit = (String, &'static str);

/// A body that is no act of its kind: the field is named where the parser names one.
fn misshapen(error: &serde_json::Error) -> Unfit {
    let said = error.to_string();
    let field = |name: &str| format!("body.{}", name.chars().take(100).collect::<String>());
    match (unreadable::quoted(&said), said.as_str()) {
        (Some(name), s) if s.starts_with("missing field") => (field(name), "unreadable-missing"),
        (Some(name), s) if s.starts_with("unknown field") => (field(name), "unreadable-unknown"),
        (Some(_), s) if s.starts_with("unknown variant") => ("body.kind".to_owned(), "fault-choice"),
        _ => ("body".to_owned(), "fault-act-shape"),
    }
}

impl NewActShape {
    /// The act, or the field that cannot stand and why.
    pub(crate) fn read(self, key: Option<&str>) -> Result<NewAct, Unfit> {
        if key.is_some_and(|k| k.trim_matches('"') != self.id) {
            return Err(("Idempotency-Key".to_owned(), "fault-key-differs"));
        }
        let unread = |field: &str| (field.to_owned(), "fault-unreadable");
        let time = |field: &str, text: &Option<String>| {
            text.as_ref().map(|t| t.parse()).transpose().map_err(|_| unread(field))
        };
        let body = serde_json::from_value(self.body).map_err(|e| misshapen(&e))?;
        Ok(NewAct {
            id: self.id.parse().map_err(|_| unread("id"))?,
            happened: time("happened", &self.happened)?,
            informed: time("informed", &self.informed)?,
            stated: time("stated", &self.stated)?,
            office: self.office,
            basis: self.basis,
            body,
        })
    }
}
