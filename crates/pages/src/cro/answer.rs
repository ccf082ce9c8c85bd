//! `POST /cro/search/{office}/{act}/answer`: the record office answers a search slip.

use axum::extract::{Path, State};
use axum::response::Response;
use roznamcha_acts::kinds::{EnrolRef, SearchAnswer};
use roznamcha_records::DoorError;

use super::record::Tried;
use super::{search, search_path};
use crate::fir::typed::Typed;
use crate::station::form::{self, Pairs};
use crate::{Ctx, Pages, Problem};

pub(super) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path((office, act)): Path<(String, String)>,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let path = search_path(&office, &act);
    form::at(&mut ctx, &path);
    let typed = Typed::read(pairs);
    let sent = match read(&act, &typed) {
        Ok(answer) => pages.records.answer(&ctx.caller, typed.act_id(), answer).await,
        Err(error) => Err(error),
    };
    match sent {
        Ok(_) => Ok(form::done(&path)),
        Err(error) if form::mendable(&error) => {
            search::render(&pages, &ctx, (&office, &act), Some(Tried { typed, error })).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

fn read(search: &str, typed: &Typed) -> Result<SearchAnswer, DoorError> {
    let traced = match typed.get("verdict") {
        "traced" => true,
        "not_traced" => false,
        _ => return Err(form::faulty(vec![form::fault("verdict", "fault-missing")])),
    };
    let of = typed.get("of").split_once('/');
    let of = of.map(|(office, act)| EnrolRef { office: office.to_owned(), act: act.to_owned() });
    Ok(SearchAnswer {
        search: search.to_owned(),
        traced,
        of: of.filter(|_| traced),
        remarks: typed.get("remarks").to_owned(),
        closed_because: typed.opt("closed_because"),
        withdrawn: Vec::new(),
    })
}
