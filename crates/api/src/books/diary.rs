//! `GET /offices/{office}/diary/{day}`: a day of the diary.

use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::shapes::{EntryShape, Path, Query};
use crate::{Api, Client, Problem};

/// From where.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// Entries after this serial.
    #[serde(default)]
    after: u64,
}

/// A day.
#[derive(Serialize, ToSchema)]
pub struct Day {
    office: String,
    day: String,
    /// Whether it is open for writing.
    open: bool,
    /// Cash in hand now, paisa.
    cash_paisa: i64,
    entries: Vec<EntryShape>,
    /// Give this as `after` for the next page.
    next: Option<u64>,
}

/// A day of an office's diary.
#[utoipa::path(get, path = "/offices/{office}/diary/{day}", tag = "books", security(("token" = [])),
    params(("office" = String, Path), ("day" = String, Path, description = "2026-01-05"), After,
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
        ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, body = Day), (status = 422, body = crate::problem::Body), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body)))]
pub async fn diary(
    State(api): State<Api>,
    client: Client,
    Path((office, day)): Path<(String, String)>,
    Query(q): Query<After>,
) -> Result<axum::Json<Day>, Problem> {
    let day: Date = client.parse("day", &day)?;
    let page =
        api.records.diary(&client.caller, &office, day, q.after).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(Day {
        office: page.office,
        day: page.day.to_string(),
        open: page.open,
        cash_paisa: page.desk.cash_paisa,
        entries: page.entries.into_iter().map(EntryShape::from).collect(),
        next: page.next,
    }))
}
