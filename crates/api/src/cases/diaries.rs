//! `GET /cases/{act}/zimnis`: the case diaries themselves.

use axum::extract::State;
use roznamcha_records::ZimniView;
use serde::Serialize;
use utoipa::ToSchema;

use super::Numbered;
use super::index::ZimniLineShape;
use crate::shapes::{Page, Path, Query};
use crate::{Api, Client, Problem};

/// A case diary.
#[derive(Serialize, ToSchema)]
pub struct ZimniShape {
    line: ZimniLineShape,
    /// `received`, `began`, `closed`, `places`, `text`; absent where a court removed it.
    #[schema(value_type = Option<Object>)]
    body: Option<serde_json::Value>,
}

impl From<ZimniView> for ZimniShape {
    fn from(view: ZimniView) -> Self {
        let body = view.body.and_then(|body| serde_json::to_value(body).ok());
        Self { line: view.line.into(), body }
    }
}

/// The case diaries of section 172, for those who may read them.
#[utoipa::path(get, path = "/cases/{act}/zimnis", tag = "cases", security(("token" = [])),
    params(("act" = String, Path, description = "id of the act that registered its report"), Numbered,
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
        ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, body = Page<ZimniShape>), (status = 400, body = crate::problem::Body),
        (status = 422, body = crate::problem::Body), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn diaries(
    State(api): State<Api>,
    client: Client,
    Path(act): Path<String>,
    Query(page): Query<Numbered>,
) -> Result<axum::Json<Page<ZimniShape>>, Problem> {
    let (after, limit) = (page.after(&client)?.unwrap_or(0), page.limit.unwrap_or(50));
    let found = api.records.zimnis(&client.caller, &act, after, limit).await;
    let found = found.map_err(|e| client.problem(e))?;
    let items = found.zimnis.into_iter().map(ZimniShape::from).collect();
    Ok(axum::Json(Page { items, next: found.next.map(|no| no.to_string()) }))
}
