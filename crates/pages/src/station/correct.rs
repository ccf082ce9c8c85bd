//! `POST /entry/correct`: wrong words are struck through, right ones written after them.

use axum::extract::State;
use axum::response::Response;
use roznamcha_acts::kinds::EntryCorrect;
use roznamcha_journal::EntryRef;
use roznamcha_records::{DoorError, NewAct};

use super::entry::render;
use super::form::{self, Labels, Pairs};
use crate::fir::field::Form;
use crate::fir::typed::Typed;
use crate::{Ctx, Pages, Problem};

const LABELS: Labels = &[
    ("field", "field", "correct-field"),
    ("wrong", "wrong", "correct-was"),
    ("right", "right", "correct-now"),
    ("reason", "reason", "correct-reason"),
];

/// `POST /entry/correct`.
pub(crate) async fn write(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let key = typed.get("key").to_owned();
    let office = typed.opt("office").unwrap_or_else(|| ctx.caller.office().to_owned());
    let entry: EntryRef = key.parse().map_err(|_| ctx.problem(DoorError::NotFound))?;
    form::at(&mut ctx, &format!("/entry?office={office}&key={entry}"));
    let body = EntryCorrect {
        entry,
        field: typed.get("field").to_owned(),
        wrong: typed.get("wrong").to_owned(),
        right: typed.get("right").to_owned(),
        reason: typed.get("reason").to_owned(),
        target: String::new(),
    };
    let act = NewAct { office: Some(office.clone()), ..NewAct::now(typed.act_id(), body.into()) };
    match pages.records.perform(&ctx.caller, act).await {
        Ok(_) => Ok(form::done(&format!("{}&new=correct", ctx.path))),
        Err(error) if form::mendable(&error) => {
            let view = pages.records.entry(&ctx.caller, &office, &key).await.map_err(|e| ctx.problem(e))?;
            let form = form::refused(Form::new(&ctx.voice, "", typed), &error, LABELS);
            render(&pages, &ctx, view, form, None).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}
