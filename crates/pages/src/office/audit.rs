//! `/audit`: who read what, at or below an office.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use roznamcha_records::{AuditOutcome, AuditRow};
use serde::Deserialize;

use super::form::{office_of, optional};
use super::show;
use crate::ctx::Voice;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/audit", get(log))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    office: String,
    officer: String,
    before: String,
}

/// One line of the log.
pub(super) struct Line {
    pub(super) when: String,
    pub(super) officer: String,
    pub(super) role: String,
    pub(super) office: String,
    pub(super) action: String,
    pub(super) purpose: String,
    pub(super) case: String,
    pub(super) record: String,
    pub(super) of_office: String,
    pub(super) of_key: String,
    pub(super) outcome: &'static str,
    pub(super) chip: &'static str,
    pub(super) policies: String,
    pub(super) rows: String,
}

#[derive(Template)]
#[template(path = "office/audit.html")]
struct AuditPage {
    shell: Shell,
    office: String,
    office_name: String,
    officer: String,
    lines: Vec<Line>,
    /// The older page; empty when there is none.
    older: String,
    paged: bool,
}

/// An audit row in words.
pub(super) fn line(pages: &Pages, voice: &Voice, row: AuditRow) -> Line {
    let (outcome, chip) = match row.outcome {
        AuditOutcome::Done => ("audit-result-done", "chip-good"),
        AuditOutcome::Denied => ("audit-result-denied", "chip-alert"),
        AuditOutcome::Failed => ("audit-result-failed", "chip-alert"),
        AuditOutcome::TimedOut => ("audit-result-timed_out", "chip-wait"),
        AuditOutcome::Open => ("audit-result-open", "chip-wait"),
    };
    let open = row.open;
    let purpose = match open.purpose.as_str() {
        "" => String::new(),
        code => voice.t(&format!("purpose-{code}")),
    };
    Line {
        when: show::when_ms(voice, open.at_ms),
        role: show::role(pages, voice, &open.role),
        office: show::office(pages, voice, &open.office),
        action: voice.t(&format!("action-{}", open.action)),
        record: voice.t(&format!("record-{}", open.kind)),
        of_office: show::office(pages, voice, &open.of_office),
        purpose,
        case: open.case,
        officer: open.officer,
        of_key: open.of_key,
        outcome,
        chip,
        policies: row.policies,
        rows: show::number(voice, i64::from(row.rows)),
    }
}

async fn log(State(pages): State<Pages>, ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let (officer, before) = (optional(&asked.officer), optional(&asked.before));
    let paged = before.is_some();
    let rows = pages.records.audit_log(&ctx.caller, &office, officer.clone(), before).await;
    let rows = rows.map_err(|e| ctx.problem(e))?;
    let last = rows.last().filter(|_| rows.len() == 200).map(|row| row.id.clone());
    let officer = officer.unwrap_or_default();
    let older = last.map(|id| {
        let (office, officer) = (show::in_query(&office), show::in_query(&officer));
        format!("/audit?office={office}&officer={officer}&before={}", show::in_query(&id))
    });
    let sheet = AuditPage {
        shell: Shell::new(&pages, &ctx, ctx.t("audit-log-title")),
        office_name: show::office(&pages, &ctx.voice, &office),
        office,
        officer,
        lines: rows.into_iter().map(|row| line(&pages, &ctx.voice, row)).collect(),
        older: older.unwrap_or_default(),
        paged,
    };
    Ok(page(StatusCode::OK, &sheet))
}
