//! `/offices`: the offices at and below one, as a tree.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::{DoorError, OfficeInfo, OfficeTree};

use super::form::{OfOffice, office_of};
use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/offices", get(list))
}

/// Beyond so many, only the offices directly below are listed.
const MOST: usize = 400;

/// One office of the tree.
struct Line {
    code: String,
    name: String,
    kind: String,
    depth: usize,
    /// How many offices are below it.
    below: String,
    has_below: bool,
}

#[derive(Template)]
#[template(path = "office/offices.html")]
struct OfficesPage {
    shell: Shell,
    office: String,
    office_name: String,
    /// The offices above, the highest first, down to the officer's own.
    above: Vec<(String, String)>,
    lines: Vec<Line>,
    may_open: bool,
    may_staff: bool,
}

async fn list(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<OfOffice>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let tree = pages.records.offices();
    let own = ctx.caller.office();
    let inside = tree.get(&office).is_some()
        && (office == own || tree.above(&office).iter().any(|above| above == own));
    if !inside {
        return Err(ctx.problem(DoorError::NotFound));
    }
    let whole = tree.within(&office).len() <= MOST;
    let mut lines = Vec::new();
    walk(&tree, &ctx, &office, 0, whole, &mut lines);
    let mut above: Vec<_> = tree.above(&office).into_iter().take_while(|_| office != own).collect();
    if let Some(top) = above.iter().position(|code| code == own) {
        above.truncate(top + 1);
    }
    above.reverse();
    let named = |code: String| (show::office(&pages, &ctx.voice, &code), code);
    let sheet = OfficesPage {
        shell: Shell::new(&pages, &ctx, ctx.t("office-title")),
        office_name: show::office(&pages, &ctx.voice, &office),
        above: above.into_iter().map(named).collect(),
        lines,
        may_open: pages.records.may(&ctx.caller, Action::OpenOffice, ResourceKind::Office, &office),
        may_staff: pages.records.may(&ctx.caller, Action::ReadStaff, ResourceKind::Staff, &office),
        office,
    };
    Ok(page(StatusCode::OK, &sheet))
}

fn walk(tree: &OfficeTree, ctx: &Ctx, at: &str, depth: usize, whole: bool, lines: &mut Vec<Line>) {
    let mut children: Vec<&OfficeInfo> = tree.children(at);
    children.sort_by(|a, b| ctx.voice.pick(&a.en, &a.ur).cmp(ctx.voice.pick(&b.en, &b.ur)));
    for child in children {
        let below = tree.within(&child.code).len().saturating_sub(1);
        lines.push(Line {
            code: child.code.clone(),
            name: ctx.voice.pick(&child.en, &child.ur).to_owned(),
            kind: ctx.t(&format!("office-kind-{}", child.kind)),
            depth,
            below: show::count(&ctx.voice, u64::try_from(below).unwrap_or(u64::MAX)),
            has_below: below > 0,
        });
        // A hierarchy deeper than this is a loop in the data.
        if whole && depth < 16 {
            walk(tree, ctx, &child.code, depth + 1, whole, lines);
        }
    }
}
