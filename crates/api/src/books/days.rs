//! `GET /offices/{office}/diary`: days that have a diary.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::shapes::{Page, Path, Query};
use crate::{Api, Client, Problem};

/// Before which day.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Before {
    /// `next` of the page before.
    #[serde(default)]
    before: Option<String>,
}

/// A day and how many entries it has.
#[derive(Serialize, ToSchema)]
pub struct DayLine {
    day: String,
    entries: u64,
}

/// Days that have a diary, newest first.
#[utoipa::path(get, path = "/offices/{office}/diary", tag = "books", security(("token" = [])),
    params(("office" = String, Path), Before, ("X-Purpose" = Option<String>, Header,
        description = "purpose of reading, a code"), ("X-Case" = Option<String>, Header,
        description = "the case it is for")),
    responses((status = 200, body = Page<DayLine>), (status = 422, body = crate::problem::Body),
        (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
        (status = 404, body = crate::problem::Body)))]
pub async fn days(
    State(api): State<Api>,
    client: Client,
    Path(office): Path<String>,
    Query(q): Query<Before>,
) -> Result<axum::Json<Page<DayLine>>, Problem> {
    let before = q.before.map(|d| client.parse("before", &d)).transpose()?;
    let list =
        api.records.diary_days(&client.caller, &office, before).await.map_err(|e| client.problem(e))?;
    let next = list.days.last().map(|(d, _)| d.to_string());
    let items = list.days.into_iter().map(|(d, n)| DayLine { day: d.to_string(), entries: n }).collect();
    Ok(axum::Json(Page { items, next }))
}
