//! `POST /diary/close`: the day closes with the cash counted.

use axum::extract::State;
use axum::response::Response;
use roznamcha_acts::kinds::DiaryClose;
use roznamcha_records::{DoorError, NewAct, Receipt};

use super::diary::render;
use super::form::{self, Labels, Pairs};
use crate::fir::field::Form;
use crate::fir::typed::Typed;
use crate::{Ctx, Pages, Problem};

const LABELS: Labels = &[
    ("counted_paisa", "counted", "diary-close-cash-counted"),
    ("counted", "counted", "diary-close-cash-counted"),
    ("difference_reason", "difference_reason", "cell-difference-reason"),
    ("remarks", "remarks", "remarks"),
];

/// `POST /diary/close`.
pub(crate) async fn close(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    form::at(&mut ctx, "/diary");
    let typed = Typed::read(pairs);
    match perform(&pages, &ctx, &typed).await {
        Ok(receipt) => {
            let day = receipt.entries.first().map(|e| e.period.clone()).unwrap_or_default();
            Ok(form::done(&format!("/diary?office={}&day={day}", ctx.caller.office())))
        }
        Err(error) if form::mendable(&error) => {
            let form = form::refused(Form::new(&ctx.voice, "", typed), &error, LABELS);
            render(&pages, &ctx, ctx.caller.office(), None, 0, form).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

async fn perform(pages: &Pages, ctx: &Ctx, typed: &Typed) -> Result<Receipt, DoorError> {
    let mut faults = Vec::new();
    let counted = form::paisa(typed, "counted", &mut faults);
    let Some(counted_paisa) = counted else { return Err(form::faulty(faults)) };
    let body = DiaryClose {
        counted_paisa,
        difference_reason: typed.opt("difference_reason"),
        book_paisa: 0,
        remarks: typed.get("remarks").to_owned(),
    };
    pages.records.perform(&ctx.caller, NewAct::now(typed.act_id(), body.into())).await
}
