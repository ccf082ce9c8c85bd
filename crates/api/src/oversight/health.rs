//! `GET /health`: what the nightly check found in the books of an office.

use axum::extract::State;
use roznamcha_records::{HealthLine, HealthOffice, Severity};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::shapes::Query;
use crate::{Api, Client, Problem};

/// Which office.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct HealthParams {
    /// The office; the officer's own when left out.
    #[serde(default)]
    office: Option<String>,
}

/// A count on a day.
#[derive(Serialize, ToSchema)]
pub struct NightShape {
    pub(super) day: String,
    pub(super) count: u64,
}

/// One check.
#[derive(Serialize, ToSchema)]
pub struct CheckShape {
    /// `fir-serial-gap`.
    check: String,
    /// `defect`, `late` or `notice`.
    #[schema(value_type = String)]
    severity: Severity,
    en: String,
    ur: String,
    /// What it means and what to do, English.
    means_en: String,
    /// What it means and what to do, Urdu.
    means_ur: String,
    /// The register it leads to: `XIX`.
    register: String,
    citation: String,
    /// Whether the row of the law has been compared with its source.
    verified: bool,
    /// How many, last night.
    count: u64,
    /// The day of the oldest.
    since: Option<String>,
    /// Each night that was checked in the last three months, oldest first.
    trend: Vec<NightShape>,
}

/// An office below, with its sums.
#[derive(Serialize, ToSchema)]
pub struct HealthBelowShape {
    office: String,
    /// When it was last checked.
    at: String,
    defects: u64,
    late: u64,
    notices: u64,
}

/// The health of an office.
#[derive(Serialize, ToSchema)]
pub struct HealthShape {
    office: String,
    /// Whether its own books are checked; else it is the sum of the stations below.
    station: bool,
    /// When it was last checked; absent where it has not been yet.
    at: Option<String>,
    checks: Vec<CheckShape>,
    below: Vec<HealthBelowShape>,
}

impl From<HealthLine> for CheckShape {
    fn from(line: HealthLine) -> Self {
        let night = |(day, count): (jiff::civil::Date, u64)| NightShape { day: day.to_string(), count };
        Self {
            check: line.law.id,
            severity: line.law.severity,
            en: line.law.en,
            ur: line.law.ur,
            means_en: line.law.means_en,
            means_ur: line.law.means_ur,
            register: line.law.register.to_string(),
            citation: line.law.datum.citation,
            verified: line.law.datum.verified,
            count: line.count,
            since: line.since.map(|day| day.to_string()),
            trend: line.trend.into_iter().map(night).collect(),
        }
    }
}

impl From<HealthOffice> for HealthBelowShape {
    fn from(office: HealthOffice) -> Self {
        Self {
            office: office.office,
            at: office.at.to_string(),
            defects: office.defects,
            late: office.late,
            notices: office.notices,
        }
    }
}

/// What the nightly check found in the books of a station, or in all below an office: counts of the last night with
/// their trend. Nobody is named.
#[utoipa::path(get, path = "/health", tag = "oversight", params(HealthParams), security(("token" = [])),
    responses((status = 200, body = HealthShape), (status = 400, body = crate::problem::Body),
    (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
    (status = 404, body = crate::problem::Body)))]
pub async fn health(
    State(api): State<Api>,
    client: Client,
    Query(params): Query<HealthParams>,
) -> Result<axum::Json<HealthShape>, Problem> {
    let office = params.office.unwrap_or_else(|| client.caller.office().to_owned());
    let page = api.records.health(&client.caller, &office).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(HealthShape {
        office: page.office,
        station: page.station,
        at: page.at.map(|at| at.to_string()),
        checks: page.lines.into_iter().map(CheckShape::from).collect(),
        below: page.below.into_iter().map(HealthBelowShape::from).collect(),
    }))
}
