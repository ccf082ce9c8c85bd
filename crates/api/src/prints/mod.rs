//! Printed documents. Each print is an act, counted before it leaves the press: the same id again is the same print.

mod case_form;
mod diary;
mod extract;
mod fir;
mod office_form;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use roznamcha_acts::ActId;
use roznamcha_records::DoorError;
use roznamcha_sheets::{Copyist, Printed};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::{Api, Client, Problem};

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(fir::print))
        .routes(routes!(diary::print))
        .routes(routes!(extract::print))
        .routes(routes!(case_form::print))
        .routes(routes!(office_form::print))
}

/// A print.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPrint {
    /// A UUID made by the client: sent again with the same id it is one print, counted once.
    #[schema(format = Uuid)]
    id: String,
}

/// A document as PDF/A-3b; the sheet's data is attached to it as `data.json`.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
pub struct Pdf(#[expect(dead_code, reason = "only its schema is used")] Vec<u8>);

/// What every print does: the fonts are there, the id is a UUID, the copyist reads, counts and prints, and the document
/// is answered.
async fn printed(
    api: &Api,
    client: &Client,
    id: &str,
    print: impl AsyncFnOnce(&Copyist, ActId) -> Result<Printed, DoorError>,
) -> Result<Response, Problem> {
    let missing = || client.coded(StatusCode::SERVICE_UNAVAILABLE, "print-unavailable");
    let copyist = api.copyist.as_ref().ok_or_else(missing)?;
    let id = client.parse("id", id)?;
    let printed = print(copyist, id).await.map_err(|e| client.problem(e))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", printed.name)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::HeaderName::from_static("print-count"), printed.count.to_string()),
    ];
    Ok((StatusCode::OK, headers, printed.pdf).into_response())
}
