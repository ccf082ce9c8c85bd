//! `GET /offices/{office}/staff`: who is posted there.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// An officer.
#[derive(Serialize, ToSchema)]
pub struct StaffShape {
    /// `officer`, names, `belt_no`, `phone`, `postings`.
    #[schema(value_type = Object)]
    officer: serde_json::Value,
    /// Whether the account is closed, where it may be seen.
    account_closed: Option<bool>,
}

/// Officers of an office, past and present.
#[utoipa::path(get, path = "/offices/{office}/staff", tag = "office", security(("token" = [])),
    params(("office" = String, Path)),
    responses((status = 200, body = Vec<StaffShape>), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn staff(
    State(api): State<Api>,
    client: Client,
    Path(office): Path<String>,
) -> Result<axum::Json<Vec<StaffShape>>, Problem> {
    let lines = api.records.staff(&client.caller, &office).await.map_err(|e| client.problem(e))?;
    let shape = |l: &roznamcha_records::StaffLine| StaffShape {
        officer: serde_json::to_value(&l.row).unwrap_or_default(),
        account_closed: l.disabled,
    };
    Ok(axum::Json(lines.iter().map(shape).collect()))
}
