//! `/offices/new`: a new office is opened below another.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::kinds::OfficeOpen;
use roznamcha_records::{DoorError, NewAct};
use roznamcha_statute::OfficeKind;
use roznamcha_words::digits;
use serde::Deserialize;

use super::form::{Choice, Faults, OfOffice, act_id, new_id, office_of};
use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/offices/new", get(form).post(open))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    act_id: String,
    office: String,
    code: String,
    kind: String,
    name_en: String,
    name_ur: String,
    diary_hour: String,
}

#[derive(Template)]
#[template(path = "office/office_new.html")]
struct OfficeNewPage {
    shell: Shell,
    parent_name: String,
    kinds: Vec<Choice>,
    typed: Typed,
    faults: Faults,
}

fn sheet(pages: &Pages, ctx: &Ctx, typed: Typed, faults: Faults) -> OfficeNewPage {
    let name = |kind: &OfficeKind| ctx.t(&format!("office-kind-{kind}"));
    let kinds = OfficeKind::ALL.iter().filter(|kind| kind.is_loadable());
    OfficeNewPage {
        shell: Shell::new(pages, ctx, ctx.t("office-new")),
        parent_name: show::office(pages, &ctx.voice, &typed.office),
        kinds: kinds.map(|kind| Choice::new(kind.as_str(), name(kind), &typed.kind)).collect(),
        typed,
        faults,
    }
}

async fn form(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<OfOffice>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    if !pages.records.may(&ctx.caller, Action::OpenOffice, ResourceKind::Office, &office) {
        return Err(ctx.problem(DoorError::NotAllowed { key: "not-your-power".to_owned() }));
    }
    let typed = Typed {
        act_id: new_id(),
        code: format!("{office}-"),
        office,
        kind: OfficeKind::PoliceStation.as_str().to_owned(),
        diary_hour: "8".to_owned(),
        ..Typed::default()
    };
    Ok(page(StatusCode::OK, &sheet(&pages, &ctx, typed, Faults::default())))
}

async fn open(
    State(pages): State<Pages>,
    ctx: Ctx,
    Form(mut typed): Form<Typed>,
) -> Result<Response, Problem> {
    typed.office = office_of(&typed.office, &ctx);
    let mut faults = Faults::default();
    match digits::ascii(typed.diary_hour.trim()).parse::<u8>() {
        Err(_) => faults.add(&ctx.voice, "diary_hour", "fault-hour"),
        Ok(diary_hour) => {
            let tree = pages.records.offices();
            let parent = tree.get(&typed.office).ok_or_else(|| ctx.problem(DoorError::NotFound))?;
            let body = OfficeOpen {
                code: typed.code.trim().to_owned(),
                office_kind: typed.kind.clone(),
                name_en: typed.name_en.trim().to_owned(),
                name_ur: typed.name_ur.trim().to_owned(),
                province: parent.province.clone(),
                diary_hour,
            };
            let mut act = NewAct::now(act_id(&typed.act_id), body.into());
            act.office = Some(typed.office.clone());
            match pages.records.perform(&ctx.caller, act).await {
                Ok(_) => return Ok(Redirect::to(&show::offices_path(&typed.office)).into_response()),
                Err(error) => {
                    faults = Faults::of(&error, &ctx.voice).ok_or_else(|| ctx.problem(error))?;
                }
            }
        }
    }
    Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &sheet(&pages, &ctx, typed, faults)))
}
