//! `POST /searches/{act}/examinations`: an examiner's conclusion on a candidate.

use axum::extract::State;
use axum::http::StatusCode;
use roznamcha_acts::kinds::SearchExamine;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{within, written};
use crate::shapes::{Json, Path, ReceiptShape};
use crate::{Api, Client, Problem};

/// A conclusion.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewExamination {
    /// A UUID made by the client: sent again with the same id it is one examination.
    #[schema(format = Uuid)]
    id: String,
    /// The fields of kind `search.examine` but `search`.
    #[schema(value_type = Object)]
    examination: Value,
}

/// Writes a conclusion upon a candidate of a search of the officer's own record office.
#[utoipa::path(post, path = "/searches/{act}/examinations", tag = "cro", security(("token" = [])),
    request_body = NewExamination,
    params(("act" = String, Path),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 201, body = ReceiptShape), (status = 200, body = ReceiptShape), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body), (status = 409, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn examine(
    State(api): State<Api>,
    client: Client,
    Path(act): Path<String>,
    Json(shape): Json<NewExamination>,
) -> Result<(StatusCode, axum::Json<ReceiptShape>), Problem> {
    let id = client.parse("id", &shape.id)?;
    let examination: SearchExamine = within(&client, "examination", shape.examination, Some(act))?;
    let receipt = api.records.examine(&client.caller, id, examination).await;
    let receipt = receipt.map_err(|e| client.problem(e))?;
    Ok((written(&receipt), axum::Json(receipt.into())))
}
