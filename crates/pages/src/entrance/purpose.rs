//! `/purpose`: why the officer reads, stated once and recorded with every reading until he states another.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Form, Router};
use roznamcha_acts::{FieldFault, Refusal};
use roznamcha_records::{DoorError, Purpose};

use crate::fir::typed::Typed;
use crate::problem::own_path;
use crate::purpose::{CASE, NEXT, PURPOSE, SENT};
use crate::{Ctx, Pages, Problem};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/purpose", post(state))
}

async fn state(
    State(pages): State<Pages>,
    ctx: Ctx,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let Ok(purpose) = typed.get(PURPOSE).parse::<Purpose>() else {
        let fault = FieldFault { field: "purpose".to_owned(), code: "fault-choice".to_owned() };
        return Err(ctx.problem(DoorError::Refused(Refusal::Fields { faults: vec![fault] })));
    };
    pages.records.state_purpose(&ctx.caller, purpose, typed.get(CASE)).await.map_err(|e| ctx.problem(e))?;
    let next = own_path(typed.get(NEXT));
    if typed.ticked(SENT) {
        // The same fields go on to where they were sent: the browser sends them there again.
        return Ok(Redirect::temporary(next).into_response());
    }
    Ok(Redirect::to(next).into_response())
}
