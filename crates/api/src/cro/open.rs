//! `POST /searches`: whose prints are these?

use axum::extract::State;
use axum::http::StatusCode;
use roznamcha_acts::kinds::SearchOpen;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::{within, written};
use crate::shapes::{Json, ReceiptShape};
use crate::{Api, Client, Problem};

/// A search slip.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSearch {
    /// A UUID made by the client: sent again with the same id it is one search.
    #[schema(format = Uuid)]
    id: String,
    /// The slip: the fields of kind `search.open`.
    #[schema(value_type = Object)]
    slip: Value,
    /// Dots an inch of the images, where they do not say; 500 when left out.
    #[serde(default)]
    dpi: Option<u16>,
}

/// What became of it.
#[derive(Serialize, ToSchema)]
pub struct SearchOpened {
    /// The act's receipt.
    receipt: ReceiptShape,
    /// Candidates listed; absent where the engine could not look and the slip is still to be listed. None of them is a
    /// match before a person decides.
    candidates: Option<usize>,
}

/// Opens a search at the officer's record office and makes its list.
#[utoipa::path(post, path = "/searches", tag = "cro", security(("token" = [])), request_body = NewSearch,
    params(("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 201, body = SearchOpened), (status = 200, body = SearchOpened), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body), (status = 409, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn open(
    State(api): State<Api>,
    client: Client,
    Json(shape): Json<NewSearch>,
) -> Result<(StatusCode, axum::Json<SearchOpened>), Problem> {
    let id = client.parse("id", &shape.id)?;
    let slip: SearchOpen = within(&client, "slip", shape.slip, None)?;
    let opened = api.records.search_open(&client.caller, id, slip, shape.dpi).await;
    let (receipt, candidates) = opened.map_err(|e| client.problem(e))?;
    Ok((written(&receipt), axum::Json(SearchOpened { receipt: receipt.into(), candidates })))
}
