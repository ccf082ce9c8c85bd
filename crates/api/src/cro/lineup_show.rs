//! `POST /lineups/{office}/{act}/showings`: a line-up was shown to a witness.

use axum::extract::State;
use axum::http::StatusCode;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::Party;
use roznamcha_records::NewShowing;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::shapes::{Json, Path, ReceiptShape};
use crate::{Api, Client, Problem};

/// A showing.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowingNew {
    /// A UUID made by the client: sent again with the same id it is one showing.
    #[schema(format = Uuid)]
    id: String,
    /// The witness: the fields of a person.
    #[schema(value_type = Object)]
    witness: Value,
    /// When it was shown.
    #[schema(value_type = String, format = DateTime)]
    shown: Moment,
    /// Whether the officer at the screen knew which of them is the suspect; who made it, or has shown it before, does.
    knew: bool,
    /// Which place the witness pointed to, from 1; left out where nobody.
    #[serde(default)]
    picked: Option<u8>,
    /// What the witness said, in his own words, also how sure he is.
    said: String,
}

/// Records that the officer showed a line-up of his office, and what the witness said.
#[utoipa::path(post, path = "/lineups/{office}/{act}/showings", tag = "cro", security(("token" = [])),
    params(("office" = String, Path, description = "the officer's record office"),
        ("act" = String, Path, description = "id of the act that made the line-up"),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    request_body = ShowingNew,
    responses((status = 201, body = ReceiptShape), (status = 200, body = ReceiptShape), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body), (status = 409, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn show(
    State(api): State<Api>,
    client: Client,
    Path((office, act)): Path<(String, String)>,
    Json(shape): Json<ShowingNew>,
) -> Result<(StatusCode, axum::Json<ReceiptShape>), Problem> {
    let id = client.parse("id", &shape.id)?;
    let witness: Party =
        serde_json::from_value(shape.witness).map_err(|_| client.fault("witness", "fault-act-shape"))?;
    let new = NewShowing {
        office,
        lineup: act,
        witness,
        shown: shape.shown,
        knew: shape.knew,
        picked: shape.picked,
        said: shape.said,
    };
    let receipt = api.records.show_lineup(&client.caller, id, new).await.map_err(|e| client.problem(e))?;
    let status = if receipt.repeated { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, axum::Json(receipt.into())))
}
