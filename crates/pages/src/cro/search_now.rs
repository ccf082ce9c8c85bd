//! `POST /cro/search/{office}/{act}/list` and `POST /cro/record/{office}/{act}/search`: the engine looks now, where it
//! could not when the search was opened or the person enrolled.

use axum::extract::{Path, State};
use axum::response::Response;

use super::{named, search_path};
use crate::station::form;
use crate::{Ctx, Pages, Problem};

/// A search slip's list.
pub(super) async fn list(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path((office, act)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let path = search_path(&office, &act);
    form::at(&mut ctx, &path);
    pages.records.list_again(&ctx.caller, &act).await.map_err(|e| ctx.problem(e))?;
    Ok(form::done(&path))
}

/// The search for one who was enrolled.
pub(super) async fn enrolled(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path(of): Path<(String, String)>,
) -> Result<Response, Problem> {
    form::at(&mut ctx, "/cro");
    let search = pages.records.search_again(&ctx.caller, &named(of)).await.map_err(|e| ctx.problem(e))?;
    let to = search.map_or_else(|| "/cro".to_owned(), |search| search_path(&search.office, &search.act));
    Ok(form::done(&to))
}
