//! `/do/{kind}`: an act of the station that is upon no case, by its form.

use axum::Form as Sent;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use roznamcha_access::ResourceKind;
use roznamcha_records::DoorError;
use serde_json::Map;

use crate::office::show::{in_query, kind_key};
use crate::station::choose;
use crate::station::form;
use crate::{Ctx, Pages, Problem};

use super::input::inputs;
use super::plan::Deed;
use super::plans::{self, Elsewhere};
use super::stock::{Stock, office_name};
use super::work::Job;

type Pairs = Vec<(String, String)>;

fn said(pairs: &Pairs, name: &str) -> Option<String> {
    pairs.iter().find(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.clone())
}

/// `GET /do/{kind}`
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(kind): Path<String>,
    Query(asked): Query<Pairs>,
) -> Result<Response, Problem> {
    if let Some(Elsewhere::Page(page)) = plans::elsewhere(&kind) {
        return Ok(Redirect::to(page).into_response());
    }
    let deed = plans::of(&kind).ok_or_else(|| ctx.problem(DoorError::NotFound))?;
    if deed.upon_case {
        // An act upon a case begins at the case.
        let to = said(&asked, "fir")
            .map_or_else(|| "/cases".to_owned(), |f| format!("/cases/{}/do/{kind}", in_query(&f)));
        return Ok(Redirect::to(&to).into_response());
    }
    let Some(office) = choose::office_of(&pages, &ctx, said(&asked, "office").as_deref()) else {
        return Ok(choose::choose(&pages, &ctx, &format!("/do/{kind}")));
    };
    let job = job(&pages, &ctx, deed, &office, &asked).await.map_err(|e| ctx.problem(e))?;
    Ok(job.blank(&pages, &ctx, &asked))
}

/// `POST /do/{kind}`
pub(crate) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path(kind): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Problem> {
    form::at(&mut ctx, &format!("/do/{kind}"));
    let deed = plans::of(&kind).filter(|d| !d.upon_case);
    let deed = deed.ok_or_else(|| ctx.problem(DoorError::NotFound))?;
    let office = said(&pairs, "office").unwrap_or_else(|| ctx.caller.office().to_owned());
    let job = job(&pages, &ctx, deed, &office, &pairs).await.map_err(|e| ctx.problem(e))?;
    job.send(&pages, &ctx, pairs).await
}

async fn job(
    pages: &Pages,
    ctx: &Ctx,
    deed: &'static Deed,
    office: &str,
    asked: &Pairs,
) -> Result<Job, DoorError> {
    if !pages.records.may(&ctx.caller, deed.action, ResourceKind::Office, office) {
        return Err(DoorError::NotAllowed { key: "denied".to_owned() });
    }
    let stock = Stock::load(pages, ctx, deed, office, None).await?;
    let stock = stock.narrowed(said(asked, "of_case").as_deref(), said(asked, "road").as_deref());
    let job = Job {
        kind: deed.kind,
        office: office.to_owned(),
        path: format!("/do/{}", deed.kind),
        title: ctx.t(&kind_key(deed.kind)),
        about: office_name(pages, ctx, office),
        back: String::new(),
        of: String::new(),
        inputs: inputs(deed.fields, &stock, &ctx.voice),
        base: Map::new(),
        nest: None,
        text: false,
        stock,
    };
    Ok(job.with_hour(ctx))
}
