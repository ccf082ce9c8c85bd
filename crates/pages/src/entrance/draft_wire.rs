//! `/drafts/{form}`: what the script saves while an officer types, and puts back. See `docs/look.md`, "Drafts on the
//! wire". It answers a script, so it never redirects: a sign-in page would look like a draft that was kept.

use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use roznamcha_acts::kinds::KINDS;
use roznamcha_records::{DoorError, DraftForm, Records};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::office::show::when_ms;
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

/// What was typed: pairs of name and value, with a label for what a picker chose.
#[derive(Deserialize)]
struct Kept {
    fields: Vec<Vec<String>>,
}

/// Drafts of one form that are offered at once.
const MOST_OFFERED: usize = 12;

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

/// Which of the officer's drafts of a form.
#[derive(Default, Deserialize)]
struct Which {
    /// Its id; `new` for none of them.
    draft: Option<String>,
    /// Only those that belong to this: a case, a part of a register.
    of: Option<String>,
}

/// One of several drafts of a form, to choose from.
#[derive(Serialize)]
struct Offered {
    id: String,
    /// When it was saved, in words.
    saved: String,
    /// The first words typed into it.
    gist: String,
}

/// What there is to go on with.
enum Begun {
    Nothing,
    One(DraftForm),
    Several(Vec<DraftForm>),
}

/// The draft that is meant: the one named, the only one, or all there are to choose from, newest first.
async fn begun(records: &Records, ctx: &Ctx, form: &str, which: &Which) -> Result<Begun, DoorError> {
    let Some(kind) = kind_of(form) else { return Ok(Begun::Nothing) };
    if which.draft.as_deref() == Some("new") {
        return Ok(Begun::Nothing);
    }
    let mut found = records.drafts(&ctx.caller).await?;
    found.retain(|d| d.form == kind && which.draft.as_ref().is_none_or(|id| *id == d.id));
    found.truncate(MOST_OFFERED);
    let mut whole = Vec::new();
    for draft in &found {
        let draft = records.draft(&ctx.caller, &draft.id).await?;
        if which.of.as_ref().is_none_or(|of| typed(&draft.body, "draft_of").as_ref() == Some(of)) {
            whole.push(draft);
        }
    }
    let only = if whole.len() == 1 { whole.pop() } else { None };
    Ok(match only {
        Some(draft) => Begun::One(draft),
        None if whole.is_empty() => Begun::Nothing,
        None => Begun::Several(whole),
    })
}

/// The value of a field in a draft.
pub(super) fn typed(body: &str, name: &str) -> Option<String> {
    let kept: Kept = serde_json::from_str(body).ok()?;
    let mut fields = kept.fields.into_iter();
    fields.find(|field| field.first().is_some_and(|n| n == name)).and_then(|field| field.into_iter().nth(1))
}

/// The first words typed into a draft by which an officer knows it again.
fn gist(body: &str) -> String {
    let Ok(kept) = serde_json::from_str::<Kept>(body) else { return String::new() };
    let typed = kept.fields.into_iter().filter_map(|field| field.into_iter().nth(1));
    let words = |text: &String| text.chars().filter(|c| c.is_alphabetic()).count() > 2 && text.contains(' ');
    typed.into_iter().find(words).map(|text| text.chars().take(60).collect()).unwrap_or_default()
}

async fn read(
    State(pages): State<Pages>,
    ctx: Option<Ctx>,
    Path(form): Path<String>,
    Query(which): Query<Which>,
) -> Response {
    let Some(ctx) = ctx else { return StatusCode::UNAUTHORIZED.into_response() };
    let head = [(header::CACHE_CONTROL, "no-store")];
    match begun(&pages.records, &ctx, &form, &which).await {
        Ok(Begun::One(draft)) => {
            (head, [(header::CONTENT_TYPE, "application/json")], draft.body).into_response()
        }
        Ok(Begun::Several(drafts)) => {
            let offered = |d: DraftForm| Offered {
                saved: when_ms(&ctx.voice, d.saved_ms),
                gist: gist(&d.body),
                id: d.id,
            };
            let drafts: Vec<Offered> = drafts.into_iter().map(offered).collect();
            (head, Json(serde_json::json!({ "drafts": drafts }))).into_response()
        }
        Ok(Begun::Nothing) | Err(DoorError::NotFound) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refused(&error),
    }
}

async fn discard(
    State(pages): State<Pages>,
    ctx: Option<Ctx>,
    Path(form): Path<String>,
    Query(which): Query<Which>,
) -> Response {
    let Some(ctx) = ctx else { return StatusCode::UNAUTHORIZED.into_response() };
    let outcome = match begun(&pages.records, &ctx, &form, &which).await {
        Ok(Begun::One(draft)) => pages.records.discard_draft(&ctx.caller, &draft.id).await,
        // Of several, the one to throw away must be named.
        Ok(Begun::Several(_)) => return StatusCode::CONFLICT.into_response(),
        Ok(Begun::Nothing) => Ok(()),
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

    #[test]
    fn a_draft_is_known_by_its_first_words() {
        let body = r#"{"act_id":null,"fields":[["mark","x"],["phone","0300 0000077"],["name","فرضی سائل"]]}"#;
        assert_eq!(gist(body), "فرضی سائل");
        assert_eq!((gist("{}").as_str(), gist("no json").as_str()), ("", ""));
    }
}
