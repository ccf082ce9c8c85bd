//! `GET /cases/{act}/papers`: statements, memos, orders, hearings.

use axum::extract::State;
use roznamcha_records::{PAPERS, Paper};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Numbered;
use crate::shapes::{Page, Path, Query};
use crate::{Api, Client, Problem};

/// Which papers.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Kinds {
    /// Only this kind of act, e.g. `case.statement`; all papers when left out.
    #[serde(default)]
    kind: Option<String>,
}

/// A paper.
#[derive(Serialize, ToSchema)]
pub struct PaperShape {
    act: String,
    kind: String,
    happened: String,
    written: String,
    officer: String,
    rank: String,
    /// The legal basis cited.
    basis: Vec<String>,
    /// It is there, and not shown to this officer.
    masked: bool,
    /// What it says; absent where it is not shown or a court removed it.
    #[schema(value_type = Option<Object>)]
    body: Option<serde_json::Value>,
}

impl From<Paper> for PaperShape {
    fn from(paper: Paper) -> Self {
        let step = paper.step;
        Self {
            act: step.act,
            kind: step.kind,
            happened: step.happened.to_string(),
            written: step.written.to_string(),
            officer: step.officer,
            rank: step.rank,
            basis: paper.basis,
            masked: paper.masked,
            body: paper.body.and_then(|body| serde_json::to_value(body).ok()),
        }
    }
}

/// The papers of a case in the order of the journal. The case diaries are not among them.
#[utoipa::path(get, path = "/cases/{act}/papers", tag = "cases", security(("token" = [])),
    params(("act" = String, Path, description = "id of the act that registered its report"), Numbered, Kinds,
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
        ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, body = Page<PaperShape>), (status = 400, body = crate::problem::Body),
        (status = 422, body = crate::problem::Body), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn papers(
    State(api): State<Api>,
    client: Client,
    Path(act): Path<String>,
    Query(page): Query<Numbered>,
    Query(kinds): Query<Kinds>,
) -> Result<axum::Json<Page<PaperShape>>, Problem> {
    let (after, limit) = (page.after(&client)?, page.limit.unwrap_or(50));
    let one = kinds.kind.as_deref().map(|kind| vec![kind]);
    let kinds = one.as_deref().unwrap_or(PAPERS);
    let found = api.records.case_papers(&client.caller, &act, kinds, after, limit).await;
    let found = found.map_err(|e| client.problem(e))?;
    let items = found.papers.into_iter().map(PaperShape::from).collect();
    Ok(axum::Json(Page { items, next: found.next.map(|seq| seq.to_string()) }))
}
