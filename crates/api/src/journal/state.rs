//! `GET /offices/{office}/journal`: where the journal stands.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// Where a journal stands.
#[derive(Serialize, ToSchema)]
pub struct Stand {
    office: String,
    /// Acts in it.
    size: u64,
    /// Root of its tree, hex.
    root: String,
    /// A signed note: keep it, and hold the journal to it later.
    checkpoint: String,
    /// The key that signed it.
    key: String,
}

/// Signs where a journal stands now. It names nobody; whoever keeps it can later prove that nothing before it
/// changed.
#[utoipa::path(get, path = "/offices/{office}/journal", tag = "journal", security(("token" = [])),
    params(("office" = String, Path)),
    responses((status = 200, body = Stand), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn state(
    State(api): State<Api>,
    client: Client,
    Path(office): Path<String>,
) -> Result<axum::Json<Stand>, Problem> {
    let s = api.records.checkpoint(&client.caller, &office).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(Stand {
        office: s.office,
        size: s.size,
        root: s.root.to_string(),
        checkpoint: s.note,
        key: s.key,
    }))
}
