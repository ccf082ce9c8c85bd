//! `/purpose`: why the officer reads, stated once and recorded with every reading until he states another.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Form, Router};
use roznamcha_acts::{FieldFault, Refusal};
use roznamcha_records::{DoorError, Purpose};
use serde::Deserialize;

use crate::problem::own_path;
use crate::{Ctx, Pages, Problem};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/purpose", post(state))
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    purpose: String,
    #[serde(default)]
    case: String,
    #[serde(default)]
    next: String,
}

async fn state(State(pages): State<Pages>, ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    let Ok(purpose) = typed.purpose.parse::<Purpose>() else {
        let fault = FieldFault { field: "purpose".to_owned(), code: "fault-choice".to_owned() };
        return Err(ctx.problem(DoorError::Refused(Refusal::Fields { faults: vec![fault] })));
    };
    pages.records.state_purpose(&ctx.caller, purpose, typed.case.trim()).await.map_err(|e| ctx.problem(e))?;
    Ok(Redirect::to(own_path(&typed.next)).into_response())
}
