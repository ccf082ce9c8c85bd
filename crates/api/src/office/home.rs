//! `GET /home`: what is due.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Api, Client, Problem};

/// One thing due.
#[derive(Serialize, ToSchema)]
pub struct DueShape {
    key: String,
    count: u64,
    office: String,
    late: bool,
}

/// What is due for the officer.
#[derive(Serialize, ToSchema)]
pub struct HomeShape {
    officer: String,
    role: String,
    office: String,
    due: Vec<DueShape>,
    registered_today: u64,
    registered_30_days: u64,
    registered_this_year: u64,
}

/// What is due for the officer, late first; counts only.
#[utoipa::path(get, path = "/home", tag = "office", security(("token" = [])), responses((status = 200,
    body = HomeShape), (status = 401, body = crate::problem::Body), (status = 403,
    body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn home(State(api): State<Api>, client: Client) -> Result<axum::Json<HomeShape>, Problem> {
    let home = api.records.home(&client.caller).await.map_err(|e| client.problem(e))?;
    let due = |d: roznamcha_records::Due| DueShape {
        key: d.key.to_owned(),
        count: d.count,
        office: d.office,
        late: d.late,
    };
    Ok(axum::Json(HomeShape {
        officer: client.caller.officer().to_owned(),
        role: client.caller.role().as_str().to_owned(),
        office: client.caller.office().to_owned(),
        due: home.due.into_iter().map(due).collect(),
        registered_today: home.registered.0,
        registered_30_days: home.registered.1,
        registered_this_year: home.registered.2,
    }))
}
