//! `GET /cases/{fir}/timeline`: every act upon the case, with where it stands in the registers and what it is about.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::views::StepRow;
use roznamcha_words::dates;
use serde::Deserialize;

use super::head::{Head, InBook};
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Acts to the page.
const PAGE: u32 = 50;

/// Which page.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    after: Option<u64>,
    #[serde(default)]
    oldest: bool,
}

/// An act as it is shown.
pub(crate) struct Line {
    pub act: String,
    pub hour: String,
    pub day: String,
    pub machine: String,
    /// When it was written, where that differs by more than a minute; empty where it does not.
    pub written: String,
    pub what: String,
    /// Where it can be read; empty where nowhere here.
    pub href: String,
    pub zimni: String,
    pub officer: String,
    pub persons: Vec<String>,
    pub books: Vec<InBook>,
    pub court: bool,
}

/// The acts of one day.
struct Day {
    text: String,
    machine: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "case/timeline.html")]
struct Timeline {
    shell: Shell,
    head: Head,
    days: Vec<Day>,
    oldest: bool,
    /// The query of the next page; empty for none.
    more: String,
    later: bool,
}

/// `GET /cases/{fir}/timeline`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(fir): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let mut head = Head::open(&pages, &ctx, &fir, "timeline").await?;
    let steps = pages.records.case_steps(&ctx.caller, &fir, asked.after, !asked.oldest, PAGE).await;
    let steps = steps.map_err(|e| ctx.problem(e))?;
    let officers = steps.steps.iter().map(|s| s.officer.clone()).collect();
    head.sight.learn_names(officers).await.map_err(|e| ctx.problem(e))?;
    let oldest = if asked.oldest { "&oldest=true" } else { "" };
    let template = Timeline {
        shell: head.shell(&pages, &ctx),
        days: days(&head, &steps.steps),
        oldest: asked.oldest,
        more: steps.next.map(|seq| format!("?after={seq}{oldest}")).unwrap_or_default(),
        later: asked.after.is_some(),
        head,
    };
    Ok(page(StatusCode::OK, &template))
}

/// Acts under the day on which they were written: the order of the journal is kept.
fn days(head: &Head, steps: &[StepRow]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for step in steps {
        let day = step.written.day();
        let machine = day.to_string();
        if days.last().is_none_or(|d| d.machine != machine) {
            let text = dates::long_date(head.voice.lang, day);
            days.push(Day { text, machine, lines: Vec::new() });
        }
        if let Some(last) = days.last_mut() {
            last.lines.push(line(head, step));
        }
    }
    days
}

/// An act.
pub(crate) fn line(head: &Head, step: &StepRow) -> Line {
    let voice = &head.voice;
    let apart = step.written.seconds_since(step.happened).abs() > 60;
    Line {
        act: step.act.clone(),
        hour: dates::time(voice.lang, step.written.local().time()),
        day: dates::date(voice.lang, step.written.day()),
        machine: head.machine(&step.written),
        written: if apart { head.when(&step.happened) } else { String::new() },
        what: voice.t(&show::kind_key(&step.kind)),
        href: place(head, step),
        zimni: step.zimni.map(|no| show::count(voice, no)).unwrap_or_default(),
        officer: head.sight.officer(&step.officer),
        persons: persons(head, step),
        books: head.books(&step.entries),
        court: court(&step.kind),
    }
}

/// Whether prosecutor or court did it, and the station wrote it down.
fn court(kind: &str) -> bool {
    matches!(kind, "challan.object" | "challan.forward" | "challan.receive" | "final.agree" | "final.order")
        || kind.starts_with("accused.")
        || kind.starts_with("appeal.")
        || matches!(kind, "case.hearing" | "case.charge" | "case.stay" | "case.unstay" | "case.quash")
        || matches!(kind, "case.compound" | "case.withdraw")
}

/// Where more of an act is to be read.
fn place(head: &Head, step: &StepRow) -> String {
    let fir = &head.file.case.fir;
    match step.kind.as_str() {
        "fir.register" | "fir.sign" | "fir.despatch" | "fir.seal" | "fir.unseal" => format!("/fir/{fir}"),
        "attach.add" => format!("/fir/{fir}#files"),
        "case.zimni" => match step.zimni.filter(|_| head.file.diaries) {
            Some(no) => head.href(&format!("zimni/{no}")),
            None => String::new(),
        },
        "case.sections" | "case.assign" | "case.apply" | "case.reassign" | "case.version" => {
            head.href("sections")
        }
        kind if kind.starts_with("challan.") || kind.starts_with("final.") => head.href("challan"),
        kind if kind.starts_with("property.") || kind.starts_with("road.") || kind.starts_with("docket.") => {
            head.href("property")
        }
        "case.nominate" | "case.arrest" | "case.inform" | "case.remand" | "case.bail" | "case.release"
        | "case.warrant" | "case.proclaim" => head.href("accused"),
        "case.statement" => head.href("persons"),
        kind if court(kind) => head.href("court"),
        _ => String::new(),
    }
}

/// The persons of the case it is about.
fn persons(head: &Head, step: &StepRow) -> Vec<String> {
    let prefix = format!("{}/", head.file.case.fir);
    let index = |key: &String| key.strip_prefix(&prefix).and_then(|n| n.parse::<u32>().ok());
    step.refs.iter().filter_map(index).map(|index| head.person(index)).collect()
}
