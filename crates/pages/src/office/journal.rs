//! `/journal`: where an office's journal stands, and what an outsider takes away to hold it to its word.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use roznamcha_access::{Action, ResourceKind};

use super::form::{Choice, OfOffice, office_of};
use super::{show, staff};
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/journal", get(stand))
}

#[derive(Template)]
#[template(path = "office/journal.html")]
struct JournalPage {
    shell: Shell,
    office: String,
    office_name: String,
    offices: Vec<Choice>,
    size: String,
    root: String,
    note: String,
    key: String,
    may_read: bool,
    may_export: bool,
}

async fn stand(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<OfOffice>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let state = pages.records.checkpoint(&ctx.caller, &office).await.map_err(|e| ctx.problem(e))?;
    let may = |action| pages.records.may(&ctx.caller, action, ResourceKind::Journal, &office);
    let sheet = JournalPage {
        shell: Shell::new(&pages, &ctx, ctx.t("checks-title")),
        office_name: show::office(&pages, &ctx.voice, &office),
        offices: staff::below(&pages, &ctx, &office),
        size: show::count(&ctx.voice, state.size),
        root: state.root.to_string(),
        note: state.note,
        key: state.key,
        may_read: may(Action::ReadJournal),
        may_export: may(Action::ExportJournal),
        office,
    };
    Ok(page(StatusCode::OK, &sheet))
}
