//! `GET /pendency`: open cases counted.

use axum::extract::State;
use roznamcha_acts::views::Stage;
use roznamcha_records::{AGE_BANDS, Pending};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::shapes::Query;
use crate::{Api, Client, Problem};

/// Whose.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PendencyParams {
    /// All stations at or below this office; the officer's own when left out.
    #[serde(default)]
    office: Option<String>,
}

/// Open cases of one station, officer and stage.
#[derive(Serialize, ToSchema)]
pub struct PendingShape {
    office: String,
    /// The investigating officer; absent where nobody has the case.
    officer: Option<String>,
    #[schema(value_type = String)]
    stage: Stage,
    /// How many in each age band.
    ages: Vec<u64>,
}

impl From<Pending> for PendingShape {
    fn from(p: Pending) -> Self {
        Self { office: p.office, officer: p.officer, stage: p.stage, ages: p.ages.to_vec() }
    }
}

/// Pendency.
#[derive(Serialize, ToSchema)]
pub struct PendencyShape {
    /// The last day of each age band; the last band has none.
    bands: Vec<u32>,
    items: Vec<PendingShape>,
}

/// Open cases at or below an office by station, investigating officer, stage and days since registration.
#[utoipa::path(get, path = "/pendency", tag = "cases", security(("token" = [])), params(PendencyParams),
    responses((status = 200, body = PendencyShape), (status = 400, body = crate::problem::Body),
        (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
        (status = 404, body = crate::problem::Body)))]
pub async fn pendency(
    State(api): State<Api>,
    client: Client,
    Query(params): Query<PendencyParams>,
) -> Result<axum::Json<PendencyShape>, Problem> {
    let office = params.office.unwrap_or_else(|| api.records.cases_office(&client.caller));
    let found = api.records.pendency(&client.caller, &office).await.map_err(|e| client.problem(e))?;
    let items = found.into_iter().map(PendingShape::from).collect();
    Ok(axum::Json(PendencyShape { bands: AGE_BANDS.to_vec(), items }))
}
