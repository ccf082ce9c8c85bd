//! `/law/unverified`: what in the statute book nobody has yet compared with the official text.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use roznamcha_access::Action;
use roznamcha_statute::Tag;

use super::law::leave;
use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/law/unverified", get(list))
}

/// One datum in doubt.
struct Line {
    code: String,
    tag: String,
    citation: String,
    note: String,
}

/// The data in doubt of one file.
struct Group {
    name: String,
    file: &'static str,
    count: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "office/law_unverified.html")]
struct UnverifiedPage {
    shell: Shell,
    total: String,
    groups: Vec<Group>,
}

/// The message key of how a datum was come by.
pub(super) fn tag_key(tag: Tag) -> &'static str {
    match tag {
        Tag::Found => "law-tag-found",
        Tag::SecondHand => "law-tag-second",
        Tag::General => "law-tag-general",
        Tag::Unsure => "law-tag-unsure",
    }
}

async fn list(State(pages): State<Pages>, ctx: Ctx) -> Result<Response, Problem> {
    leave(&pages, &ctx, Action::ReadUnverified).map_err(|e| ctx.problem(e))?;
    let voice = &ctx.voice;
    let mut groups: Vec<Group> = Vec::new();
    let all = pages.records.statute().unverified();
    let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    for datum in all {
        let line = Line {
            code: datum.code,
            tag: voice.t(tag_key(datum.tag)),
            citation: datum.citation,
            note: datum.note,
        };
        match groups.iter_mut().find(|g| g.file == datum.file) {
            Some(group) => group.lines.push(line),
            None => {
                let name = voice.t(&format!("law-file-{}", datum.file.trim_end_matches(".csv")));
                groups.push(Group { name, file: datum.file, count: String::new(), lines: vec![line] });
            }
        }
    }
    for group in &mut groups {
        group.count = show::count(voice, u64::try_from(group.lines.len()).unwrap_or(u64::MAX));
    }
    let sheet = UnverifiedPage {
        shell: Shell::new(&pages, &ctx, ctx.t("law-unverified-title")),
        total: voice.n("law-unverified-count", "n", total),
        groups,
    };
    Ok(page(StatusCode::OK, &sheet))
}
