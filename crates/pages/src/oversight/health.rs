//! `GET /health`: how the books of an office stand, check by check; above stations, office by office.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_records::{HealthLine, HealthOffice, Severity};
use roznamcha_words::{Lang, dates};
use serde::Deserialize;

use super::trend;
use crate::ctx::Voice;
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Which office.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
}

/// A check as it is shown.
struct Line {
    href: String,
    name: String,
    citation: String,
    doubtful: bool,
    severity: String,
    chip: &'static str,
    count: String,
    since: String,
    points: String,
}

/// An office below.
struct Below {
    href: String,
    name: String,
    counts: [String; 3],
    broken: bool,
    at: String,
}

#[derive(Template)]
#[template(path = "oversight/health.html")]
struct Health {
    shell: Shell,
    place: String,
    at: String,
    station: bool,
    found: Vec<Line>,
    clean: Vec<Line>,
    below: Vec<Below>,
}

/// `GET /health`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = asked.office.unwrap_or_else(|| ctx.caller.office().to_owned());
    let health = pages.records.health(&ctx.caller, &office).await.map_err(|e| ctx.problem(e))?;
    let voice = &ctx.voice;
    let lines = |found: bool| {
        let wanted = health.lines.iter().filter(move |l| (l.count > 0) == found);
        wanted.map(|l| line(voice, &office, l)).collect::<Vec<_>>()
    };
    let (found, clean) = (lines(true), lines(false));
    let template = Health {
        shell: Shell::new(&pages, &ctx, ctx.t("health-title")),
        place: show::office(&pages, voice, &office),
        at: health.at.map(|at| show::when(voice, at)).unwrap_or_default(),
        station: health.station,
        found,
        clean,
        below: health.below.iter().map(|o| below(&pages, voice, o)).collect(),
    };
    Ok(page(StatusCode::OK, &template))
}

fn line(voice: &Voice, office: &str, line: &HealthLine) -> Line {
    let (severity, chip) = grave(voice, line.law.severity);
    Line {
        href: format!("/health/{}?office={}", line.law.id, show::in_query(office)),
        name: voice.pick(&line.law.en, &line.law.ur).to_owned(),
        citation: line.law.datum.citation.clone(),
        doubtful: !line.law.datum.verified,
        severity,
        chip,
        count: show::count(voice, line.count),
        since: line.since.map(|day| dates::date(voice.lang, day)).unwrap_or_default(),
        points: trend::points(&line.trend, voice.lang == Lang::Ur),
    }
}

/// How grave, in words, and the mark beside it.
pub(super) fn grave(voice: &Voice, severity: Severity) -> (String, &'static str) {
    let chip = match severity {
        Severity::Defect => "chip-alert",
        Severity::Late => "chip-wait",
        Severity::Notice => "",
    };
    (voice.t(&format!("health-severity-{severity}")), chip)
}

fn below(pages: &Pages, voice: &Voice, office: &HealthOffice) -> Below {
    Below {
        href: format!("/health?office={}", show::in_query(&office.office)),
        name: show::office(pages, voice, &office.office),
        counts: [office.defects, office.late, office.notices].map(|n| show::count(voice, n)),
        broken: office.defects > 0,
        at: show::when(voice, office.at),
    }
}
