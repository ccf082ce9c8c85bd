//! `GET /burking`: what came to the stations beside what they registered.

use axum::extract::State;
use roznamcha_records::{BurkingCounts, BurkingOffice, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

use crate::shapes::Query;
use crate::{Api, Client, Problem};

/// Which office, from which day to which.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct BurkingParams {
    /// The office; the officer's own when left out.
    #[serde(default)]
    office: Option<String>,
    /// The first day; 29 days before the last when left out.
    #[serde(default)]
    #[param(format = Date)]
    from: Option<String>,
    /// The last day, at most a year after the first; today when left out.
    #[serde(default)]
    #[param(format = Date)]
    to: Option<String>,
}

/// The numbers of a station, or of several together.
#[derive(Serialize, ToSchema)]
pub struct BurkingCountsShape {
    /// By the code of what is counted: `firs`, `refused`, `noncognizable`, `calls`, `complaints`, `unanswered`, `delayed`,
    /// `slow`, `petitions`, `directed`, `waiting`, `callbacks`, `disagreed`, `unreached`. What was not read is not there.
    counts: BTreeMap<&'static str, u64>,
    /// Median seconds from occurrence to information.
    to_report: Option<i64>,
    /// Median seconds from information to registration.
    to_register: Option<i64>,
    /// Median seconds from the receipt of a direction of the justice of peace to compliance.
    to_comply: Option<i64>,
}

/// A station, or an office of many.
#[derive(Serialize, ToSchema)]
pub struct BurkingOfficeShape {
    office: String,
    #[serde(flatten)]
    numbers: BurkingCountsShape,
}

/// What came to the stations at or below an office.
#[derive(Serialize, ToSchema)]
pub struct BurkingShape {
    office: String,
    /// The first day.
    from: String,
    /// The last day.
    to: String,
    /// Whether it is a station.
    station: bool,
    /// Whether stations were read entry by entry; else offices of stations were counted.
    read: bool,
    total: BurkingCountsShape,
    /// Each of them; none for a station.
    offices: Vec<BurkingOfficeShape>,
}

impl From<BurkingCounts> for BurkingCountsShape {
    fn from(counts: BurkingCounts) -> Self {
        Self {
            counts: counts.counts.into_iter().map(|(of, n)| (of.as_str(), n)).collect(),
            to_report: counts.to_report,
            to_register: counts.to_register,
            to_comply: counts.to_comply,
        }
    }
}

impl From<BurkingOffice> for BurkingOfficeShape {
    fn from(line: BurkingOffice) -> Self {
        Self { office: line.office, numbers: line.counts.into() }
    }
}

impl BurkingParams {
    /// Office and days.
    pub(super) fn read(self, api: &Api, client: &Client) -> Result<(String, Span), Problem> {
        let today = api.records.now().day();
        let span = Span::asked(self.from.as_deref(), self.to.as_deref(), today);
        let office = self.office.unwrap_or_else(|| client.caller.office().to_owned());
        Ok((office, span.map_err(|e| client.problem(e))?))
    }
}

/// What came to the stations at or below an office beside what they registered: reports refused or non-cognizable,
/// calls, complaints, petitions, delays, call-backs. Nobody is named.
#[utoipa::path(get, path = "/burking", tag = "oversight", params(BurkingParams), security(("token" = [])),
    responses((status = 200, body = BurkingShape), (status = 400, body = crate::problem::Body),
    (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
    (status = 404, body = crate::problem::Body), (status = 422, body = crate::problem::Body)))]
pub async fn burking(
    State(api): State<Api>,
    client: Client,
    Query(params): Query<BurkingParams>,
) -> Result<axum::Json<BurkingShape>, Problem> {
    let (office, span) = params.read(&api, &client)?;
    let page = api.records.burking(&client.caller, &office, span).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(BurkingShape {
        office: page.office,
        from: span.from.to_string(),
        to: span.to.to_string(),
        station: page.station,
        read: page.read,
        total: page.total.into(),
        offices: page.lines.into_iter().map(BurkingOfficeShape::from).collect(),
    }))
}
