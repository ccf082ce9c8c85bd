//! `GET /health/{check}`: what a check finds at a station now.

use axum::extract::State;
use roznamcha_records::Violation;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::health::NightShape;
use crate::shapes::{Path, Query};
use crate::{Api, Client, Problem};

/// Which office, and from which violation on.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ViolationParams {
    /// The office; the officer's own when left out.
    #[serde(default)]
    office: Option<String>,
    /// So many are passed over: `next` of the answer before.
    #[serde(default)]
    from: u64,
}

/// One violation.
#[derive(Serialize, ToSchema)]
pub struct ViolationShape {
    /// Since which day.
    since: String,
    /// The key of the row it was found in.
    subject: String,
    /// The entry it leads to: `2/-/2026-01-05/3`.
    entry: Option<String>,
    /// The case it leads to: id of the act that registered its report.
    fir: Option<String>,
    /// FIR number and year.
    number: Option<String>,
    /// The officer who acted or must act.
    officer: Option<String>,
}

/// How many lead to an office or an officer.
#[derive(Serialize, ToSchema)]
pub struct TallyShape {
    /// Its code.
    code: String,
    count: u64,
}

/// The violations of a check.
#[derive(Serialize, ToSchema)]
pub struct ViolationsShape {
    check: String,
    office: String,
    /// Whether they are of the office's own books, counted now; else of the stations below, last night.
    station: bool,
    total: u64,
    /// Some of them, of a station; at most 100.
    items: Vec<ViolationShape>,
    /// Where the next answer begins; absent after the last.
    next: Option<u64>,
    /// By officer, the most first; of a station.
    officers: Vec<TallyShape>,
    /// The offices right below that have some.
    below: Vec<TallyShape>,
    /// Each night that was checked in the last three months, oldest first.
    trend: Vec<NightShape>,
}

impl From<Violation> for ViolationShape {
    fn from(violation: Violation) -> Self {
        let lead = violation.finding.lead;
        Self {
            since: violation.finding.day.to_string(),
            subject: lead.subject,
            entry: lead.entry.map(|entry| entry.to_string()),
            fir: lead.fir,
            number: violation.title,
            officer: lead.officer,
        }
    }
}

/// What a check finds in the books of a station now, each violation with the entry, case and officer it leads to; above
/// stations, where it found something last night. Nobody of a case is named.
#[utoipa::path(get, path = "/health/{check}", tag = "oversight",
    params(("check" = String, Path, description = "Code of the check"), ViolationParams),
    security(("token" = [])),
    responses((status = 200, body = ViolationsShape), (status = 400, body = crate::problem::Body),
    (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
    (status = 404, body = crate::problem::Body)))]
pub async fn violations(
    State(api): State<Api>,
    client: Client,
    Path(check): Path<String>,
    Query(params): Query<ViolationParams>,
) -> Result<axum::Json<ViolationsShape>, Problem> {
    let office = params.office.unwrap_or_else(|| client.caller.office().to_owned());
    let found = api.records.violations(&client.caller, &office, &check, params.from).await;
    let found = found.map_err(|e| client.problem(e))?;
    let tally = |(code, count): (String, u64)| TallyShape { code, count };
    let night = |(day, count): (jiff::civil::Date, u64)| NightShape { day: day.to_string(), count };
    Ok(axum::Json(ViolationsShape {
        next: found.next(),
        check: found.law.id,
        office: found.office,
        station: found.station,
        total: found.total,
        items: found.list.into_iter().map(ViolationShape::from).collect(),
        officers: found.officers.into_iter().map(tally).collect(),
        below: found.below.into_iter().map(|(code, c)| tally((code, c.count))).collect(),
        trend: found.trend.into_iter().map(night).collect(),
    }))
}
