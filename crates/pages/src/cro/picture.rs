//! `GET /cro/record/{office}/{act}/finger/{finger}`: the image of one finger of an enrolment.

use axum::extract::{Path, State};
use axum::response::Response;

use super::named;
use crate::files::inline;
use crate::{Ctx, Pages, Problem};

pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((office, act, finger)): Path<(String, String, u8)>,
) -> Result<Response, Problem> {
    let file = pages.records.print_image(&ctx.caller, &named((office, act)), finger).await;
    inline(file.map_err(|e| ctx.problem(e))?).map_err(|e| ctx.problem(e))
}
