//! `GET /burking`: what came to the stations beside what they registered, over a span of days. Each number leads to its
//! entries and says what it counts and what it cannot tell.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_records::{BurkingCounts, BurkingPage, Indicator, Span};
use roznamcha_words::dates;
use serde::Deserialize;

use crate::ctx::Voice;
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Which office, from which day to which.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    pub(super) office: Option<String>,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    /// So many entries are passed over.
    #[serde(default)]
    pub(super) skip: usize,
}

/// A number; one that was not read has no text.
struct Figure {
    href: String,
    text: String,
}

/// A number with its words.
struct Told {
    name: String,
    counts: String,
    blind: String,
    figure: Figure,
}

/// A station, or an office of many.
struct Line {
    href: String,
    name: String,
    figures: Vec<Figure>,
    hours: [String; 3],
}

#[derive(Template)]
#[template(path = "oversight/burking.html")]
struct Burking {
    shell: Shell,
    place: String,
    office: String,
    span: Span,
    days: String,
    station: bool,
    read: bool,
    told: Vec<Told>,
    waits: Vec<Told>,
    heads: Vec<String>,
    lines: Vec<Line>,
}

/// `GET /burking?office=&from=&to=`
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = asked.office.clone().unwrap_or_else(|| ctx.caller.office().to_owned());
    let span = span(&pages, &ctx, &asked)?;
    let found = pages.records.burking(&ctx.caller, &office, span).await.map_err(|e| ctx.problem(e))?;
    Ok(page(StatusCode::OK, &template(&pages, &ctx, &found)))
}

/// The days asked for.
pub(super) fn span(pages: &Pages, ctx: &Ctx, asked: &Asked) -> Result<Span, Problem> {
    let today = pages.records.now().day();
    Span::asked(asked.from.as_deref(), asked.to.as_deref(), today).map_err(|e| ctx.problem(e))
}

/// The days in words.
pub(super) fn days(voice: &Voice, span: Span) -> String {
    format!("{} – {}", dates::date(voice.lang, span.from), dates::date(voice.lang, span.to))
}

/// The days as they stand in an address.
pub(super) fn in_query(office: &str, span: Span) -> String {
    format!("office={}&from={}&to={}", show::in_query(office), span.from, span.to)
}

/// Seconds in words of the largest unit that says enough.
pub(super) fn duration(voice: &Voice, seconds: Option<i64>) -> String {
    let Some(seconds) = seconds else { return String::new() };
    let minutes = seconds / 60;
    let (key, n) = match minutes {
        0..=119 => ("burking-minutes", minutes),
        120..=2_879 => ("burking-hours", minutes / 60),
        _ => ("burking-days", minutes / 1_440),
    };
    voice.with(key, &[("n", roznamcha_words::Arg::Num(n))])
}

fn template(pages: &Pages, ctx: &Ctx, found: &BurkingPage) -> Burking {
    let voice = &ctx.voice;
    let told = |of: &Indicator| told(voice, *of, figure(voice, &found.total, *of, &found.office, found));
    let shown = |of: &&Indicator| found.total.counts.contains_key(*of);
    Burking {
        shell: Shell::new(pages, ctx, ctx.t("burking-title")),
        place: show::office(pages, voice, &found.office),
        office: found.office.clone(),
        span: found.span,
        days: days(voice, found.span),
        station: found.station,
        read: found.read,
        told: Indicator::ALL.iter().filter(shown).map(told).collect(),
        waits: waits(voice, &found.total),
        heads: Indicator::ALL.iter().filter(shown).map(|of| voice.t(&key(*of))).collect(),
        lines: found
            .lines
            .iter()
            .map(|line| Line {
                href: format!("/burking?{}", in_query(&line.office, found.span)),
                name: show::office(pages, voice, &line.office),
                figures: Indicator::ALL
                    .iter()
                    .filter(shown)
                    .map(|of| figure(voice, &line.counts, *of, &line.office, found))
                    .collect(),
                hours: seconds(&line.counts).map(|s| duration(voice, s)),
            })
            .collect(),
    }
}

/// The message that names an indicator.
pub(super) fn key(of: Indicator) -> String {
    format!("burking-{}", of.as_str())
}

fn told(voice: &Voice, of: Indicator, figure: Figure) -> Told {
    let key = key(of);
    Told {
        name: voice.t(&key),
        counts: voice.t(&format!("{key}-counts")),
        blind: voice.t(&format!("{key}-blind")),
        figure,
    }
}

fn figure(voice: &Voice, counts: &BurkingCounts, of: Indicator, office: &str, found: &BurkingPage) -> Figure {
    let Some(n) = counts.counts.get(&of) else { return Figure { href: String::new(), text: String::new() } };
    let query = in_query(office, found.span);
    let href = match (found.read, *n) {
        (_, 0) => String::new(),
        (true, _) => format!("/burking/{}?{query}", of.as_str()),
        (false, _) if office == found.office => String::new(),
        (false, _) => format!("/burking?{query}"),
    };
    Figure { href, text: show::count(voice, *n) }
}

fn seconds(counts: &BurkingCounts) -> [Option<i64>; 3] {
    [counts.to_report, counts.to_register, counts.to_comply]
}

/// How long it took, each with its words.
fn waits(voice: &Voice, counts: &BurkingCounts) -> Vec<Told> {
    let each = ["to-report", "to-register", "to-comply"].into_iter().zip(seconds(counts));
    let told = |(key, seconds): (&str, Option<i64>)| {
        let text = seconds.map(|_| duration(voice, seconds))?;
        Some(Told {
            name: voice.t(&format!("burking-{key}")),
            counts: voice.t(&format!("burking-{key}-counts")),
            blind: voice.t(&format!("burking-{key}-blind")),
            figure: Figure { href: String::new(), text },
        })
    };
    each.filter_map(told).collect()
}
