//! `GET /firs`: headings of reports.

use axum::extract::State;
use roznamcha_records::FirFilter;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::shapes::{FirLineShape, Page, PageParams, Query, seek};
use crate::{Api, Client, Problem};

/// Which reports.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// All stations at or below this office; the officer's own when left out.
    #[serde(default)]
    office: Option<String>,
    /// Of this year.
    #[serde(default)]
    year: Option<i16>,
    /// With this number.
    #[serde(default)]
    no: Option<u64>,
    /// Under this section, e.g. `PPC-302`.
    #[serde(default)]
    section: Option<String>,
    /// Only those not signed.
    #[serde(default)]
    unsigned: bool,
    /// Only those with a copy not sent.
    #[serde(default)]
    unsent: bool,
    /// Only of this investigating officer.
    #[serde(default)]
    io: Option<String>,
}

/// Headings of First Information Reports, newest first; no person in them.
#[utoipa::path(get, path = "/firs", tag = "firs", security(("token" = [])), params(Which, PageParams),
    responses((status = 200, body = Page<FirLineShape>), (status = 400, body = crate::problem::Body),
        (status = 422, body = crate::problem::Body), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn list(
    State(api): State<Api>,
    client: Client,
    Query(which): Query<Which>,
    Query(page): Query<PageParams>,
) -> Result<axum::Json<Page<FirLineShape>>, Problem> {
    let after = page.position(&client)?;
    let filter = FirFilter {
        office: which.office.unwrap_or_else(|| client.caller.office().to_owned()),
        year: which.year,
        no: which.no,
        section: which.section,
        unsigned: which.unsigned,
        unsent: which.unsent,
        io: which.io,
        after,
        limit: page.limit.unwrap_or(50),
    };
    let found = api.records.firs(&client.caller, &filter).await.map_err(|e| client.problem(e))?;
    let items = found.lines.into_iter().map(FirLineShape::from).collect();
    Ok(axum::Json(Page { items, next: seek(found.next) }))
}
