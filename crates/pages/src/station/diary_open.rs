//! `POST /diary/open`: the day opens with who is in the lock-up.

use axum::extract::State;
use axum::response::Response;
use roznamcha_acts::kinds::DiaryOpen;
use roznamcha_records::NewAct;

use super::diary::render;
use super::form::{self, Pairs};
use crate::fir::field::Form;
use crate::fir::typed::Typed;
use crate::{Ctx, Pages, Problem};

/// `POST /diary/open`.
pub(crate) async fn open(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    form::at(&mut ctx, "/diary");
    let typed = Typed::read(pairs);
    let day =
        if typed.get("day").is_empty() { Ok(pages.records.now().day()) } else { typed.get("day").parse() };
    let outcome = match day {
        Ok(day) => {
            let body = DiaryOpen { day, custody: Vec::new(), cash_paisa: 0 };
            pages.records.perform(&ctx.caller, NewAct::now(typed.act_id(), body.into())).await.map(|_| day)
        }
        Err(_) => Err(form::faulty(vec![form::fault("day", "fault-time")])),
    };
    match outcome {
        Ok(day) => Ok(form::done(&format!("/diary?office={}&day={day}", ctx.caller.office()))),
        Err(error) if form::mendable(&error) => {
            let form = Form::new(&ctx.voice, "", Typed::default());
            let form = form::refused(form, &error, &[("day", "open-day", "day")]);
            render(&pages, &ctx, ctx.caller.office(), None, 0, form).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}
