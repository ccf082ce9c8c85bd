//! `GET /persons/{office}/{act}/history`: the history of the person an enrolment is of.

use axum::extract::State;
use roznamcha_acts::kinds::EnrolRef;
use roznamcha_records::History;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::values;
use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// A history.
#[derive(Serialize, ToSchema)]
pub struct HistoryShape {
    /// Parts of a person that are shown; all else is masked.
    shown: Vec<String>,
    /// Enrolments that stand, oldest first, each with the status of its case. An accused is no criminal.
    #[schema(value_type = Vec<Object>)]
    enrolments: Vec<Value>,
    /// Joins among them, those that were ended too, with their reasons.
    #[schema(value_type = Vec<Object>)]
    joins: Vec<Value>,
}

impl From<History> for HistoryShape {
    fn from(history: History) -> Self {
        Self {
            shown: history.fields.iter().map(|f| f.as_str().to_owned()).collect(),
            enrolments: values(&history.lines),
            joins: values(&history.joins),
        }
    }
}

/// Every enrolment that was joined to this one, with the status of each case. Who was freed is not in it.
#[utoipa::path(get, path = "/persons/{office}/{act}/history", tag = "cro", security(("token" = [])),
    params(("office" = String, Path, description = "the station"),
        ("act" = String, Path, description = "id of the act of enrolment"),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 200, body = HistoryShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn history(
    State(api): State<Api>,
    client: Client,
    Path((office, act)): Path<(String, String)>,
) -> Result<axum::Json<HistoryShape>, Problem> {
    let history = api.records.person_history(&client.caller, &EnrolRef { office, act }).await;
    Ok(axum::Json(history.map_err(|e| client.problem(e))?.into()))
}
