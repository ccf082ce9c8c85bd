//! `GET /lineups/{office}/{act}`: a line-up.

use axum::extract::State;
use serde_json::Value;

use super::value;
use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// A line-up as this officer may see it: `faces` in their order, `suspect` (his place from 1), `said`, `measured`,
/// `shown`, `withdrawn`. Who has neither made nor shown it is `blind`: he is told neither the suspect nor what others said.
#[utoipa::path(get, path = "/lineups/{office}/{act}", tag = "cro", security(("token" = [])),
    params(("office" = String, Path, description = "the record office"),
        ("act" = String, Path, description = "id of the act that made it"),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 200, body = Object), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn lineup(
    State(api): State<Api>,
    client: Client,
    Path((office, act)): Path<(String, String)>,
) -> Result<axum::Json<Value>, Problem> {
    let view = api.records.lineup_view(&client.caller, &office, &act).await;
    Ok(axum::Json(value(&view.map_err(|e| client.problem(e))?)))
}
