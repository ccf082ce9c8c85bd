//! `GET /register/{no}`: a register as a book, a page at a time.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_records::{DoorError, RegisterQuestion};
use roznamcha_statute::{Numbering, RegisterNo};
use serde::Deserialize;

use super::book::{Book, part_of};
use super::choose::{choose, office_of};
use super::sight::Sight;
use crate::office::show::office as office_name;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Entries to the page.
const PAGE: u32 = 50;

/// Which page.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
    part: Option<String>,
    period: Option<String>,
    after: Option<String>,
    newest: Option<String>,
    flagged: Option<String>,
}

struct Tab {
    href: String,
    name: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "station/register.html")]
struct Register {
    shell: Shell,
    station: String,
    rule: String,
    office: String,
    number: String,
    part: String,
    period: String,
    newest: bool,
    flagged: bool,
    has_period: bool,
    tabs: Vec<Tab>,
    book: Book,
    start: String,
    more: String,
}

/// `GET /register/{no}`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let missing = || ctx.problem(DoorError::NotFound);
    let number: RegisterNo = number.parse().map_err(|_| missing())?;
    let statute = pages.records.statute();
    let register = statute.register(number).filter(|r| !r.obsolete).ok_or_else(missing)?;
    let Some(office) = office_of(&pages, &ctx, asked.office.as_deref()) else {
        return Ok(choose(&pages, &ctx, &format!("/register/{}", number.written())));
    };
    let parts = statute.parts(number);
    let given = asked.part.clone().filter(|p| !p.is_empty());
    let part = given.or_else(|| parts.first().map(|p| part_of(&p.part).to_owned())).unwrap_or_default();
    let period = asked.period.clone().filter(|p| !p.is_empty());
    // A book is read from its last page unless the beginning is asked for.
    let newest = asked.newest.as_deref() != Some("0");
    let flagged = asked.flagged.as_deref() == Some("1");
    let question = RegisterQuestion {
        office: office.clone(),
        register: number.written(),
        part: Some(part.clone()),
        period: period.clone(),
        flagged,
        after: asked.after.clone().filter(|a| !a.is_empty()),
        newest_first: newest,
        limit: PAGE,
    };
    let read = pages.records.register(&ctx.caller, &question).await.map_err(|e| ctx.problem(e))?;
    let sight = Sight::of(&pages, &ctx, &office, read.entries.iter().map(|e| &e.row)).await;
    let sight = sight.map_err(|e| ctx.problem(e))?;
    let base = format!("/register/{}?office={office}", number.written());
    let tab = |p: &&roznamcha_statute::Part| Tab {
        href: format!("{base}&part={}", part_of(&p.part)),
        name: ctx.voice.pick(&p.en, &p.ur).to_owned(),
        here: part_of(&p.part) == part,
    };
    let tabs: Vec<Tab> = if parts.len() > 1 { parts.iter().map(tab).collect() } else { Vec::new() };
    let asked_for = format!(
        "{base}&part={part}&period={}&newest={}&flagged={}",
        period.as_deref().unwrap_or(""),
        u8::from(newest),
        u8::from(flagged)
    );
    let name = ctx.voice.pick(&register.en, &register.ur);
    let template = Register {
        shell: Shell::new(&pages, &ctx, format!("{} · {name}", number.roman())),
        station: office_name(&pages, &ctx.voice, &office),
        rule: register.rule.clone(),
        number: number.written(),
        part,
        period: period.unwrap_or_default(),
        newest,
        flagged,
        has_period: register.numbering != Numbering::Never,
        tabs,
        book: Book::of(&pages, &sight, &question.register, &read.entries),
        start: if question.after.is_some() { asked_for.clone() } else { String::new() },
        more: read.next.map(|n| format!("{asked_for}&after={n}")).unwrap_or_default(),
        office,
    };
    Ok(page(StatusCode::OK, &template))
}
