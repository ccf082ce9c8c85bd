//! `GET /cases/{fir}/court`: the case before the court: hearings with the order of each day, stays, outcome.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::{Body, CaseHearing};
use roznamcha_acts::views::Stay;
use roznamcha_words::dates;
use serde::Deserialize;

use super::head::Head;
use super::timeline::{Line, line};
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Hearings and orders to the page.
const PAGE: u32 = 50;

/// What a court does with a case, beside its hearings.
const ORDERS: [&str; 17] = [
    "case.charge",
    "case.stay",
    "case.unstay",
    "case.transfer",
    "case.quash",
    "case.compound",
    "case.withdraw",
    "case.shelve",
    "case.reopen",
    "case.falsehood",
    "final.order",
    "accused.convict",
    "accused.acquit",
    "accused.discharge",
    "accused.abate",
    "appeal.decide",
    "challan.receive",
];

/// Which page of the hearings.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    after: Option<u64>,
}

/// A hearing.
struct Hearing {
    on: String,
    machine: String,
    court: String,
    purpose: String,
    order: String,
    next: String,
    witnesses: String,
}

/// A stay order.
struct Stayed {
    from: String,
    until: String,
}

#[derive(Template)]
#[template(path = "case/court.html")]
struct Court {
    shell: Shell,
    head: Head,
    hearings: Vec<Hearing>,
    orders: Vec<Line>,
    stays: Vec<Stayed>,
    outcome: String,
    more: String,
    later: bool,
}

/// `GET /cases/{fir}/court`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(fir): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let mut head = Head::open(&pages, &ctx, &fir, "court").await?;
    let (mut hearings, mut orders, mut more) = (Vec::new(), Vec::new(), String::new());
    if head.file.persons && !head.file.case.is_stub() {
        let caller = &ctx.caller;
        let heard = pages.records.case_papers(caller, &fir, &["case.hearing"], asked.after, PAGE).await;
        let heard = heard.map_err(|e| ctx.problem(e))?;
        let ordered = pages.records.case_papers(caller, &fir, &ORDERS, None, 200).await;
        let ordered = ordered.map_err(|e| ctx.problem(e))?;
        let officers = ordered.papers.iter().map(|p| p.step.officer.clone()).collect();
        head.sight.learn_names(officers).await.map_err(|e| ctx.problem(e))?;
        let hearing_of = |body: &Body| match body {
            Body::CaseHearing(day) => Some(hearing(&head, day)),
            _ => None,
        };
        hearings = heard.papers.iter().filter_map(|p| p.body.as_ref()).filter_map(hearing_of).collect();
        orders = ordered.papers.iter().map(|p| line(&head, &p.step)).collect();
        more = heard.next.map(|seq| format!("?after={seq}")).unwrap_or_default();
    }
    let stay = |s: &Stay| Stayed {
        from: head.when(&s.from),
        until: s.until.as_ref().map(|at| head.when(at)).unwrap_or_default(),
    };
    let outcome = head.file.case.outcome.as_ref().map(|o| format!("{} · {}", head.stage, head.when(&o.at)));
    let template = Court {
        shell: head.shell(&pages, &ctx),
        stays: head.file.case.stays.iter().map(stay).collect(),
        outcome: outcome.unwrap_or_default(),
        hearings,
        orders,
        more,
        later: asked.after.is_some(),
        head,
    };
    Ok(page(StatusCode::OK, &template))
}

fn hearing(head: &Head, day: &CaseHearing) -> Hearing {
    let lang = head.voice.lang;
    let purpose = |p: roznamcha_acts::kinds::HearingPurpose| head.t(&format!("case-hearing-{}", p.as_str()));
    let next = day.next.map(|next| dates::date(lang, next));
    let next = next.into_iter().chain(day.next_purpose.map(purpose)).collect::<Vec<_>>();
    Hearing {
        on: dates::date(lang, day.on),
        machine: day.on.to_string(),
        court: day.court.clone(),
        purpose: purpose(day.purpose),
        order: day.order.clone(),
        next: next.join(" · "),
        witnesses: day.witnesses.join(head.voice.pick(", ", "، ")),
    }
}
