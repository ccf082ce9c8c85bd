//! `GET /burking/{what}`: the entries behind a number.

use axum::extract::State;
use roznamcha_records::BurkingFact;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::burking::BurkingParams;
use crate::shapes::{Path, Query};
use crate::{Api, Client, Problem};

/// From which entry on.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SkipParams {
    /// So many are passed over: `next` of the answer before.
    #[serde(default)]
    skip: u32,
}

/// One entry.
#[derive(Serialize, ToSchema)]
pub struct BurkingFactShape {
    office: String,
    /// When it was written.
    at: String,
    /// `2/-/2026-01-05/3`.
    entry: String,
    /// The case it is, or that complied: id of the act that registered its report.
    fir: Option<String>,
    /// FIR number and year, of a report.
    number: Option<String>,
    /// Seconds from occurrence to information, of a report.
    to_report: Option<i64>,
    /// Seconds from information to registration, of a report.
    to_register: Option<i64>,
    /// Seconds from the receipt of a direction to compliance.
    to_comply: Option<i64>,
    /// What came of it: of a complaint its result, of an order what it directs, of a call what the informant said.
    outcome: Option<String>,
}

/// The entries behind a number.
#[derive(Serialize, ToSchema)]
pub struct BurkingListShape {
    office: String,
    /// What is counted.
    what: &'static str,
    total: u64,
    /// At most 100 of them, the last first.
    items: Vec<BurkingFactShape>,
    /// Where the next answer begins; absent after the last.
    next: Option<u64>,
}

impl From<BurkingFact> for BurkingFactShape {
    fn from(fact: BurkingFact) -> Self {
        Self {
            office: fact.office,
            at: fact.at.to_string(),
            entry: fact.entry.to_string(),
            fir: fact.fir,
            number: fact.title,
            to_report: fact.to_report,
            to_register: fact.to_register,
            to_comply: fact.to_comply,
            outcome: fact.outcome.map(|(_, code)| code),
        }
    }
}

/// The entries that a number of `/burking` counts, with hours and outcome; no name and no word of what they say.
#[utoipa::path(get, path = "/burking/{what}", tag = "oversight",
    params(("what" = String, Path, description = "Code of what is counted"), BurkingParams, SkipParams),
    security(("token" = [])),
    responses((status = 200, body = BurkingListShape), (status = 400, body = crate::problem::Body),
    (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
    (status = 404, body = crate::problem::Body), (status = 422, body = crate::problem::Body)))]
pub async fn burking_list(
    State(api): State<Api>,
    client: Client,
    Path(what): Path<String>,
    Query(params): Query<BurkingParams>,
    Query(place): Query<SkipParams>,
) -> Result<axum::Json<BurkingListShape>, Problem> {
    let (office, span) = params.read(&api, &client)?;
    let list = api.records.burking_list(&client.caller, &office, &what, span, place.skip as usize).await;
    let list = list.map_err(|e| client.problem(e))?;
    let next = list.next().map(|n| n as u64);
    Ok(axum::Json(BurkingListShape {
        office: list.office,
        what: list.of.as_str(),
        total: list.total as u64,
        items: list.facts.into_iter().map(BurkingFactShape::from).collect(),
        next,
    }))
}
