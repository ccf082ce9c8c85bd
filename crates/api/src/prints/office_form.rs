//! `POST /offices/{office}/prints`: a form of a station.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Pdf, printed};
use crate::shapes::{Json, Path};
use crate::{Api, Client, Problem};

/// A print of a form of a station.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOfficePrint {
    /// A UUID made by the client: sent again with the same id it is one print, counted once.
    #[schema(format = Uuid)]
    id: String,
    /// `inspection`; or the id of an act: road certificate, charge note.
    form: String,
}

/// Prints a form of a station, filled from its books, as PDF, in the language asked for by `Accept-Language`. A form that
/// the station does not have, or that may not be seen, is not found. `Print-Count` says which print of it this is.
#[utoipa::path(post, path = "/offices/{office}/prints", tag = "prints", security(("token" = [])),
    request_body = NewOfficePrint,
    params(("office" = String, Path),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
        ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, content_type = "application/pdf", body = Pdf,
            headers(("Print-Count" = u32, description = "which print of this document it is"))),
        (status = 400, body = crate::problem::Body), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body),
        (status = 409, body = crate::problem::Body), (status = 422, body = crate::problem::Body),
        (status = 503, body = crate::problem::Body)))]
pub async fn print(
    State(api): State<Api>,
    client: Client,
    Path(office): Path<String>,
    Json(new): Json<NewOfficePrint>,
) -> Result<Response, Problem> {
    printed(&api, &client, &new.id, async |copyist, id| {
        copyist.office_form(&client.caller, client.lang, id, &office, &new.form).await
    })
    .await
}
