//! `GET`/`POST /report/refusal`: no sufficient ground to investigate (rule 24.4; section 157): reasons in the diary,
//! notice to the informant.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::ResourceKind;
use roznamcha_acts::kinds::ReportRefuse;
use roznamcha_records::{Action, DoorError, NewAct, Receipt};

use super::form::{self, Labels, Pairs};
use crate::fir::field::{Form, Select};
use crate::fir::read;
use crate::fir::typed::Typed;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

const DRAFT: &str = "report-refuse";

const LABELS: Labels = &[
    ("substance", "substance", "nc-substance"),
    ("reasons", "reasons", "refusal-reasons"),
    ("notice", "notice", "refusal-told"),
];

#[derive(Template)]
#[template(path = "station/refusal.html")]
struct Refusal {
    shell: Shell,
    form: Form,
    notices: Select,
}

/// `GET /report/refusal`.
pub(crate) async fn show(State(pages): State<Pages>, ctx: Ctx) -> Result<Response, Problem> {
    form::allowed(&pages, &ctx, Action::WriteRefusal, ResourceKind::Office).map_err(|e| ctx.problem(e))?;
    Ok(render(&pages, &ctx, Form::new(&ctx.voice, "", Typed::default())))
}

/// `POST /report/refusal`.
pub(crate) async fn write(
    State(pages): State<Pages>,
    ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    match perform(&pages, &ctx, &typed).await {
        Ok(receipt) => {
            form::discard(&pages, &ctx, &typed).await;
            Ok(form::done(&form::entry_path(&receipt, DRAFT)))
        }
        Err(error) if form::mendable(&error) => {
            let form = form::refused(Form::new(&ctx.voice, "", typed), &error, LABELS);
            Ok(render(&pages, &ctx, form))
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

async fn perform(pages: &Pages, ctx: &Ctx, typed: &Typed) -> Result<Receipt, DoorError> {
    let mut faults = Vec::new();
    let informant = read::party(typed, "informant", &mut faults);
    if !faults.is_empty() {
        return Err(form::faulty(faults));
    }
    let body = ReportRefuse {
        informant,
        substance: typed.get("substance").to_owned(),
        reasons: typed.get("reasons").to_owned(),
        notice: typed.get("notice").to_owned(),
    };
    pages.records.perform(&ctx.caller, NewAct::now(typed.act_id(), body.into())).await
}

fn render(pages: &Pages, ctx: &Ctx, form: Form) -> Response {
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let choices = form.choices("code-notice-", &["handed", "posted", "sms"]);
    let notices = form.select("notice", "refusal-told", "choose", choices).must(&form);
    page(status, &Refusal { shell: Shell::new(pages, ctx, ctx.t("refusal-title")), notices, form })
}
