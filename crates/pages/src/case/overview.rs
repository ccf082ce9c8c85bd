//! `GET /cases/{fir}`: how the case stands, what may follow now, every deadline of it.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::MASK;
use serde::Deserialize;

use super::head::{Due, Head, due, stage_key};
use crate::deed;
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// An act that may follow.
struct Next {
    /// Its form; empty where it has none upon a case.
    href: String,
    text: String,
    citation: String,
    /// The stage it leads to; empty where it leads to none.
    leads: String,
}

#[derive(Template)]
#[template(path = "case/overview.html")]
struct Overview {
    shell: Shell,
    head: Head,
    sections: Vec<String>,
    clocks: Vec<Due>,
    next: Vec<Next>,
    who_looked: bool,
    /// An act upon it was written just now.
    done: bool,
}

/// What the address says besides the case.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    done: Option<String>,
}

/// `GET /cases/{fir}`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(fir): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let head = Head::open(&pages, &ctx, &fir, "").await?;
    let acts = pages.records.next_acts(&ctx.caller, &head.file).await.map_err(|e| ctx.problem(e))?;
    let next = acts.into_iter().map(|act| Next {
        href: deed::place(&act.kind, Some(&fir)).unwrap_or_default(),
        text: ctx.t(&show::kind_key(&act.kind)),
        leads: act.to.map(|to| ctx.t(&stage_key(to.as_str()))).unwrap_or_default(),
        citation: act.citation,
    });
    let now = pages.records.now();
    let office = &head.file.case.office;
    let template = Overview {
        shell: head.shell(&pages, &ctx),
        sections: head.file.case.charged().map(|code| head.sight.section(code)).collect(),
        clocks: head.file.clocks.iter().map(|line| due(&head.sight, line, now)).collect(),
        next: next.collect(),
        done: asked.done.is_some(),
        who_looked: pages.records.may(&ctx.caller, Action::ReadWhoLooked, ResourceKind::Fir, office),
        head,
    };
    Ok(page(StatusCode::OK, &template))
}

impl Overview {
    /// A text of the report, where it is shown.
    fn brief(&self) -> &str {
        let brief = self.head.file.fir.fir.as_ref().map_or("", |f| f.brief.as_str());
        if brief == MASK { "" } else { brief }
    }

    fn place(&self) -> &str {
        let place = self.head.file.fir.fir.as_ref().map_or("", |f| f.place.text.as_str());
        if place == MASK { "" } else { place }
    }

    fn informant(&self) -> String {
        let shown = self.head.file.fir.fir.as_ref().filter(|f| f.informant.name != MASK);
        shown.map(|f| f.informant.line()).unwrap_or_default()
    }
}
