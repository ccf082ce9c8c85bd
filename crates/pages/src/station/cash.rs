//! `/cash`: money received and paid (register XX), and the balance.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::ResourceKind;
use roznamcha_acts::kinds::{CashMove, Direction};
use roznamcha_books::Plan;
use roznamcha_records::{Action, DoorError, NewAct, Receipt, RegisterQuestion};
use roznamcha_statute::RegisterNo;
use serde::Deserialize;

use super::book::{Book, Place};
use super::form::{self, Labels, Pairs};
use crate::fir::field::{Choice, Form, Select};
use crate::fir::typed::Typed;
use crate::office::show::rupees;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_sheets::Sight;

const LABELS: Labels = &[
    ("direction", "direction", "cash-direction"),
    ("amount_paisa", "amount", "cash-amount"),
    ("amount", "amount", "cash-amount"),
    ("head", "head", "cash-head"),
    ("party", "party", "cash-party"),
    ("voucher", "voucher", "cash-voucher"),
    ("purpose", "purpose", "cell-purpose"),
];

/// Entries to the page.
const PAGE: u32 = 50;

/// Which page; whether an entry was just written.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    after: Option<String>,
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "station/cash.html")]
struct Cash {
    shell: Shell,
    balance: String,
    book: Book,
    older: String,
    form: Form,
    directions: Vec<Choice>,
    heads: Select,
    may: bool,
    done: bool,
}

/// `GET /cash`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let form = Form::new(&ctx.voice, "", Typed::default());
    render(&pages, &ctx, form, asked).await.map_err(|e| ctx.problem(e))
}

/// `POST /cash`.
pub(crate) async fn write(
    State(pages): State<Pages>,
    ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    match perform(&pages, &ctx, &typed).await {
        Ok(_) => {
            form::discard(&pages, &ctx, &typed).await;
            Ok(form::done("/cash?done=1"))
        }
        Err(error) if form::mendable(&error) => {
            let form = form::refused(Form::new(&ctx.voice, "", typed), &error, LABELS);
            render(&pages, &ctx, form, Asked::default()).await.map_err(|e| ctx.problem(e))
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

async fn perform(pages: &Pages, ctx: &Ctx, typed: &Typed) -> Result<Receipt, DoorError> {
    let mut faults = Vec::new();
    let direction: Option<Direction> = typed.choice("direction", &mut faults);
    let amount = form::paisa(typed, "amount", &mut faults);
    if typed.get("direction").is_empty() {
        faults.push(form::fault("direction", "fault-missing"));
    }
    let (Some(direction), Some(amount_paisa), true) = (direction, amount, faults.is_empty()) else {
        return Err(form::faulty(faults));
    };
    let body = CashMove {
        direction,
        amount_paisa,
        head: typed.get("head").to_owned(),
        party: typed.get("party").to_owned(),
        voucher: typed.get("voucher").to_owned(),
        purpose: typed.get("purpose").to_owned(),
    };
    pages.records.perform(&ctx.caller, NewAct::now(typed.act_id(), body.into())).await
}

async fn render(pages: &Pages, ctx: &Ctx, form: Form, asked: Asked) -> Result<Response, DoorError> {
    let office = ctx.caller.office();
    let desk = pages.records.desk(&ctx.caller).await?;
    let question = RegisterQuestion {
        office: office.to_owned(),
        register: "20".to_owned(),
        after: asked.after.filter(|a| !a.is_empty()),
        newest_first: true,
        limit: PAGE,
        ..RegisterQuestion::default()
    };
    let read = pages.records.register(&ctx.caller, &question).await?;
    let sight = Sight::of(&pages.records, &ctx.voice, office, read.entries.iter().map(|e| &e.row)).await?;
    let defect = |e: String| DoorError::Defect(e);
    let number = RegisterNo::new(20).map_err(|e| defect(e.to_string()))?;
    let plan = Plan::of(pages.records.statute(), number, "-").map_err(|e| defect(e.to_string()))?;
    let heads = form.choices("code-head-", &["diet", "fine", "deposit", "advance", "other"]);
    let direction = |value: &str, key: &str| Choice { value: value.to_owned(), label: ctx.t(key) };
    let mut shell = Shell::new(pages, ctx, ctx.t("cash-title"));
    if asked.done.is_some() {
        "cash-move".clone_into(&mut shell.draft_done);
    }
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = Cash {
        shell,
        balance: rupees(&ctx.voice, desk.cash_paisa),
        book: Book::of(&sight, &plan, &Place::default(), &read.entries),
        older: read.next.map(|n| format!("/cash?after={n}")).unwrap_or_default(),
        directions: vec![direction("in", "cash-in"), direction("out", "cash-out")],
        heads: form.select("head", "cash-head", "choose", heads).must(&form),
        may: pages.records.may(&ctx.caller, Action::MoveCash, ResourceKind::Office, office),
        done: asked.done.is_some(),
        form,
    };
    Ok(page(status, &template))
}
