//! `GET`/`POST /diary/new`: an entry is written; the form then stands ready for the next.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::{DiaryKind, DiaryWrite};
use roznamcha_records::{DoorError, NewAct, Receipt};
use roznamcha_words::dates;
use serde::Deserialize;

use super::form::{self, Labels, Pairs};
use super::officers;
use super::picker::{Chip, Picker};
use super::{case, show as words};
use crate::fir::field::{Choice, Form};
use crate::fir::typed::Typed;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

const LABELS: Labels = &[
    ("subject", "subject", "diary-kind"),
    ("text", "text", "diary-entry"),
    ("officers", "officers_typed", "diary-officers"),
    ("fir", "fir", "cell-fir"),
    ("informed", "informed", "informed-at"),
    ("stated", "stated", "entered-at"),
];

/// The entry just written, to be named above the next form.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    written: Option<u64>,
    day: Option<String>,
    kind: Option<String>,
}

#[derive(Template)]
#[template(path = "station/diary_new.html")]
struct New {
    shell: Shell,
    form: Form,
    kinds: Vec<Choice>,
    officers: Picker,
    day: String,
    open: bool,
    written: String,
    written_href: String,
}

/// `GET /diary/new`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let mut typed = Typed::default();
    if let Some(kind) = &asked.kind {
        typed.set("subject", kind.as_str());
    }
    let form = Form::new(&ctx.voice, "", typed);
    let written = asked.written.zip(asked.day.and_then(|d| d.parse::<jiff::civil::Date>().ok()));
    render(&pages, &ctx, form, Vec::new(), written).await.map_err(|e| ctx.problem(e))
}

/// `POST /diary/new`.
pub(crate) async fn write(
    State(pages): State<Pages>,
    ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let (chips, unknown) = officers::chosen(&pages, &ctx, &typed).await.map_err(|e| ctx.problem(e))?;
    let outcome = if unknown.is_empty() {
        perform(&pages, &ctx, &typed, &chips).await
    } else {
        Err(form::faulty(unknown))
    };
    match outcome {
        Ok(receipt) => {
            form::discard(&pages, &ctx, &typed).await;
            let entry = receipt.entries.first();
            let (day, no) = entry.map(|e| (e.period.as_str(), e.serial)).unwrap_or_default();
            Ok(form::done(&format!("/diary/new?written={no}&day={day}")))
        }
        Err(error) if form::mendable(&error) => {
            let form = form::refused(Form::new(&ctx.voice, "", typed), &error, LABELS);
            render(&pages, &ctx, form, chips, None).await.map_err(|e| ctx.problem(e))
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

async fn perform(pages: &Pages, ctx: &Ctx, typed: &Typed, chips: &[Chip]) -> Result<Receipt, DoorError> {
    let mut faults = Vec::new();
    let subject: Option<DiaryKind> = typed.choice("subject", &mut faults);
    let informed = typed.moment("informed", &mut faults);
    let stated = typed.moment("stated", &mut faults);
    if typed.get("subject").is_empty() {
        faults.push(form::fault("subject", "fault-missing"));
    }
    let (Some(subject), true) = (subject, faults.is_empty()) else { return Err(form::faulty(faults)) };
    let fir = case::case(pages, ctx, typed.get("fir"), "fir").await?;
    let body = DiaryWrite {
        subject,
        text: typed.get("text").to_owned(),
        officers: chips.iter().map(|c| c.value.clone()).collect(),
        fir,
    };
    // What is told happened no later than it was heard of or, where that is not said, than it was entered.
    let happened = informed.or(stated);
    let act = NewAct { happened, informed, stated, ..NewAct::now(typed.act_id(), body.into()) };
    pages.records.perform(&ctx.caller, act).await
}

async fn render(
    pages: &Pages,
    ctx: &Ctx,
    form: Form,
    chips: Vec<Chip>,
    written: Option<(u64, jiff::civil::Date)>,
) -> Result<Response, DoorError> {
    let desk = pages.records.desk(&ctx.caller).await?;
    let mut shell = Shell::new(pages, ctx, ctx.t("diary-new"));
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut note = (String::new(), String::new());
    if let Some((no, day)) = written {
        "diary-new".clone_into(&mut shell.draft_done);
        note.0 = ctx.voice.n("diary-written", "n", i64::try_from(no).unwrap_or(0));
        note.1 = format!("/entry?office={}&key=2/-/{day}/{no}", ctx.caller.office());
    }
    let kind = |k: &DiaryKind| Choice {
        value: k.as_str().to_owned(),
        label: words::subject(&ctx.voice, k.as_str()),
    };
    let officers = Picker::new(&form, "officers", "/diary/officers", "diary-officers", chips);
    let template = New {
        shell,
        kinds: DiaryKind::ALL.iter().map(kind).collect(),
        officers: officers.hint(&form, "diary-officers-hint").half(),
        day: desk.open_day.map(|d| dates::long_date(ctx.voice.lang, d)).unwrap_or_default(),
        open: desk.open_day.is_some(),
        written: note.0,
        written_href: note.1,
        form,
    };
    Ok(page(status, &template))
}
