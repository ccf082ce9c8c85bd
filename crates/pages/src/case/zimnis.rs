//! `GET /cases/{fir}/zimnis`: the index of the case diaries: number, date and officer, nothing else.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::head::Head;
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Lines to the page.
const PAGE: u32 = 100;

/// Which page.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    after: u64,
}

/// A line of the index.
struct Line {
    no: String,
    href: String,
    date: String,
    machine: String,
    officer: String,
    gone: bool,
}

#[derive(Template)]
#[template(path = "case/zimnis.html")]
struct Index {
    shell: Shell,
    head: Head,
    lines: Vec<Line>,
    more: String,
    later: bool,
}

/// `GET /cases/{fir}/zimnis`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(fir): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let mut head = Head::open(&pages, &ctx, &fir, "zimnis").await?;
    let index = pages.records.zimni_index(&ctx.caller, &fir, asked.after, PAGE).await;
    let index = index.map_err(|e| ctx.problem(e))?;
    let officers = index.lines.iter().map(|l| l.officer.clone()).collect();
    head.sight.learn_names(officers).await.map_err(|e| ctx.problem(e))?;
    let line = |l: &roznamcha_records::ZimniLine| Line {
        no: show::count(&head.voice, l.no),
        href: if head.file.diaries && !l.gone {
            head.href(&format!("zimni/{}", l.no))
        } else {
            String::new()
        },
        date: head.when(&l.date),
        machine: head.machine(&l.date),
        officer: head.sight.officer(&l.officer),
        gone: l.gone,
    };
    let template = Index {
        shell: head.shell(&pages, &ctx),
        lines: index.lines.iter().map(line).collect(),
        more: index.next.map(|no| format!("?after={no}")).unwrap_or_default(),
        later: asked.after > 0,
        head,
    };
    Ok(page(StatusCode::OK, &template))
}
