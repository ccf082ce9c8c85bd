//! `/entry/fill?key=&field=`: a column of an entry that is filled later, once: the reply to a letter, the return of a
//! process, the order on a kalandra.

use axum::Form as Sent;
use axum::extract::{Query, State};
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::views::EntryRow;
use roznamcha_records::DoorError;
use roznamcha_statute::{Column, Filled};
use serde::Deserialize;
use serde_json::Value;

use crate::office::show::in_query;
use crate::station::entry::heading;
use crate::station::form;
use crate::{Ctx, Pages, Problem};

use super::columns;
use super::stock::Stock;
use super::work::Job;

type Pairs = Vec<(String, String)>;

/// Which column of which entry.
#[derive(Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
    key: String,
    field: String,
}

/// Columns of an entry that this officer may fill now: address and name.
pub(crate) fn open(pages: &Pages, ctx: &Ctx, row: &EntryRow) -> Vec<(String, String)> {
    let may = pages.records.may(&ctx.caller, Action::KeepBook, ResourceKind::Register, &row.office);
    if !may || row.gone.is_some() || row.cells.is_empty() {
        return Vec::new();
    }
    let link = |column: &Column| {
        let (key, field) = (in_query(&row.entry.to_string()), in_query(&column.key));
        let href = format!("/entry/fill?office={}&key={key}&field={field}", row.office);
        (href, ctx.voice.pick(&column.en, &column.ur).to_owned())
    };
    fillable(pages, ctx, row).into_iter().map(link).collect()
}

fn fillable<'a>(pages: &'a Pages, ctx: &Ctx, row: &EntryRow) -> Vec<&'a Column> {
    let Some(part) = columns::part_of(pages, ctx, &row.entry.register, &row.entry.part) else {
        return Vec::new();
    };
    let standing = |key: &str| row.cells.iter().any(|c| c.key == key && !c.value.is_empty());
    let open = |column: &&Column| match column.pen.filled {
        Filled::List => true,
        Filled::Later => !standing(&column.key),
        Filled::Entry | Filled::Act => false,
    };
    columns::columns(pages, ctx, part).into_iter().filter(open).collect()
}

/// `GET /entry/fill`
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (job, open) = job(&pages, &ctx, &asked).await.map_err(|e| ctx.problem(e))?;
    if !open {
        // Filled already, or never by hand: what stands there is shown.
        return Ok(form::done(&job.back));
    }
    Ok(job.blank(&pages, &ctx, &[]))
}

/// `POST /entry/fill`
pub(crate) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Query(asked): Query<Asked>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Problem> {
    form::at(&mut ctx, &format!("/entry?key={}", in_query(&asked.key)));
    let (job, _) = job(&pages, &ctx, &asked).await.map_err(|e| ctx.problem(e))?;
    job.send(&pages, &ctx, pairs).await
}

/// The form, and whether the column is open.
async fn job(pages: &Pages, ctx: &Ctx, asked: &Asked) -> Result<(Job, bool), DoorError> {
    let office = asked.office.clone().filter(|o| !o.is_empty());
    let office = office.unwrap_or_else(|| ctx.caller.office().to_owned());
    let view = pages.records.entry(&ctx.caller, &office, &asked.key).await?;
    let row = &view.row;
    if !pages.records.may(&ctx.caller, Action::KeepBook, ResourceKind::Register, &office) {
        return Err(DoorError::NotAllowed { key: "denied".to_owned() });
    }
    let part = columns::part_of(pages, ctx, &row.entry.register, &row.entry.part);
    let part = part.ok_or(DoorError::NotFound)?;
    let all = columns::columns(pages, ctx, part);
    let column = all.into_iter().find(|c| c.key == asked.field).ok_or(DoorError::NotFound)?;
    let open = fillable(pages, ctx, row).iter().any(|c| c.key == asked.field);
    let stock = Stock::of_officers(pages, ctx, &office).await?;
    let (key, field) = (in_query(&asked.key), in_query(&asked.field));
    let entry = Value::String(row.entry.to_string());
    let base = [("entry".to_owned(), entry), ("field".to_owned(), Value::String(asked.field.clone()))];
    let job = Job {
        kind: "book.fill",
        office: office.clone(),
        path: format!("/entry/fill?office={office}&key={key}&field={field}"),
        title: ctx.voice.pick(&column.en, &column.ur).to_owned(),
        about: heading(pages, ctx, row),
        back: format!("/entry?office={office}&key={key}"),
        of: format!("{}:{}", asked.key, asked.field),
        inputs: vec![columns::input(ctx, &stock, column, "value".to_owned(), true)],
        base: base.into_iter().collect(),
        nest: None,
        text: true,
        stock,
    };
    Ok((job, open))
}
