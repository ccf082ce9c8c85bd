//! `GET /offices/{office}/entries/{register}/{part}/{period}/{serial}`: one entry.

use axum::extract::State;

use crate::shapes::{EntryShape, Path};
use crate::{Api, Client, Problem};

/// One entry of a register.
#[utoipa::path(get, path = "/offices/{office}/entries/{register}/{part}/{period}/{serial}", tag = "books",
    security(("token" = [])),
    params(("office" = String, Path), ("register" = String, Path), ("part" = String, Path),
        ("period" = String, Path), ("serial" = u64, Path), ("X-Purpose" = Option<String>, Header,
        description = "purpose of reading, a code"), ("X-Case" = Option<String>, Header,
        description = "the case it is for")),
    responses((status = 200, body = EntryShape), (status = 400, body = crate::problem::Body), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body)))]
pub async fn entry(
    State(api): State<Api>,
    client: Client,
    Path((office, register, part, period, serial)): Path<(String, String, String, String, u64)>,
) -> Result<axum::Json<EntryShape>, Problem> {
    let key = format!("{register}/{part}/{period}/{serial}");
    let view = api.records.entry(&client.caller, &office, &key).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(view.into()))
}
