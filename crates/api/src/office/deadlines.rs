//! `GET /deadlines`: what is due by law.

use axum::extract::State;
use roznamcha_records::{DeadlineLine, DeadlineState};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::shapes::Query;
use crate::{Api, Client, Problem};

/// Whose deadlines.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DeadlineParams {
    /// The office; the officer's own when left out.
    #[serde(default)]
    office: Option<String>,
    /// Only those of this officer.
    #[serde(default)]
    officer: Option<String>,
    /// Only those that are `running`, `warned`, `overdue` or `paused`; all that are open when left out.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    state: Option<DeadlineState>,
}

/// One deadline.
#[derive(Serialize, ToSchema)]
pub struct DeadlineShape {
    office: String,
    /// `D8`, with its suffix where the law's row has one.
    deadline: String,
    /// What must be done, English.
    act_en: String,
    /// What must be done, Urdu.
    act_ur: String,
    citation: String,
    /// Whether the row of the law has been compared with its source.
    verified: bool,
    /// The case: id of the act that registered its report.
    fir: Option<String>,
    /// FIR number and year.
    number: Option<String>,
    /// Who must act.
    officer: Option<String>,
    started: String,
    /// Until when; absent while a stay holds.
    due: Option<String>,
    #[schema(value_type = String)]
    state: DeadlineState,
    /// Seconds past the limit.
    late_seconds: i64,
    /// Past the hard flag of the law's row.
    hard: bool,
    /// A reason for the breach is on record.
    reasoned: bool,
}

/// What is due.
#[derive(Serialize, ToSchema)]
pub struct DeadlinesShape {
    overdue: u64,
    warned: u64,
    running: u64,
    paused: u64,
    /// By when they are due, at most 500.
    items: Vec<DeadlineShape>,
    /// There are more than are listed: ask for one station or one state.
    more: bool,
}

impl From<DeadlineLine> for DeadlineShape {
    fn from(line: DeadlineLine) -> Self {
        Self {
            office: line.office,
            deadline: line.law.id,
            act_en: line.law.act_en,
            act_ur: line.law.act_ur,
            citation: line.law.datum.citation,
            verified: line.law.datum.verified,
            fir: line.fir,
            number: line.title,
            officer: line.officer,
            started: line.started.to_string(),
            due: line.due.map(|due| due.to_string()),
            state: line.state,
            late_seconds: line.late_seconds,
            hard: line.hard,
            reasoned: line.reasoned,
        }
    }
}

/// What is due by law at or below an office: overdue first. FIR numbers and officers; no person of a case.
#[utoipa::path(get, path = "/deadlines", tag = "office", params(DeadlineParams), security(("token" = [])),
    responses((status = 200, body = DeadlinesShape), (status = 400, body = crate::problem::Body),
    (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
    (status = 404, body = crate::problem::Body)))]
pub async fn deadlines(
    State(api): State<Api>,
    client: Client,
    Query(params): Query<DeadlineParams>,
) -> Result<axum::Json<DeadlinesShape>, Problem> {
    let mut filter = api.records.deadlines_of(&client.caller);
    filter.officer = params.officer.or(filter.officer.filter(|_| params.office.is_none()));
    filter.office = params.office.unwrap_or(filter.office);
    filter.state = params.state;
    let board = api.records.deadlines(&client.caller, &filter).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(DeadlinesShape {
        overdue: board.counts.overdue,
        warned: board.counts.warned,
        running: board.counts.running,
        paused: board.counts.paused,
        items: board.lines.into_iter().map(DeadlineShape::from).collect(),
        more: board.more,
    }))
}
