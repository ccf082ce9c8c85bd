//! `GET /deadlines`: what is due by law, overdue first; for a supervisor with a line for each station.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::{DeadlineBoard, DeadlineCounts, DeadlineLine, DeadlineState};
use roznamcha_sheets::people;
use roznamcha_words::Arg;
use serde::Deserialize;

use super::show::machine;
use crate::ctx::Voice;
use crate::deed::excuse;
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Whose deadlines, and which.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
    officer: Option<String>,
    state: Option<DeadlineState>,
}

/// A deadline as it is shown.
struct Line {
    case: Option<(String, String)>,
    act: String,
    citation: String,
    doubtful: bool,
    officer: String,
    station: String,
    due: String,
    machine: String,
    state: String,
    late: String,
    chip: &'static str,
    reason: String,
    /// Where the reason of a breach is given; empty where it is not this officer's to give.
    excuse: String,
}

/// A way to look at it.
struct Tab {
    href: String,
    text: String,
    count: String,
    current: bool,
}

/// A station and what is due there.
struct Station {
    href: String,
    name: String,
    counts: [String; 4],
    overdue: bool,
}

#[derive(Template)]
#[template(path = "station/deadlines.html")]
struct Deadlines {
    shell: Shell,
    place: String,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    stations: Vec<Station>,
    more: bool,
    /// A calendar address made just now; shown once.
    address: String,
    has_calendar: bool,
}

/// `GET /deadlines`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    board_page(&pages, &ctx, &asked, "").await
}

/// The own deadlines with a calendar address that was made just now.
pub(super) async fn with_address(pages: &Pages, ctx: &Ctx, address: &str) -> Result<Response, Problem> {
    board_page(pages, ctx, &Asked::default(), address).await
}

async fn board_page(pages: &Pages, ctx: &Ctx, asked: &Asked, address: &str) -> Result<Response, Problem> {
    let mut filter = pages.records.deadlines_of(&ctx.caller);
    filter.officer = asked.officer.clone().or(filter.officer.filter(|_| asked.office.is_none()));
    filter.office = asked.office.clone().unwrap_or(filter.office);
    filter.state = asked.state;
    let board = pages.records.deadlines(&ctx.caller, &filter).await.map_err(|e| ctx.problem(e))?;
    let place = show::office(pages, &ctx.voice, &filter.office);
    let codes = board.lines.iter().filter_map(|l| l.officer.clone()).chain(filter.officer.clone()).collect();
    let known = people::rows(&pages.records, &filter.office, codes).await.map_err(|e| ctx.problem(e))?;
    let name = |code: &str| {
        let row = known.get(code);
        row.map_or_else(|| code.to_owned(), |r| ctx.voice.pick(&r.name_en, &r.name_ur).to_owned())
    };
    let template = Deadlines {
        shell: Shell::new(pages, ctx, ctx.t("deadlines-title")),
        place: filter.officer.as_ref().map_or(place.clone(), |o| format!("{place} · {}", name(o))),
        tabs: tabs(&ctx.voice, asked, &board.counts),
        lines: board.lines.iter().map(|l| line(pages, ctx, l, &name)).collect(),
        stations: stations(pages, &ctx.voice, &board),
        more: board.more,
        address: address.to_owned(),
        has_calendar: pages.records.has_calendar(&ctx.caller).await.map_err(|e| ctx.problem(e))?,
    };
    Ok(page(StatusCode::OK, &template))
}

fn tabs(voice: &Voice, asked: &Asked, counts: &DeadlineCounts) -> Vec<Tab> {
    let mut base = String::from("/deadlines?");
    for (name, value) in [("office", &asked.office), ("officer", &asked.officer)] {
        if let Some(value) = value {
            base.push_str(&format!("{name}={}&", show::in_query(value)));
        }
    }
    let open = counts.overdue + counts.warned + counts.running;
    let each = [
        (None, "deadlines-open", open),
        (Some(DeadlineState::Overdue), "deadlines-overdue", counts.overdue),
        (Some(DeadlineState::Warned), "deadlines-warned", counts.warned),
        (Some(DeadlineState::Paused), "deadlines-paused", counts.paused),
    ];
    let tab = |(state, key, count): (Option<DeadlineState>, &str, u64)| Tab {
        href: state.map_or_else(|| base.clone(), |s| format!("{base}state={}", code(s))),
        text: voice.t(key),
        count: show::count(voice, count),
        current: state == asked.state,
    };
    each.into_iter().map(tab).collect()
}

fn code(state: DeadlineState) -> &'static str {
    match state {
        DeadlineState::Overdue => "overdue",
        DeadlineState::Warned => "warned",
        DeadlineState::Paused => "paused",
        DeadlineState::Running => "running",
        DeadlineState::TooSoon => "too_soon",
        DeadlineState::Met => "met",
        DeadlineState::Breached => "breached",
    }
}

fn line(pages: &Pages, ctx: &Ctx, line: &DeadlineLine, name: &dyn Fn(&str) -> String) -> Line {
    let voice = &ctx.voice;
    let late = line.state == DeadlineState::Overdue;
    let case = line.fir.as_ref().zip(line.title.as_ref());
    let file = pages.records.may(&ctx.caller, Action::ReadCase, ResourceKind::Fir, &line.office);
    let record = if file { "/cases" } else { "/fir" };
    Line {
        case: case.map(|(fir, title)| (format!("{record}/{fir}"), title.clone())),
        act: voice.pick(&line.law.act_en, &line.law.act_ur).to_owned(),
        citation: line.law.datum.citation.clone(),
        doubtful: !line.law.datum.verified,
        officer: match &line.officer {
            Some(code) => name(code),
            None => show::role(pages, voice, line.law.actor.as_str()),
        },
        station: show::office(pages, voice, &line.office),
        due: line.due.map_or_else(|| voice.t("deadlines-stayed"), |due| show::when(voice, due)),
        machine: line.due.map(machine).unwrap_or_default(),
        state: voice.t(&format!("deadlines-{}", code(line.state).replace('_', "-"))),
        late: if late { lateness(voice, line.late_seconds) } else { String::new() },
        chip: match line.state {
            DeadlineState::Overdue => "chip-alert",
            DeadlineState::Warned => "chip-wait",
            _ => "",
        },
        excuse: excuse::place(pages, ctx, line).filter(|_| late && !line.reasoned).unwrap_or_default(),
        reason: if line.reasoned { voice.t("deadlines-reasoned") } else { String::new() },
    }
}

/// How late, in days, or in hours within the first two.
fn lateness(voice: &Voice, seconds: i64) -> String {
    let hours = seconds / 3_600;
    let (key, n) =
        if hours < 48 { ("deadlines-late-hours", hours) } else { ("deadlines-late-days", hours / 24) };
    voice.with(key, &[("n", Arg::Num(n))])
}

fn stations(pages: &Pages, voice: &Voice, board: &DeadlineBoard) -> Vec<Station> {
    if board.stations.len() < 2 {
        return Vec::new();
    }
    let station = |(code, c): &(String, DeadlineCounts)| Station {
        href: format!("/deadlines?office={}", show::in_query(code)),
        name: show::office(pages, voice, code),
        counts: [c.overdue, c.warned, c.running, c.paused].map(|n| show::count(voice, n)),
        overdue: c.overdue > 0,
    };
    board.stations.iter().map(station).collect()
}
