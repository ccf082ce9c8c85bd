//! `POST /diary/open`: the day opens with who is in the lock-up.

use axum::extract::State;
use axum::response::Response;
use roznamcha_acts::kinds::DiaryOpen;
use roznamcha_records::NewAct;

use super::diary::render;
use super::form::{self, Labels, Pairs};
use crate::fir::field::Form;
use crate::fir::typed::Typed;
use crate::{Ctx, Pages, Problem};

const LABELS: Labels = &[("day", "open-day", "day"), ("clock_fault", "clock_fault", "cell-clock-fault")];

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
            let body = DiaryOpen { clock_fault: typed.opt("clock_fault"), ..DiaryOpen::on(day) };
            pages.records.perform(&ctx.caller, NewAct::now(typed.act_id(), body.into())).await.map(|_| day)
        }
        Err(_) => Err(form::faulty(vec![form::fault("day", "fault-date")])),
    };
    match outcome {
        Ok(day) => Ok(form::done(&format!("/diary?office={}&day={day}", ctx.caller.office()))),
        Err(error) if form::mendable(&error) => {
            let kept = typed.opt("clock_fault").map(|reason| ("clock_fault".to_owned(), reason));
            let form = Form::new(&ctx.voice, "", Typed::read(kept.into_iter().collect()));
            let form = form::refused(form, &error, LABELS);
            render(&pages, &ctx, ctx.caller.office(), None, 0, form).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}
