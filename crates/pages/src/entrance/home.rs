//! `/`: what is due, for each role, and the shortest ways to the day's work.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::{DoorError, Due, Home};

use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/", get(home))
}

/// A thing that is due, with where it is done.
struct DueCard {
    text: String,
    count: String,
    late: bool,
    href: &'static str,
}

/// A station below this office.
struct StationLine {
    code: String,
    name: String,
    month: String,
    unsigned: u64,
    unsigned_text: String,
    unsent: u64,
    unsent_text: String,
    open: bool,
}

/// The desk of a station.
struct DeskCard {
    /// The day whose diary is open, in words; empty when none is.
    open_day: String,
    cash: String,
    held: String,
}

#[derive(Template)]
#[template(path = "entrance/home.html")]
struct HomePage {
    shell: Shell,
    rank: String,
    role: String,
    due: Vec<DueCard>,
    desk: Option<DeskCard>,
    counts: Option<[String; 3]>,
    stations: Vec<StationLine>,
    quick: Vec<(&'static str, &'static str)>,
    drafts: Vec<super::drafts::Line>,
    second_missing: bool,
    /// This role has no home page yet.
    shut: bool,
}

/// The page on which a thing that is due is done.
fn place_of(key: &str) -> &'static str {
    match key {
        "due-fir-unsigned" => "/firs?unsigned=1",
        "due-copies" | "due-copies-late" => "/firs?unsent=1",
        "due-attest" => "/corrections",
        "due-custody-24h" => "/custody",
        _ => "/diary",
    }
}

const QUICK: &[(&str, &str, Action, ResourceKind)] = &[
    ("/cro", "nav-cro", Action::SearchPrints, ResourceKind::Office),
    ("/fir/new", "nav-new-fir", Action::RegisterFir, ResourceKind::Office),
    ("/diary/new", "nav-new-entry", Action::WriteDiary, ResourceKind::Office),
    ("/search", "nav-search", Action::SearchRecords, ResourceKind::Fir),
    ("/staff", "nav-officers", Action::ManageAccounts, ResourceKind::Staff),
    ("/audit", "nav-audit", Action::ReadAudit, ResourceKind::Audit),
    ("/journal", "nav-checks", Action::ReadCheckpoint, ResourceKind::Journal),
];

async fn home(State(pages): State<Pages>, ctx: Ctx) -> Result<Response, Problem> {
    let (home, shut) = match pages.records.home(&ctx.caller).await {
        Ok(home) => (home, false),
        // Whoever is posted where no registers are kept yet is told so, and can still sign out.
        Err(DoorError::NotFound) => (nothing(), true),
        Err(error) => return Err(ctx.problem(error)),
    };
    let may = |action, kind| pages.records.may(&ctx.caller, action, kind, ctx.caller.office());
    let drafts = if may(Action::UseDraft, ResourceKind::Draft) {
        super::drafts::begun(&pages, &ctx, 5).await.map_err(|e| ctx.problem(e))?
    } else {
        Vec::new()
    };
    let voice = &ctx.voice;
    // Nobody is led to a page that is shut to him.
    let leads = |href: &str| match href {
        "/diary" | "/custody" => may(Action::ReadDiary, ResourceKind::Diary),
        "/corrections" => may(Action::ReadRegister, ResourceKind::Register),
        _ => may(Action::ReadFir, ResourceKind::Fir),
    };
    let quick = QUICK.iter().filter(|(_, _, action, kind)| may(*action, *kind));
    let sheet = HomePage {
        shell: Shell::new(&pages, &ctx, ctx.t("home-title")),
        rank: show::rank(&pages, voice, ctx.caller.rank()),
        role: show::role(&pages, voice, ctx.caller.role().as_str()),
        due: home.due.iter().filter(|d| leads(place_of(d.key))).map(|d| card(&ctx, d)).collect(),
        desk: desk(&ctx, &home).filter(|_| leads("/diary")),
        counts: counts(&pages, &ctx, &home),
        stations: stations(&pages, &ctx, &home),
        quick: quick.take(4).map(|(href, key, _, _)| (*href, *key)).collect(),
        drafts,
        second_missing: !ctx.caller.has_totp(),
        shut,
    };
    Ok(page(StatusCode::OK, &sheet))
}

fn nothing() -> Home {
    Home { desk: None, due: Vec::new(), registered: (0, 0, 0), stations: Vec::new() }
}

fn figure(ctx: &Ctx, n: u64) -> String {
    show::number(&ctx.voice, i64::try_from(n).unwrap_or(i64::MAX))
}

fn card(ctx: &Ctx, due: &Due) -> DueCard {
    DueCard { text: ctx.t(due.key), count: figure(ctx, due.count), late: due.late, href: place_of(due.key) }
}

fn desk(ctx: &Ctx, home: &Home) -> Option<DeskCard> {
    let desk = home.desk.as_ref()?;
    let lang = ctx.voice.lang;
    Some(DeskCard {
        open_day: desk.open_day.map(|d| roznamcha_words::dates::long_date(lang, d)).unwrap_or_default(),
        cash: show::rupees(&ctx.voice, desk.cash_paisa),
        held: figure(ctx, u64::try_from(desk.lockup.len()).unwrap_or(u64::MAX)),
    })
}

/// Reports registered; not for those who have no business with cases.
fn counts(pages: &Pages, ctx: &Ctx, home: &Home) -> Option<[String; 3]> {
    let reads = pages.records.may(&ctx.caller, Action::ReadFir, ResourceKind::Fir, ctx.caller.office());
    let (today, month, year) = home.registered;
    reads.then(|| [figure(ctx, today), figure(ctx, month), figure(ctx, year)])
}

fn stations(pages: &Pages, ctx: &Ctx, home: &Home) -> Vec<StationLine> {
    let line = |(code, month, unsigned, unsent, open): &(String, u64, u64, u64, bool)| StationLine {
        code: code.clone(),
        name: show::office(pages, &ctx.voice, code),
        month: figure(ctx, *month),
        unsigned: *unsigned,
        unsigned_text: figure(ctx, *unsigned),
        unsent: *unsent,
        unsent_text: figure(ctx, *unsent),
        open: *open,
    };
    home.stations.iter().map(line).collect()
}
