//! `POST /cases/{fir}/print/{form}`: a form of a case, filled from the books.

use axum::extract::{Path, State};
use axum::response::Response;

use super::unprinted;
use crate::fir::print::pdf;
use crate::fir::typed::Typed;
use crate::station::form::{self, Pairs};
use crate::{Ctx, Pages, Problem};

/// `POST /cases/{fir}/print/{form}`: `form` is `file` (the whole case file), `remand-1`, `custody-1`, `zimni-1` or an act
/// of the case.
pub(crate) async fn print(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path((fir, name)): Path<(String, String)>,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    form::at(&mut ctx, &format!("/cases/{fir}"));
    let typed = Typed::read(pairs);
    let copyist = pages.copyist().ok_or_else(|| unprinted(&ctx))?;
    let printed = copyist.case_form(&ctx.caller, ctx.voice.lang, typed.act_id(), &fir, &name).await;
    Ok(pdf(printed.map_err(|e| ctx.problem(e))?))
}
