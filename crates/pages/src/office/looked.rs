//! `/who-looked`: everyone who read one record, with the reason.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;

use super::audit::{Line, line};
use super::form::office_of;
use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/who-looked", get(looked))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    office: String,
    key: String,
}

#[derive(Template)]
#[template(path = "office/looked.html")]
struct LookedPage {
    shell: Shell,
    office_name: String,
    key: String,
    lines: Vec<Line>,
}

async fn looked(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let rows = pages.records.who_looked(&ctx.caller, &office, &asked.key).await;
    let rows = rows.map_err(|e| ctx.problem(e))?;
    let sheet = LookedPage {
        shell: Shell::new(&pages, &ctx, ctx.t("audit-title")),
        office_name: show::office(&pages, &ctx.voice, &office),
        key: asked.key,
        lines: rows.into_iter().map(|row| line(&pages, &ctx.voice, row)).collect(),
    };
    Ok(page(StatusCode::OK, &sheet))
}
