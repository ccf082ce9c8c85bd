//! `GET /cases/{fir}/accused`: each accused, how he stands in the case and by which acts. *Accused* is not *criminal*.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::Body;
use roznamcha_acts::views::{AccusedStatus, Keeping, NamedBy};
use roznamcha_records::{AccusedView, Paper};

use super::head::{Head, InBook};
use crate::fir::facts::{PersonLine, person_line};
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Kinds of act in which an arrest and its justification are told.
const ARRESTS: [&str; 1] = ["case.arrest"];

/// A status and since when.
struct Step {
    text: String,
    at: String,
    machine: String,
}

/// An arrest, with why it was needed.
struct Arrested {
    at: String,
    why: String,
    released: String,
}

/// An accused.
struct Accused {
    name: String,
    /// Who he is, where persons are shown.
    who: Option<PersonLine>,
    status: String,
    chip: &'static str,
    keeping: String,
    named_by: String,
    class: String,
    sent_up: Vec<String>,
    steps: Vec<Step>,
    arrests: Vec<Arrested>,
    warrants: String,
    police_days: String,
    books: Vec<InBook>,
    juvenile: bool,
    freed: bool,
    /// Where his finger-prints are taken; empty where they are not, or not by this reader.
    prints: String,
}

#[derive(Template)]
#[template(path = "case/accused.html")]
struct All {
    shell: Shell,
    head: Head,
    accused: Vec<Accused>,
}

/// `GET /cases/{fir}/accused`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(fir): Path<String>,
) -> Result<Response, Problem> {
    let head = Head::open(&pages, &ctx, &fir, "accused").await?;
    let papers = if head.file.persons && !head.file.case.is_stub() {
        let papers = pages.records.case_papers(&ctx.caller, &fir, &ARRESTS, None, 200).await;
        papers.map_err(|e| ctx.problem(e))?.papers
    } else {
        Vec::new()
    };
    let mut all: Vec<Accused> = head.file.accused.iter().map(|view| accused(&head, view, &papers)).collect();
    for (man, view) in all.iter_mut().zip(&head.file.accused).filter(|(man, _)| !man.freed) {
        // Whether prints of him may be taken now, and by this officer, the policies and the rules say.
        let (office, index) = (&head.file.case.office, view.row.index);
        let bases = pages.records.enrol_bases(&ctx.caller, office, &fir, index).await;
        if !bases.map_err(|e| ctx.problem(e))?.is_empty() {
            man.prints = format!("/cro/enrol?fir={fir}");
        }
    }
    let template = All { shell: head.shell(&pages, &ctx), accused: all, head };
    Ok(page(StatusCode::OK, &template))
}

/// The message key of a status.
pub(crate) fn status_key(status: AccusedStatus) -> String {
    format!("accused-status-{}", status.as_str().replace('_', "-"))
}

fn accused(head: &Head, view: &AccusedView, papers: &[Paper]) -> Accused {
    let (row, voice) = (&view.row, &head.voice);
    let status = row.status();
    let figure = |n: u32| if n == 0 { String::new() } else { show::count(voice, u64::from(n)) };
    let step = |link: &roznamcha_acts::views::Link| Step {
        text: voice.t(&status_key(link.status)),
        at: head.when(&link.at),
        machine: head.machine(&link.at),
    };
    let who = view.person.as_ref().map(|person| person_line(voice, "party-accused", &person.party, ""));
    Accused {
        name: head.person(row.index),
        who,
        status: voice.t(&status_key(status)),
        chip: chip(status),
        keeping: row.custody.map(|keeping| voice.t(keeping_key(keeping))).unwrap_or_default(),
        named_by: voice.t(named_key(row.named_by)),
        class: row.class.map(|class| voice.t(&format!("case-class-{}", class.as_str()))).unwrap_or_default(),
        sent_up: row.sent_up.iter().map(|code| head.sight.section(code)).collect(),
        steps: row.links.iter().map(step).collect(),
        arrests: row.arrests.iter().map(|a| arrested(head, view, a, papers)).collect(),
        warrants: figure(row.warrants),
        police_days: figure(row.police_days),
        books: head.books(&row.books),
        juvenile: row.juvenile,
        freed: row.suppressed.is_some(),
        prints: String::new(),
    }
}

fn arrested(
    head: &Head,
    view: &AccusedView,
    arrest: &roznamcha_acts::views::Arrest,
    papers: &[Paper],
) -> Arrested {
    let paper = papers.iter().find(|p| p.step.act == arrest.act).and_then(|p| p.body.as_ref());
    let why = match paper {
        Some(Body::CaseArrest(body)) => body.justification.clone(),
        _ => String::new(),
    };
    let stay = view.stays.iter().find(|stay| stay.act == arrest.act);
    let released = stay.and_then(|stay| stay.released.as_ref()).map(|(at, _)| head.when(at));
    Arrested { at: head.when(&arrest.at), why, released: released.unwrap_or_default() }
}

/// Only what the police must act upon is marked; nobody is coloured for what he is accused of.
fn chip(status: AccusedStatus) -> &'static str {
    match status {
        AccusedStatus::Absconding | AccusedStatus::Proclaimed => "chip-wait",
        AccusedStatus::Acquitted | AccusedStatus::Discharged | AccusedStatus::Withdrawn => "chip-good",
        _ => "",
    }
}

fn keeping_key(keeping: Keeping) -> &'static str {
    match keeping {
        Keeping::Police => "code-remand-police",
        Keeping::Judicial => "code-remand-judicial",
    }
}

fn named_key(by: NamedBy) -> &'static str {
    match by {
        NamedBy::Report => "accused-named-report",
        NamedBy::Informant => "accused-named-informant",
        NamedBy::Witness => "accused-named-witness",
        NamedBy::Investigation => "accused-named-investigation",
    }
}
