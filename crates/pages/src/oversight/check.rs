//! `GET /health/{check}`: what a check finds at a station now, each violation with its entry or case; above stations,
//! the offices where it finds something.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::{Violation, Violations};
use roznamcha_sheets::people;
use roznamcha_words::{Lang, dates};
use serde::Deserialize;
use std::collections::HashMap;

use super::{health, trend};
use crate::ctx::Voice;
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Which office, and from which violation on.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
    #[serde(default)]
    from: u64,
}

/// A violation as it is shown.
struct Line {
    since: String,
    case: Option<(String, String)>,
    entry: Option<(String, String)>,
    officer: String,
    /// What was not kept of it, of a deadline.
    what: String,
    subject: String,
}

/// An office, an officer or a night, with its count.
struct Counted {
    href: String,
    name: String,
    count: String,
    since: String,
}

#[derive(Template)]
#[template(path = "oversight/check.html")]
struct Check {
    shell: Shell,
    place: String,
    back: String,
    name: String,
    means: String,
    citation: String,
    doubtful: bool,
    severity: (String, &'static str),
    register: String,
    total: String,
    none: bool,
    station: bool,
    lines: Vec<Line>,
    next: String,
    officers: Vec<Counted>,
    below: Vec<Counted>,
    points: String,
    nights: Vec<Counted>,
}

/// `GET /health/{check}`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(check): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = asked.office.unwrap_or_else(|| ctx.caller.office().to_owned());
    let found = pages.records.violations(&ctx.caller, &office, &check, asked.from).await;
    let found = found.map_err(|e| ctx.problem(e))?;
    let named = found.list.iter().filter_map(|violation| violation.finding.lead.officer.clone());
    let codes = named.chain(found.officers.iter().map(|(officer, _)| officer.clone())).collect();
    let rows = people::rows(&pages.records, &found.office, codes).await.map_err(|e| ctx.problem(e))?;
    let names = people::names(&ctx.voice, pages.records.statute(), &rows);
    Ok(page(StatusCode::OK, &template(&pages, &ctx, &found, &names)))
}

/// Officers by code; one who is known nowhere stays a code.
type Names = HashMap<String, String>;

fn template(pages: &Pages, ctx: &Ctx, found: &Violations, names: &Names) -> Check {
    let (voice, law) = (&ctx.voice, &found.law);
    let office = show::in_query(&found.office);
    let next = found.next().map(|from| format!("/health/{}?office={office}&from={from}", law.id));
    Check {
        shell: Shell::new(pages, ctx, voice.pick(&law.en, &law.ur)),
        place: show::office(pages, voice, &found.office),
        back: format!("/health?office={office}"),
        name: voice.pick(&law.en, &law.ur).to_owned(),
        means: voice.pick(&law.means_en, &law.means_ur).to_owned(),
        citation: law.datum.citation.clone(),
        doubtful: !law.datum.verified,
        severity: health::grave(voice, law.severity),
        register: law.register.to_string(),
        total: show::count(voice, found.total),
        none: found.total == 0,
        station: found.station,
        lines: found.list.iter().map(|v| line(pages, ctx, &found.office, v, names)).collect(),
        next: next.unwrap_or_default(),
        officers: found.officers.iter().map(|(o, n)| counted(voice, name_of(names, o), *n)).collect(),
        below: below(pages, voice, found),
        points: trend::points(&found.trend, voice.lang == Lang::Ur),
        nights: nights(voice, found),
    }
}

/// A violation. Nobody is led to a page that is shut to him.
fn line(pages: &Pages, ctx: &Ctx, office: &str, violation: &Violation, names: &Names) -> Line {
    let (voice, lead) = (&ctx.voice, &violation.finding.lead);
    let may = |action, kind| pages.records.may(&ctx.caller, action, kind, office);
    let case = lead.fir.as_ref().zip(violation.title.as_ref());
    let case = case.filter(|_| may(Action::ReadFir, ResourceKind::Fir));
    let entry = lead.entry.as_ref().filter(|entry| match entry.register.as_str() {
        "2" => may(Action::ReadDiary, ResourceKind::Diary),
        _ => may(Action::ReadRegister, ResourceKind::Register),
    });
    let named = lead.entry.is_some() || lead.fir.is_some();
    let what = deadline(pages, voice, &lead.subject);
    Line {
        since: dates::date(voice.lang, violation.finding.day),
        case: case.map(|(fir, title)| (format!("/fir/{fir}"), title.clone())),
        entry: entry.map(|entry| {
            let key = show::in_query(&entry.to_string());
            (format!("/entry?office={}&key={key}", show::in_query(office)), entry.to_string())
        }),
        officer: lead.officer.as_deref().map(|code| name_of(names, code).to_owned()).unwrap_or_default(),
        subject: if named || !what.is_empty() { String::new() } else { lead.subject.clone() },
        what,
    }
}

fn name_of<'a>(names: &'a Names, code: &'a str) -> &'a str {
    names.get(code).map_or(code, String::as_str)
}

/// What must be done within the deadline that a clock's key ends with; nothing for other keys.
fn deadline(pages: &Pages, voice: &Voice, key: &str) -> String {
    let id = key.rsplit('/').next().unwrap_or_default();
    let law = pages.records.statute().deadlines().iter().find(|law| law.id == id);
    law.map(|law| voice.pick(&law.act_en, &law.act_ur).to_owned()).unwrap_or_default()
}

fn counted(voice: &Voice, name: &str, n: u64) -> Counted {
    Counted { href: String::new(), name: name.to_owned(), count: show::count(voice, n), since: String::new() }
}

fn below(pages: &Pages, voice: &Voice, found: &Violations) -> Vec<Counted> {
    let is_station =
        |code: &str| pages.records.offices().get(code).is_some_and(|office| office.kind == "police_station");
    let office = |(code, count): &(String, roznamcha_records::Count)| Counted {
        href: format!("/health/{}?office={}", found.law.id, show::in_query(code)),
        name: show::office(pages, voice, code),
        count: show::count(voice, count.count),
        // Of a sum the oldest day says little; of a station it is where to begin.
        since: count
            .since
            .filter(|_| is_station(code))
            .map(|day| dates::date(voice.lang, day))
            .unwrap_or_default(),
    };
    found.below.iter().map(office).collect()
}

/// The nights, newest first.
fn nights(voice: &Voice, found: &Violations) -> Vec<Counted> {
    let night = |(day, n): &(jiff::civil::Date, u64)| counted(voice, &dates::date(voice.lang, *day), *n);
    found.trend.iter().rev().take(31).map(night).collect()
}
