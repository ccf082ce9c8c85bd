//! `/staff/relieve`: an officer's posting at an office ends.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use jiff::civil::Date;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::kinds::StaffRelieve;
use roznamcha_records::{DoorError, NewAct};
use roznamcha_words::digits;
use serde::Deserialize;

use super::form::{Faults, act_id, new_id, office_of};
use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/staff/relieve", get(form).post(relieve))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    act_id: String,
    office: String,
    officer: String,
    until: String,
    order_no: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "office/relieve.html")]
struct RelievePage {
    shell: Shell,
    office_name: String,
    /// The officer's name, code and belt number.
    who: String,
    typed: Typed,
    faults: Faults,
}

async fn sheet(pages: &Pages, ctx: &Ctx, typed: Typed, faults: Faults) -> Result<RelievePage, DoorError> {
    let found = pages.records.officer_names(&typed.office, std::slice::from_ref(&typed.officer)).await?;
    let row = found.into_iter().next().ok_or(DoorError::NotFound)?;
    Ok(RelievePage {
        shell: Shell::new(pages, ctx, ctx.t("officer-relieve")),
        office_name: show::office(pages, &ctx.voice, &typed.office),
        who: ctx.voice.pick(&row.name_en, &row.name_ur).to_owned(),
        typed,
        faults,
    })
}

async fn form(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(mut asked): Query<Typed>,
) -> Result<Response, Problem> {
    asked.office = office_of(&asked.office, &ctx);
    if !pages.records.may(&ctx.caller, Action::RelieveStaff, ResourceKind::Staff, &asked.office) {
        return Err(ctx.problem(DoorError::NotAllowed { key: "not-your-power".to_owned() }));
    }
    let until = pages.records.now().day().to_string();
    let typed =
        Typed { act_id: new_id(), office: asked.office, officer: asked.officer, until, ..Typed::default() };
    let sheet = sheet(&pages, &ctx, typed, Faults::default()).await.map_err(|e| ctx.problem(e))?;
    Ok(page(StatusCode::OK, &sheet))
}

async fn relieve(
    State(pages): State<Pages>,
    ctx: Ctx,
    Form(mut typed): Form<Typed>,
) -> Result<Response, Problem> {
    typed.office = office_of(&typed.office, &ctx);
    let mut faults = Faults::default();
    match digits::ascii(typed.until.trim()).parse::<Date>() {
        Err(_) => faults.add(&ctx.voice, "until", "error-date"),
        Ok(until) => {
            let body = StaffRelieve {
                officer: typed.officer.clone(),
                until,
                order_no: typed.order_no.trim().to_owned(),
                reason: typed.reason.trim().to_owned(),
            };
            let mut act = NewAct::now(act_id(&typed.act_id), body.into());
            act.office = Some(typed.office.clone());
            match pages.records.perform(&ctx.caller, act).await {
                Ok(_) => return Ok(Redirect::to(&show::staff_path(&typed.office)).into_response()),
                Err(error) => {
                    faults = Faults::of(&error, &ctx.voice).ok_or_else(|| ctx.problem(error))?;
                }
            }
        }
    }
    let sheet = sheet(&pages, &ctx, typed, faults).await.map_err(|e| ctx.problem(e))?;
    Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &sheet))
}
