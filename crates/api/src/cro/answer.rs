//! `POST /searches/{act}/answer`: traced or not traced.

use axum::extract::State;
use axum::http::StatusCode;
use roznamcha_acts::kinds::SearchAnswer;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{within, written};
use crate::shapes::{Json, Path, ReceiptShape};
use crate::{Api, Client, Problem};

/// An answer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAnswer {
    /// A UUID made by the client: sent again with the same id it is one answer.
    #[schema(format = Uuid)]
    id: String,
    /// The fields of kind `search.answer` but `search`.
    #[schema(value_type = Object)]
    answer: Value,
}

/// Answers a search of the officer's own record office.
#[utoipa::path(post, path = "/searches/{act}/answer", tag = "cro", security(("token" = [])),
    request_body = NewAnswer,
    params(("act" = String, Path),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 201, body = ReceiptShape), (status = 200, body = ReceiptShape), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body), (status = 409, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn answer(
    State(api): State<Api>,
    client: Client,
    Path(act): Path<String>,
    Json(shape): Json<NewAnswer>,
) -> Result<(StatusCode, axum::Json<ReceiptShape>), Problem> {
    let id = client.parse("id", &shape.id)?;
    let answer: SearchAnswer = within(&client, "answer", shape.answer, Some(act))?;
    let receipt = api.records.answer(&client.caller, id, answer).await.map_err(|e| client.problem(e))?;
    Ok((written(&receipt), axum::Json(receipt.into())))
}
