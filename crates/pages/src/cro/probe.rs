//! `GET /cro/search/{office}/{act}/probe/{place}`: the image of one of the prints a search is made with.

use axum::extract::{Path, State};
use axum::response::Response;

use crate::files::inline;
use crate::{Ctx, Pages, Problem};

pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((office, act, place)): Path<(String, String, usize)>,
) -> Result<Response, Problem> {
    let file = pages.records.probe_image(&ctx.caller, (&office, &act), place).await;
    inline(file.map_err(|e| ctx.problem(e))?).map_err(|e| ctx.problem(e))
}
