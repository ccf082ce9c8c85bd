//! `POST /cro/lineup/{office}/{act}/print`: the record of a line-up, for who knows it.

use axum::extract::{Path, State};
use axum::response::Response;

use super::lineup_path;
use crate::fir::print::pdf;
use crate::fir::typed::Typed;
use crate::prints::unprinted;
use crate::station::form::{self, Pairs};
use crate::{Ctx, Pages, Problem};

pub(super) async fn print(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path((office, act)): Path<(String, String)>,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    form::at(&mut ctx, &lineup_path(&office, &act));
    let typed = Typed::read(pairs);
    let copyist = pages.copyist().ok_or_else(|| unprinted(&ctx))?;
    let printed = copyist.lineup(&ctx.caller, ctx.voice.lang, typed.act_id(), (&office, &act)).await;
    Ok(pdf(printed.map_err(|e| ctx.problem(e))?))
}
