//! `GET`/`POST /report/noncognizable`: information of a non-cognizable offence (section 155; rule 24.3).

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::ResourceKind;
use roznamcha_acts::kinds::ReportNoncognizable;
use roznamcha_records::{Action, DoorError, NewAct, Receipt};

use super::form::{self, Labels, Pairs};
use super::picker::{Chip, Picker};
use crate::fir::field::Form;
use crate::fir::typed::Typed;
use crate::fir::{law, read};
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

const DRAFT: &str = "report-noncognizable";

const LABELS: Labels = &[
    ("substance", "substance", "nc-substance"),
    ("place", "place", "cell-place"),
    ("magistrate", "magistrate", "nc-referred"),
];

#[derive(Template)]
#[template(path = "station/noncognizable.html")]
struct Report {
    shell: Shell,
    form: Form,
    sections: Picker,
}

/// `GET /report/noncognizable`.
pub(crate) async fn show(State(pages): State<Pages>, ctx: Ctx) -> Result<Response, Problem> {
    form::allowed(&pages, &ctx, Action::WriteNonCognizable, ResourceKind::Office)
        .map_err(|e| ctx.problem(e))?;
    Ok(render(&pages, &ctx, Form::new(&ctx.voice, "", Typed::default())))
}

/// `POST /report/noncognizable`.
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
    let body = ReportNoncognizable {
        informant,
        sections: read::sections(typed, &pages.records, ctx, pages.records.now().day()),
        substance: typed.get("substance").to_owned(),
        place: typed.get("place").to_owned(),
        magistrate: typed.opt("magistrate"),
    };
    pages.records.perform(&ctx.caller, NewAct::now(typed.act_id(), body.into())).await
}

fn render(pages: &Pages, ctx: &Ctx, form: Form) -> Response {
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let sections = section_picker(pages, ctx, &form);
    page(status, &Report { shell: Shell::new(pages, ctx, ctx.t("nc-title")), sections, form })
}

/// The picker of sections, with those already chosen.
pub(crate) fn section_picker(pages: &Pages, ctx: &Ctx, form: &Form) -> Picker {
    let (book, day) = (pages.records.statute(), pages.records.now().day());
    let chip = |code: &str| Chip {
        value: code.to_owned(),
        label: law::in_words(&ctx.voice, book, code, ctx.caller.province(), day),
    };
    let chips = form.typed.all("sections").into_iter().map(chip).collect();
    Picker::new(form, "sections", "/law/sections", "fir-section-search", chips)
}
