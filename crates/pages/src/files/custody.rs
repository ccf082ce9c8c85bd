//! `GET /files/{act}/{sha256}/custody`: through whose hands a file went.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::Moment;
use roznamcha_words::dates;

use crate::ctx::Voice;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// One who had the file.
struct Hand {
    did: String,
    officer: String,
    office: String,
    purpose: String,
    at: String,
}

#[derive(Template)]
#[template(path = "files/custody.html")]
struct CustodyPage {
    shell: Shell,
    voice: Voice,
    title: String,
    sha256: String,
    case: String,
    hands: Vec<Hand>,
}

pub(crate) async fn custody(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((act, sha256)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let custody = pages.records.custody(&ctx.caller, &act, &sha256).await.map_err(|e| ctx.problem(e))?;
    let when = |at: &Moment| dates::date_time(ctx.voice.lang, at.local().datetime());
    let mut hands = Vec::new();
    for (officer, office, ms) in custody.senders {
        let at = when(&pages.records.moment_of(ms));
        hands.push(Hand { did: ctx.t("file-hand-sent"), officer, office, purpose: String::new(), at });
    }
    let row = &custody.row;
    hands.push(Hand {
        did: ctx.t("file-hand-attached"),
        officer: row.officer.clone(),
        office: row.office.clone(),
        purpose: String::new(),
        at: when(&row.added),
    });
    for look in custody.looks.into_iter().rev() {
        let purpose = if look.open.purpose.is_empty() {
            String::new()
        } else {
            ctx.t(&format!("purpose-{}", look.open.purpose))
        };
        hands.push(Hand {
            did: format!(
                "{} · {}",
                ctx.t(&format!("action-{}", look.open.action)),
                ctx.t(&format!("audit-result-{}", look.outcome.as_str()))
            ),
            officer: look.open.officer,
            office: look.open.office,
            purpose,
            at: when(&pages.records.moment_of(look.open.at_ms)),
        });
    }
    let title = ctx.t("file-custody");
    let custody = CustodyPage {
        shell: Shell::new(&pages, &ctx, title),
        voice: ctx.voice.clone(),
        title: row.file.title.clone(),
        sha256: row.file.sha256.clone(),
        case: row.case.clone().unwrap_or_default(),
        hands,
    };
    Ok(page(StatusCode::OK, &custody))
}
