//! `GET /cases/{act}/zimni-index`: the index of the case diaries.

use axum::extract::State;
use roznamcha_records::ZimniLine;
use serde::Serialize;
use utoipa::ToSchema;

use super::Numbered;
use crate::shapes::{Page, Path, Query};
use crate::{Api, Client, Problem};

/// A line of the index.
#[derive(Serialize, ToSchema)]
pub struct ZimniLineShape {
    no: u64,
    act: String,
    date: String,
    officer: String,
    rank: String,
    /// A court removed what it said.
    gone: bool,
}

impl From<ZimniLine> for ZimniLineShape {
    fn from(line: ZimniLine) -> Self {
        let (act, date, gone) = (line.act, line.date.to_string(), line.gone);
        Self { no: line.no, act, date, officer: line.officer, rank: line.rank, gone }
    }
}

/// Number, date and officer of each case diary; nothing else.
#[utoipa::path(get, path = "/cases/{act}/zimni-index", tag = "cases", security(("token" = [])),
    params(("act" = String, Path, description = "id of the act that registered its report"), Numbered),
    responses((status = 200, body = Page<ZimniLineShape>), (status = 400, body = crate::problem::Body),
        (status = 422, body = crate::problem::Body), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn index(
    State(api): State<Api>,
    client: Client,
    Path(act): Path<String>,
    Query(page): Query<Numbered>,
) -> Result<axum::Json<Page<ZimniLineShape>>, Problem> {
    let (after, limit) = (page.after(&client)?.unwrap_or(0), page.limit.unwrap_or(100));
    let found = api.records.zimni_index(&client.caller, &act, after, limit).await;
    let found = found.map_err(|e| client.problem(e))?;
    let items = found.lines.into_iter().map(ZimniLineShape::from).collect();
    Ok(axum::Json(Page { items, next: found.next.map(|no| no.to_string()) }))
}
