//! Printed forms. Each print is an act, counted before it leaves the press.

mod case_form;
mod case_list;
mod office_form;

use axum::Router;
use axum::routing::{get, post};
use roznamcha_acts::{FieldFault, Refusal};
use roznamcha_records::DoorError;

use crate::{Ctx, Pages, Problem};

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
        .route("/cases/{fir}/print", get(case_list::show))
        .route("/cases/{fir}/print/{form}", post(case_form::print))
        .route("/print/{office}/{form}", post(office_form::print))
}

/// Why nothing was printed: the fonts are not installed.
pub(crate) fn unprinted(ctx: &Ctx) -> Problem {
    let fault = FieldFault { field: String::new(), code: "print-unavailable".to_owned() };
    ctx.problem(DoorError::Refused(Refusal::Fields { faults: vec![fault] }))
}
