//! `POST /prints/records`: the prints of another office's record.

use axum::body::Bytes;
use axum::extract::State;
use roznamcha_records::RecordKept;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::image::PrintKeptShape;
use crate::shapes::Query;
use crate::{Api, Client, Problem};

/// What is told of the record.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Told {
    /// A UUID made by the client: sent again with the same id it is kept once.
    id: String,
}

/// One finger of a record.
#[derive(Serialize, ToSchema)]
pub struct FingerKept {
    /// 1 the right thumb to 10 the left little finger.
    finger: u8,
    image: PrintKeptShape,
}

/// What was taken in of a record.
#[derive(Serialize, ToSchema)]
pub struct RecordKeptShape {
    /// Each finger with its image.
    prints: Vec<FingerKept>,
    /// Images that were not taken.
    left: usize,
}

impl From<RecordKept> for RecordKeptShape {
    fn from(kept: RecordKept) -> Self {
        let print = |(finger, image): (u8, _)| FingerKept { finger, image: PrintKeptShape::from(image) };
        Self { prints: kept.prints.into_iter().map(print).collect(), left: kept.left }
    }
}

/// Takes in the fingers of an ANSI/NIST-ITL record: types 4 and 14, and slaps that say where their fingers lie.
#[utoipa::path(post, path = "/prints/records", tag = "cro", security(("token" = [])), params(Told),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = RecordKeptShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 409, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn keep(
    State(api): State<Api>,
    client: Client,
    Query(told): Query<Told>,
    bytes: Bytes,
) -> Result<axum::Json<RecordKeptShape>, Problem> {
    let id = client.parse("id", &told.id)?;
    let kept = api.records.keep_record(&client.caller, id, bytes.to_vec()).await;
    Ok(axum::Json(kept.map_err(|e| client.problem(e))?.into()))
}
