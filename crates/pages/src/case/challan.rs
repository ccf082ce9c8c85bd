//! `GET /cases/{fir}/challan`: reports under section 173: who is sent up how, objections, where each lies.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_records::{EntryView, ReportView};
use roznamcha_words::dates;

use super::head::Head;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// An accused in a report.
struct Person {
    name: String,
    class: String,
    sections: Vec<String>,
}

/// An objection and its answer.
struct Objection {
    text: String,
    answer: String,
    answered: bool,
}

/// A report.
struct Report {
    kind: String,
    state: String,
    chip: &'static str,
    submitted: String,
    machine: String,
    officer: String,
    prosecutor: String,
    court: String,
    court_no: String,
    received: String,
    persons: Vec<Person>,
    objections: Vec<Objection>,
}

#[derive(Template)]
#[template(path = "case/challan.html")]
struct Challan {
    shell: Shell,
    head: Head,
    reports: Vec<Report>,
}

/// `GET /cases/{fir}/challan`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(fir): Path<String>,
) -> Result<Response, Problem> {
    let head = Head::open(&pages, &ctx, &fir, "challan").await?;
    let template = Challan {
        shell: head.shell(&pages, &ctx),
        reports: head.file.reports.iter().map(|view| report(&head, view)).collect(),
        head,
    };
    Ok(page(StatusCode::OK, &template))
}

fn report(head: &Head, view: &ReportView) -> Report {
    use roznamcha_acts::views::ReportState as State;
    let (row, voice) = (&view.row, &head.voice);
    let person = |(index, class): &(u32, roznamcha_acts::views::CustodyClass)| {
        let accused = head.file.accused.iter().find(|a| a.row.index == *index);
        let sections = accused.map(|a| a.row.sent_up.iter().map(|c| head.sight.section(c)).collect());
        Person {
            name: head.person(*index),
            class: voice.t(&format!("case-class-{}", class.as_str())),
            sections: sections.unwrap_or_default(),
        }
    };
    let objection = |o: &roznamcha_acts::views::Objection| {
        let line = view.objections.iter().find(|line| line.row.entry == o.entry);
        let cell = |key: &str| line.and_then(|l: &EntryView| l.row.current(key)).unwrap_or_default();
        Objection { text: cell("objection"), answer: cell("reply"), answered: o.answered }
    };
    Report {
        kind: row.kind.map_or_else(
            || voice.t("entry-gone-short"),
            |kind| voice.t(&format!("case-report-{}", kind.as_str().replace('_', "-"))),
        ),
        state: voice.t(&format!("case-report-state-{}", row.state.as_str().replace('_', "-"))),
        chip: match row.state {
            State::Objected | State::Returned => "chip-alert",
            State::WithProsecutor | State::Forwarded => "chip-wait",
            State::InCourt | State::Ordered => "chip-good",
        },
        submitted: head.when(&row.submitted),
        machine: head.machine(&row.submitted),
        officer: head.sight.officer(&row.officer),
        prosecutor: row.prosecutor.clone().unwrap_or_default(),
        court: row.court.clone().unwrap_or_default(),
        court_no: row.court_no.clone().unwrap_or_default(),
        received: row.received.map(|day| dates::date(voice.lang, day)).unwrap_or_default(),
        persons: row.persons.iter().map(person).collect(),
        objections: row.objections.iter().map(objection).collect(),
    }
}
