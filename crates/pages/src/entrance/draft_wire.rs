//! `/drafts/{form}`: what the script saves while an officer types, and puts back. See `docs/look.md`, "Drafts on the
//! wire". It answers a script, so it never redirects: a sign-in page would look like a draft that was kept.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use roznamcha_acts::kinds::KINDS;
use roznamcha_records::{DoorError, DraftForm, Records};
use serde::Deserialize;
use uuid::Uuid;

use crate::problem::status_of;
use crate::{Ctx, Pages};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/drafts/{form}", get(read).post(save).delete(discard))
}

/// The envelope; the whole body is kept as it came.
#[derive(Deserialize)]
struct Sent {
    act_id: Option<String>,
}

/// The kind of act a form is for. Forms go by the kind's name with a hyphen (`custody-lodge`); two have names of
/// their own.
fn kind_of(form: &str) -> Option<&'static str> {
    let named = match form {
        "fir-new" => "fir-register",
        "diary-new" => "diary-write",
        other => other,
    };
    KINDS.iter().find(|kind| kind.replace('.', "-") == named).copied()
}

/// The id of a draft whose form has no act id: the same for the same officer and form.
fn derived(officer: &str, form: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("draft:{officer}:{form}").as_bytes())
}

/// Whether that act is in a journal already.
async fn written(records: &Records, act: &str) -> bool {
    records.check_print(act, "").await.is_ok()
}

fn refused(error: &DoorError) -> Response {
    if let DoorError::Defect(what) | DoorError::Broken(what) | DoorError::Unavailable(what) = error {
        tracing::error!(error = what, "a draft was not kept");
    }
    status_of(error).into_response()
}

async fn save(
    State(pages): State<Pages>,
    ctx: Option<Ctx>,
    Path(form): Path<String>,
    body: String,
) -> Response {
    let Some(ctx) = ctx else { return StatusCode::UNAUTHORIZED.into_response() };
    let Some(kind) = kind_of(&form) else { return StatusCode::NOT_FOUND.into_response() };
    let Ok(sent) = serde_json::from_str::<Sent>(&body) else {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    };
    let given = sent.act_id.and_then(|id| id.parse::<Uuid>().ok());
    let id = given.unwrap_or_else(|| derived(ctx.caller.officer(), &form)).to_string();
    if written(&pages.records, &id).await {
        return StatusCode::GONE.into_response();
    }
    match pages.records.save_draft(&ctx.caller, &id, kind, &body).await {
        Ok(_) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refused(&error),
    }
}

/// The officer's newest draft of that form.
async fn newest(records: &Records, ctx: &Ctx, form: &str) -> Result<Option<DraftForm>, DoorError> {
    let Some(kind) = kind_of(form) else { return Ok(None) };
    let found = records.drafts(&ctx.caller).await?.into_iter().find(|d| d.form == kind);
    let Some(found) = found else { return Ok(None) };
    records.draft(&ctx.caller, &found.id).await.map(Some)
}

async fn read(State(pages): State<Pages>, ctx: Option<Ctx>, Path(form): Path<String>) -> Response {
    let Some(ctx) = ctx else { return StatusCode::UNAUTHORIZED.into_response() };
    match newest(&pages.records, &ctx, &form).await {
        Ok(Some(draft)) => {
            let head = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
            (head, draft.body).into_response()
        }
        Ok(None) | Err(DoorError::NotFound) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refused(&error),
    }
}

async fn discard(State(pages): State<Pages>, ctx: Option<Ctx>, Path(form): Path<String>) -> Response {
    let Some(ctx) = ctx else { return StatusCode::UNAUTHORIZED.into_response() };
    let outcome = match newest(&pages.records, &ctx, &form).await {
        Ok(Some(draft)) => pages.records.discard_draft(&ctx.caller, &draft.id).await,
        Ok(None) => Ok(()),
        Err(error) => Err(error),
    };
    match outcome {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refused(&error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_name_their_kind() {
        assert_eq!(kind_of("fir-new"), Some("fir.register"));
        assert_eq!(kind_of("custody-lodge"), Some("custody.lodge"));
        assert_eq!(kind_of("diary-new"), Some("diary.write"));
        assert_eq!(kind_of("../etc"), None);
        assert_eq!(kind_of(""), None);
    }
}
