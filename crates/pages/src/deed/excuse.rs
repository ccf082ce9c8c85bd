//! `/deadlines/excuse?subject=&deadline=`: why a deadline was not kept, in the words of the officer who answers for it.

use axum::Form as Sent;
use axum::extract::{Query, State};
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::{DeadlineFilter, DeadlineLine, DoorError};
use serde::Deserialize;
use serde_json::Value;

use crate::office::show::{in_query, kind_key};
use crate::station::form;
use crate::{Ctx, Pages, Problem};

use super::input::{Input, Shape};
use super::stock::Stock;
use super::work::Job;

type Pairs = Vec<(String, String)>;

/// Which deadline of what, at which station.
#[derive(Deserialize)]
pub(crate) struct Asked {
    office: String,
    subject: String,
    deadline: String,
}

/// The address at which the reason of a breach is given, for whoever answers for the deadline or is in charge there.
pub(crate) fn place(pages: &Pages, ctx: &Ctx, line: &DeadlineLine) -> Option<String> {
    let own = line.officer.as_deref() == Some(ctx.caller.officer());
    let may = pages.records.may(&ctx.caller, Action::ExcuseClock, ResourceKind::Office, &line.office);
    let (subject, deadline) = (in_query(&line.subject), in_query(&line.law.id));
    let path = format!("/deadlines/excuse?office={}&subject={subject}&deadline={deadline}", line.office);
    (own || may).then_some(path)
}

/// `GET /deadlines/excuse`
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let job = job(&pages, &ctx, &asked).await.map_err(|e| ctx.problem(e))?;
    Ok(job.blank(&pages, &ctx, &[]))
}

/// `POST /deadlines/excuse`
pub(crate) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Query(asked): Query<Asked>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Problem> {
    form::at(&mut ctx, "/deadlines");
    let job = job(&pages, &ctx, &asked).await.map_err(|e| ctx.problem(e))?;
    job.send(&pages, &ctx, pairs).await
}

async fn job(pages: &Pages, ctx: &Ctx, asked: &Asked) -> Result<Job, DoorError> {
    let filter = DeadlineFilter { office: asked.office.clone(), ..DeadlineFilter::default() };
    let board = pages.records.deadlines(&ctx.caller, &filter).await?;
    let meant = |line: &&DeadlineLine| line.subject == asked.subject && line.law.id == asked.deadline;
    let line = board.lines.iter().find(meant).ok_or(DoorError::NotFound)?;
    let path = place(pages, ctx, line);
    let path = path.ok_or_else(|| DoorError::NotAllowed { key: "denied".to_owned() })?;
    let act = ctx.voice.pick(&line.law.act_en, &line.law.act_ur).to_owned();
    let about = line.title.iter().fold(act, |act, title| format!("{act} · {title}"));
    let text = |value: &str| Value::String(value.to_owned());
    let base = [("subject", text(&line.subject)), ("deadline", text(&line.law.id))];
    let reason = Input {
        name: "reason".to_owned(),
        label: ctx.t("cell-reason"),
        hint: String::new(),
        must: true,
        maybe: false,
        shape: Shape::Text,
    };
    Ok(Job {
        kind: "clock.excuse",
        office: line.office.clone(),
        path,
        title: ctx.t(&kind_key("clock.excuse")),
        about,
        back: "/deadlines".to_owned(),
        of: format!("{}:{}", line.subject, line.law.id),
        inputs: vec![reason],
        base: base.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
        nest: None,
        text: false,
        stock: Stock::default(),
    })
}
