//! `/staff`: who is posted at an office, and for the administrator their accounts.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::StaffLine;
use roznamcha_words::{dates, ids};

use super::form::{Choice, OfOffice, office_of};
use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/staff", get(list))
}

/// One officer.
struct Line {
    officer: String,
    name: String,
    belt_no: String,
    rank: String,
    role: String,
    since: String,
    until: String,
    phone: String,
    posted: bool,
    /// Closed or open; `None` where there is no account or it may not be seen.
    disabled: Option<bool>,
}

#[derive(Template)]
#[template(path = "office/staff.html")]
struct StaffPage {
    shell: Shell,
    office: String,
    office_name: String,
    offices: Vec<Choice>,
    lines: Vec<Line>,
    may_appoint: bool,
    may_relieve: bool,
    may_accounts: bool,
}

async fn list(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<OfOffice>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let mut staff = pages.records.staff(&ctx.caller, &office).await.map_err(|e| ctx.problem(e))?;
    // Those posted now first, the highest rank first.
    let order = |line: &StaffLine| {
        let rank = line.row.postings.last().map(|p| p.rank.clone()).unwrap_or_default();
        let rank = roznamcha_statute::RankCode::new(rank).ok();
        let rank = rank.and_then(|c| pages.records.statute().rank(&c).map(|r| r.order));
        (line.row.current().is_none(), std::cmp::Reverse(rank.unwrap_or(0)), line.row.belt_no.clone())
    };
    staff.sort_by_key(order);
    let may = |action| pages.records.may(&ctx.caller, action, ResourceKind::Staff, &office);
    let sheet = StaffPage {
        shell: Shell::new(&pages, &ctx, ctx.t("officer-title")),
        office_name: show::office(&pages, &ctx.voice, &office),
        offices: below(&pages, &ctx, &office),
        lines: staff.into_iter().map(|s| line(&pages, &ctx, s)).collect(),
        may_appoint: may(Action::AppointStaff),
        may_relieve: may(Action::RelieveStaff),
        may_accounts: may(Action::ManageAccounts),
        office,
    };
    Ok(page(StatusCode::OK, &sheet))
}

/// The offices at or below the officer's own, to choose from.
pub(super) fn below(pages: &Pages, ctx: &Ctx, now: &str) -> Vec<Choice> {
    let tree = pages.records.offices();
    let codes = tree.within(ctx.caller.office());
    codes.iter().map(|c| Choice::new(c, show::office(pages, &ctx.voice, c), now)).collect()
}

fn line(pages: &Pages, ctx: &Ctx, staff: StaffLine) -> Line {
    let voice = &ctx.voice;
    let row = staff.row;
    let last = row.postings.last();
    Line {
        name: voice.pick(&row.name_en, &row.name_ur).to_owned(),
        rank: last.map(|p| show::rank(pages, voice, &p.rank)).unwrap_or_default(),
        role: last.map(|p| show::role(pages, voice, &p.role)).unwrap_or_default(),
        since: last.map(|p| dates::short_date(voice.lang, p.from)).unwrap_or_default(),
        until: last.and_then(|p| p.until).map(|d| dates::short_date(voice.lang, d)).unwrap_or_default(),
        phone: row
            .phone
            .as_deref()
            .map(|p| ids::phone(p).unwrap_or_else(|| p.to_owned()))
            .unwrap_or_default(),
        posted: row.current().is_some(),
        disabled: staff.disabled,
        belt_no: row.belt_no,
        officer: row.officer,
    }
}
