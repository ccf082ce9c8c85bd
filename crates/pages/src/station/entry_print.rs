//! `POST /entry/print`: the informant's copy of a non-cognizable report, or the notice of a refusal.

use axum::extract::State;
use axum::response::Response;

use super::entry::render;
use super::form::{self, Pairs};
use crate::fir::print::pdf;
use crate::fir::typed::Typed;
use crate::{Ctx, Pages, Problem};

/// `POST /entry/print`.
pub(crate) async fn print(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let office = typed.opt("office").unwrap_or_else(|| ctx.caller.office().to_owned());
    let act = typed.get("act").to_owned();
    form::at(&mut ctx, &format!("/entry?office={office}&act={act}"));
    let Some(copyist) = pages.copyist() else {
        let view = pages.records.entry_of_act(&ctx.caller, &office, &act).await;
        let (view, _) = view.map_err(|e| ctx.problem(e))?;
        return render(&pages, &ctx, view, form::unprinted(&ctx), None).await;
    };
    let printed = copyist.extract(&ctx.caller, ctx.voice.lang, typed.act_id(), &office, &act).await;
    Ok(pdf(printed.map_err(|e| ctx.problem(e))?))
}
