//! `POST /offices/{office}/diary/{day}/prints`: the sheet of a day.

use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use super::{NewPrint, Pdf, printed};
use crate::shapes::{Json, Path};
use crate::{Api, Client, Problem};

/// Prints a day of the diary in Form 22.48(1), as PDF. `Print-Count` says which print of it this is.
#[utoipa::path(post, path = "/offices/{office}/diary/{day}/prints", tag = "prints", security(("token" = [])),
    request_body = NewPrint,
    params(("office" = String, Path), ("day" = String, Path, description = "2026-01-05"),
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
    Path((office, day)): Path<(String, String)>,
    Json(new): Json<NewPrint>,
) -> Result<Response, Problem> {
    let day: Date = client.parse("day", &day)?;
    printed(&api, &client, &new.id, async |copyist, id| copyist.diary(&client.caller, id, &office, day).await)
        .await
}
