//! `GET /cases/{act}/next`: what may follow now.

use axum::extract::State;
use roznamcha_acts::views::Stage;
use roznamcha_records::NextAct;
use serde::Serialize;
use utoipa::ToSchema;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// An act that may follow.
#[derive(Serialize, ToSchema)]
pub struct NextShape {
    /// The kind of act.
    kind: String,
    /// What it is upon: `case`, `accused`.
    subject: String,
    /// The stage it leads to; absent where the case stays, or where it depends on the act.
    #[schema(value_type = Option<String>)]
    to: Option<Stage>,
    citation: String,
}

impl From<NextAct> for NextShape {
    fn from(next: NextAct) -> Self {
        Self { kind: next.kind, subject: next.subject, to: next.to, citation: next.citation }
    }
}

/// The acts that this officer may do upon the case now, by the table of allowed acts and the policies.
#[utoipa::path(get, path = "/cases/{act}/next", tag = "cases", security(("token" = [])),
    params(("act" = String, Path, description = "id of the act that registered its report"),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
        ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, body = Vec<NextShape>), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn next(
    State(api): State<Api>,
    client: Client,
    Path(act): Path<String>,
) -> Result<axum::Json<Vec<NextShape>>, Problem> {
    let file = api.records.case_file(&client.caller, &act).await.map_err(|e| client.problem(e))?;
    let next = api.records.next_acts(&client.caller, &file).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(next.into_iter().map(NextShape::from).collect()))
}
