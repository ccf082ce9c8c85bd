//! `GET`/`POST /cro/destroy`: the record office certifies that what was taken of one who was freed is destroyed (section
//! 7). The act takes it out of journal, gallery and file area at once.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::Body;
use roznamcha_acts::kinds::{PrintsDestroy, PrintsFate};
use roznamcha_records::{DoorError, NewAct};
use serde::Deserialize;

use super::read;
use crate::fir::field::{Form, Look, Select};
use crate::fir::typed::Typed;
use crate::office::show::{count, office as office_name, when};
use crate::shell::page;
use crate::station::form::{self, Pairs};
use crate::{Ctx, Pages, Problem, Shell};

const LABELS: form::Labels = &[
    ("fate", "fate", "deed-prints"),
    ("order.authority", "order.authority", "authority"),
    ("order.number", "order.number", "order-no"),
    ("order.date", "order.date", "order-date"),
    ("order", "order.authority", "deed-certificate"),
    ("particulars", "particulars", "cro-destroy-particulars"),
];

/// Of whom.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Whom {
    fir: String,
    accused: u32,
}

#[derive(Template)]
#[template(path = "cro/destroy.html")]
struct Destroy {
    shell: Shell,
    form: Form,
    whom: Whom,
    /// The station.
    office: String,
    facts: Vec<(String, String)>,
    fates: Select,
}

/// `GET /cro/destroy`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(whom): Query<Whom>,
) -> Result<Response, Problem> {
    let form = Form::new(&ctx.voice, "", Typed::default());
    draw(&pages, &ctx, whom, form).await
}

/// `POST /cro/destroy`.
pub(super) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    form::at(&mut ctx, "/cro");
    let typed = Typed::read(pairs);
    let whom = Whom { fir: typed.get("fir").to_owned(), accused: typed.get("accused").parse().unwrap_or(0) };
    match perform(&pages, &ctx, &typed, &whom).await {
        Ok(PrintsFate::Destroyed) => Ok(form::done("/cro?done=destroyed")),
        Ok(PrintsFate::Kept | PrintsFate::NoneTaken) => Ok(form::done("/cro?done=certified")),
        Err(error) if form::mendable(&error) => {
            let form = form::refused(Form::new(&ctx.voice, "", typed), &error, LABELS);
            draw(&pages, &ctx, whom, form).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

async fn perform(pages: &Pages, ctx: &Ctx, typed: &Typed, whom: &Whom) -> Result<PrintsFate, DoorError> {
    let mut faults = Vec::new();
    let fate: Option<PrintsFate> = typed.choice("fate", &mut faults);
    if fate.is_none() && faults.is_empty() {
        faults.push(form::fault("fate", "fault-missing"));
    }
    let order = read::order(typed, &mut faults);
    if order.is_none() && !faults.iter().any(|fault| fault.field.starts_with("order")) {
        faults.push(form::fault("order.authority", "fault-missing"));
    }
    let (Some(fate), Some(order), true) = (fate, order, faults.is_empty()) else {
        return Err(form::faulty(faults));
    };
    let body = PrintsDestroy {
        fir: whom.fir.clone(),
        accused: whom.accused,
        enrolment: None,
        fate,
        order,
        particulars: typed.get("particulars").to_owned(),
        removed: Vec::new(),
    };
    let new =
        NewAct { office: typed.opt("office"), ..NewAct::now(typed.act_id(), Body::PrintsDestroy(body)) };
    pages.records.perform(&ctx.caller, new).await.map(|_| fate)
}

async fn draw(pages: &Pages, ctx: &Ctx, whom: Whom, form: Form) -> Result<Response, Problem> {
    let due = pages.records.due_destruction(&ctx.caller, &whom.fir, whom.accused).await;
    let due = due.map_err(|e| ctx.problem(e))?;
    let voice = &ctx.voice;
    let number = due.case.as_ref().map(|case| format!("{}/{}", case.no, case.year)).unwrap_or_default();
    let facts = vec![
        (voice.t("cro-in-case"), roznamcha_words::bidi::ltr(&number)),
        (voice.t("station"), office_name(pages, voice, &due.of.office)),
        (voice.t("cro-accused-no"), count(voice, u64::from(due.accused))),
        (voice.t("cro-freed"), when(voice, due.since)),
        (voice.t("cro-due-until"), due.deadline.due.map(|at| when(voice, at)).unwrap_or_default()),
    ];
    let fates = form.choices("deed-prints-", &["destroyed", "kept"]);
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = Destroy {
        fates: form.select("fate", "deed-prints", "choose", fates).must(&form),
        facts,
        office: due.of.office,
        whom,
        shell: Shell::new(pages, ctx, ctx.t("cro-destroy")),
        form,
    };
    Ok(page(status, &template))
}
