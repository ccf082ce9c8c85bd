//! `POST /cro/join`: two enrolments are of one person, with reasons.

use axum::extract::State;
use axum::response::Response;
use roznamcha_acts::kinds::{EnrolRef, PersonJoin};

use super::record::{self, Tried};
use super::{named, record_path};
use crate::fir::typed::Typed;
use crate::station::form::{self, Pairs};
use crate::{Ctx, Pages, Problem};

/// `station/act`, as the address of an enrolment ends; the whole address does as well.
fn other(text: &str) -> EnrolRef {
    let mut parts = text.trim().trim_end_matches('/').rsplit('/');
    let act = parts.next().unwrap_or_default().to_owned();
    EnrolRef { office: parts.next().unwrap_or_default().to_owned(), act }
}

pub(super) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let one = named((typed.get("office").to_owned(), typed.get("act").to_owned()));
    form::at(&mut ctx, &record_path(&one));
    let join = PersonJoin {
        one: one.clone(),
        other: other(typed.get("other")),
        search: typed.opt("search"),
        reasons: typed.get("reasons").to_owned(),
    };
    match pages.records.join_persons(&ctx.caller, typed.act_id(), join).await {
        Ok(_) => Ok(form::done(&format!("{}#history", record_path(&one)))),
        Err(error) if form::mendable(&error) => {
            record::render(&pages, &ctx, &one, Some(Tried { typed, error })).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enrolment_is_named_by_its_address_or_the_end_of_it() {
        let of = EnrolRef { office: "TRL-1".to_owned(), act: "abc".to_owned() };
        for text in ["TRL-1/abc", " /cro/record/TRL-1/abc ", "http://node/cro/record/TRL-1/abc/"] {
            assert_eq!(other(text), of, "{text}");
        }
    }
}
