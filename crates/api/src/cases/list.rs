//! `GET /cases`: the cases at or below an office.

use axum::extract::State;
use roznamcha_acts::views::Stage;
use roznamcha_records::{CaseFilter, CaseLine};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::shapes::{Page, PageParams, Query, seek};
use crate::{Api, Client, Problem};

/// Which cases.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// All stations at or below this office; the officer's own when left out.
    #[serde(default)]
    office: Option<String>,
    /// At this stage, e.g. `investigation`.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    stage: Option<Stage>,
    /// Only those that police, prosecutor or court have in hand.
    #[serde(default)]
    open: bool,
    /// Of this investigating officer; `-` for those nobody has.
    #[serde(default)]
    officer: Option<String>,
    /// Registered this many days ago or longer.
    #[serde(default)]
    older: Option<u32>,
    /// Registered fewer days ago than this.
    #[serde(default)]
    younger: Option<u32>,
    /// With this number.
    #[serde(default)]
    no: Option<u64>,
    /// Of this year.
    #[serde(default)]
    year: Option<i16>,
    /// Oldest first.
    #[serde(default)]
    oldest_first: bool,
}

/// A case in the list.
#[derive(Serialize, ToSchema)]
pub struct CaseLineShape {
    office: String,
    /// The case: id of the act that registered its report.
    fir: String,
    no: u64,
    year: i16,
    registered: String,
    #[schema(value_type = String)]
    stage: Stage,
    /// Since when it stands so.
    since: String,
    /// Sections that stand.
    sections: Vec<String>,
    /// The present investigating officer.
    officer: Option<String>,
    /// How many are accused.
    accused: usize,
    /// Case diaries written.
    zimnis: u64,
    /// Next date before the court.
    next_date: Option<String>,
    stayed: bool,
    sealed: bool,
    gone: bool,
    /// Days since it was registered.
    days: i64,
}

impl From<CaseLine> for CaseLineShape {
    fn from(line: CaseLine) -> Self {
        Self {
            office: line.office,
            fir: line.fir,
            no: line.no,
            year: line.year,
            registered: line.registered.to_string(),
            stage: line.stage,
            since: line.since.to_string(),
            sections: line.sections,
            officer: line.officer,
            accused: line.accused,
            zimnis: line.zimnis,
            next_date: line.next_date.map(|day| day.to_string()),
            stayed: line.stayed,
            sealed: line.sealed,
            gone: line.gone,
            days: line.days,
        }
    }
}

/// Cases at or below an office, newest first: how each stands; no person in them.
#[utoipa::path(get, path = "/cases", tag = "cases", security(("token" = [])), params(Which, PageParams),
    responses((status = 200, body = Page<CaseLineShape>), (status = 400, body = crate::problem::Body),
        (status = 422, body = crate::problem::Body), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn list(
    State(api): State<Api>,
    client: Client,
    Query(which): Query<Which>,
    Query(page): Query<PageParams>,
) -> Result<axum::Json<Page<CaseLineShape>>, Problem> {
    let after = page.position(&client)?;
    let filter = CaseFilter {
        office: which.office.unwrap_or_else(|| api.records.cases_office(&client.caller)),
        stage: which.stage,
        open: which.open,
        officer: which.officer,
        older: which.older,
        younger: which.younger,
        no: which.no,
        year: which.year,
        oldest_first: which.oldest_first,
        after,
        limit: page.limit.unwrap_or(50),
    };
    let found = api.records.cases(&client.caller, &filter).await.map_err(|e| client.problem(e))?;
    let items = found.lines.into_iter().map(CaseLineShape::from).collect();
    Ok(axum::Json(Page { items, next: seek(found.next) }))
}
