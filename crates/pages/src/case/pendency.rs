//! `GET /pendency`: open cases by officer, age and stage; for those above stations by station first. Every figure leads
//! to the cases it counts.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::views::{StaffRow, Stage};
use roznamcha_records::{AGE_BANDS, Pending};
use roznamcha_sheets::people;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

use super::head::stage_key;
use crate::ctx::Voice;
use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Whose.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
}

/// A figure that leads to the cases it counts.
struct Figure {
    text: String,
    href: String,
}

/// A line: an officer or a station.
struct Line {
    name: String,
    /// The station's own page; empty for an officer.
    href: String,
    total: Figure,
    ages: Vec<Figure>,
    stages: Vec<Figure>,
}

#[derive(Template)]
#[template(path = "case/pendency.html")]
struct Pendency {
    shell: Shell,
    place: String,
    /// The lines are stations.
    stations: bool,
    ages: Vec<String>,
    stages: Vec<String>,
    lines: Vec<Line>,
    sum: Option<Line>,
}

/// Counts of one line: by age band, by stage.
#[derive(Clone, Default)]
struct Sum {
    ages: [u64; AGE_BANDS.len() + 1],
    stages: BTreeMap<Stage, u64>,
}

impl Sum {
    fn add(&mut self, pending: &Pending) {
        for (sum, n) in self.ages.iter_mut().zip(pending.ages) {
            *sum += n;
        }
        *self.stages.entry(pending.stage).or_default() += pending.ages.iter().sum::<u64>();
    }

    fn total(&self) -> u64 {
        self.ages.iter().sum()
    }
}

/// `GET /pendency`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = asked.office.unwrap_or_else(|| pages.records.cases_office(&ctx.caller));
    let counts = pages.records.pendency(&ctx.caller, &office).await.map_err(|e| ctx.problem(e))?;
    let stations = pages.records.offices().stations(&office).len() > 1;
    let names = if stations { HashMap::new() } else { names(&pages, &ctx, &office, &counts).await? };
    let stages: Vec<Stage> = Stage::ALL.iter().copied().filter(|s| s.is_open()).collect();
    let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
    let mut all = Sum::default();
    for pending in &counts {
        let key = if stations { pending.office.clone() } else { pending.officer.clone().unwrap_or_default() };
        sums.entry(key).or_default().add(pending);
        all.add(pending);
    }
    let table = Table { voice: &ctx.voice, office: &office, stages: &stages };
    let mut lines: Vec<(u64, Line)> = Vec::new();
    for (key, sum) in &sums {
        let (name, href, part) = if stations {
            (
                show::office(&pages, &ctx.voice, key),
                format!("/pendency?office={}", show::in_query(key)),
                Part::Station(key),
            )
        } else if key.is_empty() {
            (ctx.t("case-no-officer"), String::new(), Part::Officer("-"))
        } else {
            (names.get(key).cloned().unwrap_or_else(|| key.clone()), String::new(), Part::Officer(key))
        };
        lines.push((sum.total(), table.line(name, href, &part, sum)));
    }
    lines.sort_by_key(|(total, _)| std::cmp::Reverse(*total));
    let template = Pendency {
        shell: Shell::new(&pages, &ctx, ctx.t("pendency-title")),
        place: show::office(&pages, &ctx.voice, &office),
        stations,
        ages: (0..=AGE_BANDS.len()).map(|band| age(&ctx.voice, band)).collect(),
        stages: stages.iter().map(|s| ctx.t(&stage_key(s.as_str()))).collect(),
        sum: (lines.len() > 1).then(|| table.line(ctx.t("pendency-all"), String::new(), &Part::All, &all)),
        lines: lines.into_iter().map(|(_, line)| line).collect(),
    };
    Ok(page(StatusCode::OK, &template))
}

async fn names(
    pages: &Pages,
    ctx: &Ctx,
    office: &str,
    counts: &[Pending],
) -> Result<HashMap<String, String>, Problem> {
    let codes = counts.iter().filter_map(|p| p.officer.clone()).collect();
    let rows = people::rows(&pages.records, office, codes).await.map_err(|e| ctx.problem(e))?;
    let name = |row: &StaffRow| ctx.voice.pick(&row.name_en, &row.name_ur).to_owned();
    Ok(rows.iter().map(|(code, row)| (code.clone(), name(row))).collect())
}

/// The days of a band: up to 14, 15 to 30, over a year.
fn age(voice: &Voice, band: usize) -> String {
    let figure = |n: u32| show::count(voice, u64::from(n));
    let before = band.checked_sub(1).and_then(|b| AGE_BANDS.get(b)).copied();
    match (before, AGE_BANDS.get(band).copied()) {
        (Some(from), Some(to)) => format!("{}–{}", figure(from + 1), figure(to)),
        (None, Some(to)) => format!("{}–{}", figure(0), figure(to)),
        (Some(from), None) => voice.with("pendency-over", &[("n", figure(from).as_str().into())]),
        (None, None) => String::new(),
    }
}

/// Which cases a line counts.
enum Part<'a> {
    All,
    Station(&'a str),
    Officer(&'a str),
}

struct Table<'a> {
    voice: &'a Voice,
    office: &'a str,
    stages: &'a [Stage],
}

impl Table<'_> {
    fn line(&self, name: String, href: String, part: &Part<'_>, sum: &Sum) -> Line {
        let base = self.base(part);
        let figure = |n: u64, more: String| Figure {
            text: if n == 0 { String::new() } else { show::count(self.voice, n) },
            href: format!("{base}{more}"),
        };
        let ages = sum.ages.iter().enumerate().map(|(band, n)| figure(*n, between(band)));
        let stage = |s: &Stage| {
            figure(sum.stages.get(s).copied().unwrap_or_default(), format!("&stage={}", s.as_str()))
        };
        Line {
            name,
            href,
            total: figure(sum.total(), "&stage=open".to_owned()),
            ages: ages.collect(),
            stages: self.stages.iter().map(stage).collect(),
        }
    }

    fn base(&self, part: &Part<'_>) -> String {
        let (office, officer) = match part {
            Part::All => (self.office, None),
            Part::Station(station) => (*station, None),
            Part::Officer(officer) => (self.office, Some(*officer)),
        };
        let officer = officer.map(|o| format!("&officer={}", show::in_query(o))).unwrap_or_default();
        format!("/cases?oldest=yes&office={}{officer}", show::in_query(office))
    }
}

/// The part of the address that names a band.
fn between(band: usize) -> String {
    let older = band.checked_sub(1).and_then(|b| AGE_BANDS.get(b)).map(|n| format!("&older={}", n + 1));
    let younger = AGE_BANDS.get(band).map(|n| format!("&younger={}", n + 1));
    format!("&stage=open{}{}", older.unwrap_or_default(), younger.unwrap_or_default())
}
