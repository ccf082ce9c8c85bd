//! `GET /cases/{act}/steps`: the timeline.

use axum::extract::State;
use roznamcha_acts::views::StepRow;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Numbered;
use crate::shapes::{Page, Path, Query};
use crate::{Api, Client, Problem};

/// In which order.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Order {
    /// Newest first.
    #[serde(default)]
    newest_first: bool,
}

/// An act upon the case.
#[derive(Serialize, ToSchema)]
pub struct StepShape {
    /// Its number in the journal of the station.
    seq: u64,
    act: String,
    kind: String,
    happened: String,
    /// The office's clock.
    written: String,
    officer: String,
    /// The officer's rank then.
    rank: String,
    /// Its number among the case diaries.
    zimni: Option<u64>,
    /// Register entries, `register/part/period/serial`.
    entries: Vec<String>,
    /// Persons and things it is about: keys of rows, ids of acts.
    refs: Vec<String>,
}

impl From<StepRow> for StepShape {
    fn from(step: StepRow) -> Self {
        Self {
            seq: step.seq,
            act: step.act,
            kind: step.kind,
            happened: step.happened.to_string(),
            written: step.written.to_string(),
            officer: step.officer,
            rank: step.rank,
            zimni: step.zimni,
            entries: step.entries.iter().map(ToString::to_string).collect(),
            refs: step.refs,
        }
    }
}

/// Every act upon the case in the order of the journal: no person and no word.
#[utoipa::path(get, path = "/cases/{act}/steps", tag = "cases", security(("token" = [])),
    params(("act" = String, Path, description = "id of the act that registered its report"), Numbered, Order),
    responses((status = 200, body = Page<StepShape>), (status = 400, body = crate::problem::Body),
        (status = 422, body = crate::problem::Body), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn steps(
    State(api): State<Api>,
    client: Client,
    Path(act): Path<String>,
    Query(page): Query<Numbered>,
    Query(order): Query<Order>,
) -> Result<axum::Json<Page<StepShape>>, Problem> {
    let (after, limit) = (page.after(&client)?, page.limit.unwrap_or(100));
    let found = api.records.case_steps(&client.caller, &act, after, order.newest_first, limit).await;
    let found = found.map_err(|e| client.problem(e))?;
    let items = found.steps.into_iter().map(StepShape::from).collect();
    Ok(axum::Json(Page { items, next: found.next.map(|seq| seq.to_string()) }))
}
