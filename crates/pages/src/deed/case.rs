//! `/cases/{fir}/do/{kind}`: an act upon a case, by its form; not now, or not by this officer, the page says why and by
//! which law.

use axum::Form as Sent;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use roznamcha_records::{CaseDesk, DoorError};
use serde_json::{Map, Value};

use crate::office::show::kind_key;
use crate::station::form;
use crate::{Ctx, Pages, Problem};

use super::input::inputs;
use super::plan::Deed;
use super::plans;
use super::stock::Stock;
use super::work::Job;

type Pairs = Vec<(String, String)>;

/// `GET /cases/{fir}/do/{kind}`
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((fir, kind)): Path<(String, String)>,
    Query(asked): Query<Pairs>,
) -> Result<Response, Problem> {
    let (deed, desk) = upon(&pages, &ctx, &fir, &kind).await.map_err(|e| ctx.problem(e))?;
    let may = pages.records.may_follow(&ctx.caller, &desk.row, deed.kind, deed.action).await;
    may.map_err(|e| ctx.problem(e))?;
    let job = job(&pages, &ctx, deed, desk).await.map_err(|e| ctx.problem(e))?;
    Ok(job.blank(&pages, &ctx, &asked))
}

/// `POST /cases/{fir}/do/{kind}`. Whether it may follow is the rules' to say, so that the same form sent twice is one act.
pub(crate) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path((fir, kind)): Path<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Problem> {
    form::at(&mut ctx, &format!("/cases/{fir}/do/{kind}"));
    let (deed, desk) = upon(&pages, &ctx, &fir, &kind).await.map_err(|e| ctx.problem(e))?;
    let job = job(&pages, &ctx, deed, desk).await.map_err(|e| ctx.problem(e))?;
    job.send(&pages, &ctx, pairs).await
}

async fn upon(
    pages: &Pages,
    ctx: &Ctx,
    fir: &str,
    kind: &str,
) -> Result<(&'static Deed, CaseDesk), DoorError> {
    let deed = plans::of(kind).filter(|deed| deed.upon_case).ok_or(DoorError::NotFound)?;
    Ok((deed, pages.records.case_desk(&ctx.caller, fir).await?))
}

async fn job(pages: &Pages, ctx: &Ctx, deed: &'static Deed, desk: CaseDesk) -> Result<Job, DoorError> {
    let (office, fir) = (desk.line.office.clone(), desk.line.act.clone());
    let title = ctx.t(&kind_key(deed.kind));
    let number = format!("{}/{}", desk.line.no, desk.line.year);
    let about = ctx.voice.with("deed-of-case", &[("number", number.as_str().into())]);
    let stock = Stock::load(pages, ctx, deed, &office, Some(desk)).await?;
    let base = Map::from_iter([("fir".to_owned(), Value::String(fir.clone()))]);
    let job = Job {
        kind: deed.kind,
        office,
        path: format!("/cases/{fir}/do/{}", deed.kind),
        title,
        about,
        back: format!("/cases/{fir}"),
        of: fir,
        inputs: inputs(deed.fields, &stock, &ctx.voice),
        base,
        nest: None,
        text: false,
        stock,
    };
    Ok(job.with_hour(ctx))
}
