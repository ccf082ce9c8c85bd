//! `GET /cases/{fir}/zimni/{no}`: one case diary, for those who may read it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_records::{DoorError, ZimniView};

use super::head::Head;
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

#[derive(Template)]
#[template(path = "case/zimni.html")]
struct Diary {
    shell: Shell,
    head: Head,
    no: String,
    officer: String,
    zimni: ZimniView,
    before: String,
    after: String,
}

/// `GET /cases/{fir}/zimni/{no}`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((fir, no)): Path<(String, u64)>,
) -> Result<Response, Problem> {
    let missing = || ctx.problem(DoorError::NotFound);
    let found = pages.records.zimnis(&ctx.caller, &fir, no.saturating_sub(1), 1).await;
    let found = found.map_err(|e| ctx.problem(e))?.zimnis;
    let zimni = found.into_iter().next().filter(|z| z.line.no == no).ok_or_else(missing)?;
    let mut head = Head::open(&pages, &ctx, &fir, "zimnis").await?;
    head.sight.learn_names(vec![zimni.line.officer.clone()]).await.map_err(|e| ctx.problem(e))?;
    let beside = |no: u64| head.href(&format!("zimni/{no}"));
    let template = Diary {
        shell: head.shell(&pages, &ctx),
        no: show::count(&head.voice, no),
        officer: head.sight.officer(&zimni.line.officer),
        before: if no > 1 { beside(no - 1) } else { String::new() },
        after: if no < head.file.case.zimnis { beside(no + 1) } else { String::new() },
        zimni,
        head,
    };
    Ok(page(StatusCode::OK, &template))
}
