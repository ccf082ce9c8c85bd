//! `/staff/appoint`: an officer is posted to an office.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use jiff::civil::Date;
use roznamcha_access::{Action, ResourceKind, Role};
use roznamcha_acts::kinds::StaffAppoint;
use roznamcha_records::{DoorError, NewAct};
use roznamcha_words::{digits, ids};
use serde::Deserialize;

use super::form::{Choice, Faults, OfOffice, act_id, new_id, office_of, optional};
use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/staff/appoint", get(form).post(appoint))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    act_id: String,
    office: String,
    officer: String,
    name_en: String,
    name_ur: String,
    belt_no: String,
    phone: String,
    rank: String,
    role: String,
    from: String,
    order_no: String,
    woman: Option<String>,
    juvenile_trained: Option<String>,
}

#[derive(Template)]
#[template(path = "office/appoint.html")]
struct AppointPage {
    shell: Shell,
    office_name: String,
    ranks: Vec<Choice>,
    roles: Vec<Choice>,
    typed: Typed,
    faults: Faults,
}

fn sheet(pages: &Pages, ctx: &Ctx, typed: Typed, faults: Faults) -> AppointPage {
    let voice = &ctx.voice;
    let book = pages.records.statute();
    let mut ranks: Vec<Choice> = vec![Choice::new("civilian", voice.t("rank-civilian"), &typed.rank)];
    let known = book.ranks().iter().map(|r| (r.code.as_str(), voice.pick(&r.en, &r.ur).to_owned()));
    ranks.extend(known.map(|(code, name)| Choice::new(code, name, &typed.rank)));
    let roles = Role::ALL.iter().map(|r| r.as_str());
    let roles = roles.map(|code| Choice::new(code, show::role(pages, voice, code), &typed.role)).collect();
    AppointPage {
        shell: Shell::new(pages, ctx, ctx.t("officer-post")),
        office_name: show::office(pages, voice, &typed.office),
        ranks,
        roles,
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
    if !pages.records.may(&ctx.caller, Action::AppointStaff, ResourceKind::Staff, &office) {
        return Err(ctx.problem(DoorError::NotAllowed { key: "not-your-power".to_owned() }));
    }
    let from = pages.records.now().day().to_string();
    let typed = Typed { act_id: new_id(), office, from, ..Typed::default() };
    Ok(page(StatusCode::OK, &sheet(&pages, &ctx, typed, Faults::default())))
}

/// The act, or the faults of what cannot even be read as one.
fn body(ctx: &Ctx, typed: &Typed) -> Result<StaffAppoint, Faults> {
    let from = digits::ascii(typed.from.trim()).parse::<Date>().map_err(|_| {
        let mut faults = Faults::default();
        faults.add(&ctx.voice, "from", "error-date");
        faults
    })?;
    Ok(StaffAppoint {
        officer: typed.officer.trim().to_owned(),
        name_en: typed.name_en.trim().to_owned(),
        name_ur: typed.name_ur.trim().to_owned(),
        belt_no: digits::ascii(typed.belt_no.trim()),
        // One that cannot be read stays as typed, for the rule to name it.
        phone: optional(&typed.phone).map(|p| ids::phone_digits(&p).unwrap_or(p)),
        rank: typed.rank.clone(),
        role: typed.role.clone(),
        from,
        order_no: typed.order_no.trim().to_owned(),
        woman: typed.woman.is_some(),
        juvenile_trained: typed.juvenile_trained.is_some(),
    })
}

async fn appoint(
    State(pages): State<Pages>,
    ctx: Ctx,
    Form(mut typed): Form<Typed>,
) -> Result<Response, Problem> {
    typed.office = office_of(&typed.office, &ctx);
    let faults = match body(&ctx, &typed) {
        Err(faults) => faults,
        Ok(body) => {
            let mut act = NewAct::now(act_id(&typed.act_id), body.into());
            act.office = Some(typed.office.clone());
            match pages.records.perform(&ctx.caller, act).await {
                Ok(_) => return Ok(Redirect::to(&show::staff_path(&typed.office)).into_response()),
                Err(error) => Faults::of(&error, &ctx.voice).ok_or_else(|| ctx.problem(error))?,
            }
        }
    };
    Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &sheet(&pages, &ctx, typed, faults)))
}
