//! `POST /firs/{act}/prints`: the FIR in its four copies, the complainant's copy.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Pdf, printed};
use crate::shapes::{Json, Path};
use crate::{Api, Client, Problem};

/// A print of a report.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFirPrint {
    /// A UUID made by the client: sent again with the same id it is one print, counted once.
    #[schema(format = Uuid)]
    id: String,
    /// `fir` (Form 24.5(1)) or `complainant_copy`.
    form: String,
    /// Whose copy: `station`, `dpo`, `magistrate` or `complainant`.
    copy: String,
}

/// Prints a report as PDF. `Print-Count` says which print of it this is. The complainant's copy is in the language
/// asked for by `Accept-Language`.
#[utoipa::path(post, path = "/firs/{act}/prints", tag = "prints", security(("token" = [])),
    request_body = NewFirPrint,
    params(("act" = String, Path, description = "id of the act that registered it"),
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
    Path(act): Path<String>,
    Json(new): Json<NewFirPrint>,
) -> Result<Response, Problem> {
    let which = (new.form.as_str(), new.copy.as_str());
    printed(&api, &client, &new.id, async |copyist, id| {
        copyist.fir(&client.caller, client.lang, id, &act, which).await
    })
    .await
}
