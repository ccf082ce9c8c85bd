//! `GET /registers`: the 25 registers.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::choose::{choose, office_of};
use crate::office::show::office as office_name;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Whose registers.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
}

struct Row {
    href: String,
    number: String,
    name: String,
    rule: String,
    kept: String,
    writer: String,
    obsolete: bool,
}

#[derive(Template)]
#[template(path = "station/registers.html")]
struct Registers {
    shell: Shell,
    station: String,
    rows: Vec<Row>,
}

/// `GET /registers`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let Some(office) = office_of(&pages, &ctx, asked.office.as_deref()) else {
        return Ok(choose(&pages, &ctx, "/registers"));
    };
    let row = |r: &roznamcha_statute::Register| Row {
        href: if r.number.is(2) {
            format!("/diary?office={office}")
        } else {
            format!("/register/{}?office={office}", r.number.written())
        },
        number: r.number.roman(),
        name: ctx.voice.pick(&r.en, &r.ur).to_owned(),
        rule: ctx.voice.pick(&r.rule, &r.rule_ur).to_owned(),
        kept: ctx.voice.pick(&r.retention, &r.retention_ur).to_owned(),
        writer: ctx.voice.pick(&r.writer, &r.writer_ur).to_owned(),
        obsolete: r.obsolete,
    };
    let rows = pages.records.statute().registers().iter().map(row).collect();
    let shell = Shell::new(&pages, &ctx, ctx.t("nav-registers"));
    let station = office_name(&pages, &ctx.voice, &office);
    Ok(page(StatusCode::OK, &Registers { shell, station, rows }))
}
