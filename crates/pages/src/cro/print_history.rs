//! `POST /cro/record/{office}/{act}/print`: the record of a person, each entry with how its case stands.

use axum::extract::{Path, State};
use axum::response::Response;

use super::{named, record_path};
use crate::fir::print::pdf;
use crate::fir::typed::Typed;
use crate::prints::unprinted;
use crate::station::form::{self, Pairs};
use crate::{Ctx, Pages, Problem};

pub(super) async fn print(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path(of): Path<(String, String)>,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let of = named(of);
    form::at(&mut ctx, &record_path(&of));
    let typed = Typed::read(pairs);
    let copyist = pages.copyist().ok_or_else(|| unprinted(&ctx))?;
    let printed = copyist.person_history(&ctx.caller, ctx.voice.lang, typed.act_id(), &of).await;
    Ok(pdf(printed.map_err(|e| ctx.problem(e))?))
}
