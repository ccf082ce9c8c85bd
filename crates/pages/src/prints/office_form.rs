//! `POST /print/{office}/{form}`: a form of a station, filled from its books.

use axum::extract::{Path, State};
use axum::response::Response;

use super::unprinted;
use crate::fir::print::pdf;
use crate::fir::typed::Typed;
use crate::station::form::{self, Pairs};
use crate::{Ctx, Pages, Problem};

/// `POST /print/{office}/{form}`: `form` is `inspection` or the act of a road certificate or charge note.
pub(crate) async fn print(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path((office, name)): Path<(String, String)>,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    form::at(&mut ctx, &format!("/registers?office={office}"));
    let typed = Typed::read(pairs);
    let copyist = pages.copyist().ok_or_else(|| unprinted(&ctx))?;
    let printed = copyist.office_form(&ctx.caller, ctx.voice.lang, typed.act_id(), &office, &name).await;
    Ok(pdf(printed.map_err(|e| ctx.problem(e))?))
}
