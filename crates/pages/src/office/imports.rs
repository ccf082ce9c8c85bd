//! `/imports`: what became of each list brought over from an older system, to the row.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use roznamcha_acts::views::ReconcileRow;

use super::form::{OfOffice, office_of};
use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/imports", get(list))
}

/// One import.
struct Report {
    source: String,
    at: String,
    office: String,
    read: String,
    accepted: String,
    rejected: String,
    balanced: bool,
    sha256: String,
    reasons: Vec<(String, String)>,
    offices: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "office/imports.html")]
struct ImportsPage {
    shell: Shell,
    office_name: String,
    reports: Vec<Report>,
}

async fn list(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<OfOffice>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let rows = pages.records.reconciliations(&ctx.caller, &office).await.map_err(|e| ctx.problem(e))?;
    let sheet = ImportsPage {
        shell: Shell::new(&pages, &ctx, ctx.t("import-title")),
        office_name: show::office(&pages, &ctx.voice, &office),
        reports: rows.into_iter().map(|row| report(&pages, &ctx, row)).collect(),
    };
    Ok(page(StatusCode::OK, &sheet))
}

fn report(pages: &Pages, ctx: &Ctx, row: ReconcileRow) -> Report {
    let voice = &ctx.voice;
    let totals = row.totals;
    // A reason is a code of the importer or of the rules; one that the words do not have is shown as it stands.
    let reason = |code: String| {
        let key = format!("import-reason-{code}");
        match &code {
            _ if voice.has(&key) => voice.t(&key),
            rule if rule.starts_with("fault-") && voice.has(rule) => voice.t(rule),
            _ => code,
        }
    };
    let reasons = totals.reasons.into_iter().map(|(code, n)| (reason(code), show::count(voice, n)));
    let offices = totals.offices.into_iter();
    let offices = offices.map(|(code, n)| (show::office(pages, voice, &code), show::count(voice, n)));
    Report {
        source: totals.source,
        at: show::when(voice, row.at),
        office: show::office(pages, voice, &row.office),
        balanced: totals.accepted.checked_add(totals.rejected) == Some(totals.read),
        read: show::count(voice, totals.read),
        accepted: show::count(voice, totals.accepted),
        rejected: show::count(voice, totals.rejected),
        sha256: totals.file_sha256,
        reasons: reasons.collect(),
        offices: offices.collect(),
    }
}
