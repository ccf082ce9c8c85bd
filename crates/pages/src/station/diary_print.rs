//! `POST /diary/print`: the sheet of a day, in Form 22.48(1). Each print is counted before it leaves the press.

use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use roznamcha_records::DoorError;

use super::diary::render;
use super::form::{self, Pairs};
use crate::fir::print::pdf;
use crate::fir::typed::Typed;
use crate::{Ctx, Pages, Problem};

/// `POST /diary/print`.
pub(crate) async fn print(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let office = typed.opt("office").unwrap_or_else(|| ctx.caller.office().to_owned());
    let day: Date = typed.get("day").parse().map_err(|_| ctx.problem(DoorError::NotFound))?;
    form::at(&mut ctx, &format!("/diary?office={office}&day={day}"));
    let Some(copyist) = pages.copyist() else {
        return render(&pages, &ctx, &office, Some(day), 0, form::unprinted(&ctx)).await;
    };
    let printed = copyist.diary(&ctx.caller, typed.act_id(), &office, day).await;
    Ok(pdf(printed.map_err(|e| ctx.problem(e))?))
}
