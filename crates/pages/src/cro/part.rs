//! `POST /cro/part`: what was joined is of two persons after all, with reasons.

use axum::extract::State;
use axum::response::Response;
use roznamcha_acts::kinds::PersonPart;

use super::record::{self, Tried};
use super::{named, record_path};
use crate::fir::typed::Typed;
use crate::station::form::{self, Pairs};
use crate::{Ctx, Pages, Problem};

pub(super) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let of = named((typed.get("office").to_owned(), typed.get("act").to_owned()));
    form::at(&mut ctx, &record_path(&of));
    let part =
        PersonPart { join: typed.get("join").to_owned(), reasons: typed.get("part_reasons").to_owned() };
    match pages.records.part_persons(&ctx.caller, typed.act_id(), part).await {
        Ok(_) => Ok(form::done(&format!("{}#history", record_path(&of)))),
        Err(error) if form::mendable(&error) => {
            record::render(&pages, &ctx, &of, Some(Tried { typed, error })).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}
