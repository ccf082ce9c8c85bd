//! `POST /cases/{fir}/prints`: a form of a case.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Pdf, printed};
use crate::shapes::{Json, Path};
use crate::{Api, Client, Problem};

/// A print of a form of a case.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCasePrint {
    /// A UUID made by the client: sent again with the same id it is one print, counted once.
    #[schema(format = Uuid)]
    id: String,
    /// `file` for the whole case file; `remand-1` or `custody-1` of the accused in that place of the case's list of
    /// persons; `zimni-1` of the case diary of that number; the id of an act: challan, arrest, memo, statement,
    /// conviction.
    form: String,
}

/// Prints a form of a case, filled from the books, as PDF, in the language asked for by `Accept-Language`. A form that
/// the case does not have, or that may not be seen, is not found. `Print-Count` says which print of it this is.
#[utoipa::path(post, path = "/cases/{fir}/prints", tag = "prints", security(("token" = [])),
    request_body = NewCasePrint,
    params(("fir" = String, Path, description = "id of the act that registered the case"),
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
    Path(fir): Path<String>,
    Json(new): Json<NewCasePrint>,
) -> Result<Response, Problem> {
    printed(&api, &client, &new.id, async |copyist, id| {
        copyist.case_form(&client.caller, client.lang, id, &fir, &new.form).await
    })
    .await
}
