//! `POST /offices/{office}/acts/{act}/extracts`: an extract of a register for the informant.

use axum::extract::State;
use axum::response::Response;

use super::{NewPrint, Pdf, printed};
use crate::shapes::{Json, Path};
use crate::{Api, Client, Problem};

/// Prints the diary's entry of a non-cognizable report or of a refusal for the informant, as PDF, in the language asked
/// for by `Accept-Language`; an extract of any other entry is not given (404).
#[utoipa::path(post, path = "/offices/{office}/acts/{act}/extracts", tag = "prints", security(("token" = [])),
    request_body = NewPrint,
    params(("office" = String, Path), ("act" = String, Path, description = "id of the entry's act"),
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
    Path((office, act)): Path<(String, String)>,
    Json(new): Json<NewPrint>,
) -> Result<Response, Problem> {
    printed(&api, &client, &new.id, async |copyist, id| {
        copyist.extract(&client.caller, client.lang, id, &office, &act).await
    })
    .await
}
