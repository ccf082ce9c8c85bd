//! `POST /entry/attest`: the officer in charge signs for a correction.

use axum::extract::State;
use axum::response::Response;
use roznamcha_acts::kinds::EntryAttest;
use roznamcha_records::NewAct;

use super::form::{self, Pairs};
use crate::fir::typed::Typed;
use crate::problem::own_path;
use crate::{Ctx, Pages, Problem};

/// `POST /entry/attest`.
pub(crate) async fn write(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let back = own_path(typed.get("back")).to_owned();
    form::at(&mut ctx, &back);
    let body = EntryAttest { correction: typed.get("correction").to_owned() };
    let done = pages.records.perform(&ctx.caller, NewAct::now(typed.act_id(), body.into())).await;
    done.map_err(|e| ctx.problem(e))?;
    Ok(form::done(&back))
}
