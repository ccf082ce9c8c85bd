//! `GET /diary/days`: the days that have a diary, newest first.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_records::DoorError;
use roznamcha_words::dates;
use serde::Deserialize;

use super::choose::{choose, office_of};
use crate::office::show::office as office_name;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Whose days, before which.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
    before: Option<String>,
}

struct Day {
    href: String,
    words: String,
    entries: String,
}

#[derive(Template)]
#[template(path = "station/diary_days.html")]
struct Days {
    shell: Shell,
    station: String,
    days: Vec<Day>,
    older: String,
}

/// `GET /diary/days`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let Some(office) = office_of(&pages, &ctx, asked.office.as_deref()) else {
        return Ok(choose(&pages, &ctx, "/diary/days"));
    };
    let before = match asked.before.as_deref().filter(|d| !d.is_empty()) {
        Some(day) => Some(day.parse().map_err(|_| ctx.problem(DoorError::NotFound))?),
        None => None,
    };
    let list = pages.records.diary_days(&ctx.caller, &office, before).await.map_err(|e| ctx.problem(e))?;
    let older = list.days.last().map(|(day, _)| format!("/diary/days?office={office}&before={day}"));
    let day = |(day, entries): &(jiff::civil::Date, u64)| Day {
        href: format!("/diary?office={office}&day={day}"),
        words: dates::long_date(ctx.voice.lang, *day),
        entries: ctx.voice.n("entries-count", "n", i64::try_from(*entries).unwrap_or(i64::MAX)),
    };
    let days = list.days.iter().map(day).collect();
    let template = Days {
        shell: Shell::new(&pages, &ctx, ctx.t("diary-days-title")),
        station: office_name(&pages, &ctx.voice, &office),
        days,
        older: older.unwrap_or_default(),
    };
    Ok(page(StatusCode::OK, &template))
}
