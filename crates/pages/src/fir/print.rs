//! Printing a report: each print is counted as an act before it leaves the press; a draft prints as provisional.

use axum::Form as Sent;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use roznamcha_acts::FieldFault;
use roznamcha_sheets::Printed;

use crate::{Ctx, Pages, Problem};

use super::typed::Typed;
use super::{new, read, show};

/// `POST /fir/{act}/print`: `kind` is `fir` or `complainant_copy`, `copy` one of the four.
pub(crate) async fn print(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path(act): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    ctx.path = format!("/fir/{act}");
    let typed = Typed::read(pairs);
    let Some(copyist) = pages.copyist() else {
        let tried = show::Tried::said(&ctx, "print", typed, "print-unavailable");
        return show::render(&pages, &ctx, &act, Some(tried)).await;
    };
    let which = (typed.get("kind"), typed.get("copy"));
    let printed = copyist.fir(&ctx.caller, ctx.voice.lang, typed.act_id(), &act, which).await;
    Ok(pdf(printed.map_err(|e| ctx.problem(e))?))
}

/// `POST /fir/preview`: what is typed, marked as provisional. It has no number and is not counted.
pub(crate) async fn preview(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    ctx.path = "/fir/new".to_owned();
    let typed = Typed::read(pairs).compact(&read::GROUPS);
    let Some(copyist) = pages.copyist() else {
        let fault = FieldFault { field: String::new(), code: "print-unavailable".to_owned() };
        return new::refused(&pages, &ctx, typed, &[fault]).await;
    };
    let fir = match read::report(&typed, &pages.records, &ctx, true) {
        Ok(fir) => fir,
        Err(faults) => return new::refused(&pages, &ctx, typed, &faults).await,
    };
    Ok(pdf(copyist.provisional(&ctx.caller, &fir).await.map_err(|e| ctx.problem(e))?))
}

/// A document as it is answered.
pub(crate) fn pdf(printed: Printed) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{}\"", printed.name)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (StatusCode::OK, headers, printed.pdf).into_response()
}
