//! `GET /registers`: the 25 registers, and the working registers beside them.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::{DoorError, ShelfMark};
use roznamcha_statute::{Register, RegisterKind};
use serde::Deserialize;
use std::collections::HashMap;

use super::choose::{choose, office_of};
use crate::office::show::{count, office as office_name, when};
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
    entries: String,
    last: String,
    obsolete: bool,
}

/// The registers of one kind.
struct Shelf {
    heading: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "station/registers.html")]
struct Registers {
    shell: Shell,
    station: String,
    shelves: Vec<Shelf>,
    /// The station whose inspection report can be printed; empty where the reader may not.
    inspect: String,
    print_id: String,
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
    // Whoever may not read the registers sees which there are, as the statute book lists them, and no counts.
    let marks = match pages.records.shelf(&ctx.caller, &office).await {
        Ok(marks) => marks,
        Err(DoorError::NotFound) => Vec::new(),
        Err(error) => return Err(ctx.problem(error)),
    };
    let marks: HashMap<String, ShelfMark> = marks.into_iter().map(|m| (m.register.clone(), m)).collect();
    let statute = pages.records.statute();
    let may = |action, kind| pages.records.may(&ctx.caller, action, kind, &office);
    let opens = Opens {
        diary: may(Action::ReadDiary, ResourceKind::Diary),
        registers: may(Action::ReadRegister, ResourceKind::Register),
    };
    let shelf = |kind, heading: &str| Shelf {
        heading: ctx.t(heading),
        rows: statute.registers_of(kind).map(|r| row(&ctx, &office, r, &marks, &opens)).collect(),
    };
    let shelves = vec![
        shelf(RegisterKind::Statutory, "registers-statutory"),
        shelf(RegisterKind::Working, "registers-working"),
    ];
    let prints = may(Action::PrintDocument, ResourceKind::Diary) && opens.registers;
    let inspect = if prints { office.clone() } else { String::new() };
    let print_id = uuid::Uuid::new_v4().to_string();
    let shell = Shell::new(&pages, &ctx, ctx.t("nav-registers"));
    let station = office_name(&pages, &ctx.voice, &office);
    Ok(page(StatusCode::OK, &Registers { shell, station, shelves, inspect, print_id }))
}

/// Which books the reader may open: no link leads to one that would not.
struct Opens {
    diary: bool,
    registers: bool,
}

fn row(
    ctx: &Ctx,
    office: &str,
    register: &Register,
    marks: &HashMap<String, ShelfMark>,
    opens: &Opens,
) -> Row {
    let written = register.number.written();
    let mark = marks.get(&written);
    Row {
        href: match register.number.is(2) {
            true if opens.diary => format!("/diary?office={office}"),
            false if opens.registers => format!("/register/{written}?office={office}"),
            _ => String::new(),
        },
        number: register.number.roman(),
        name: ctx.voice.pick(&register.en, &register.ur).to_owned(),
        rule: ctx.voice.pick(&register.rule, &register.rule_ur).to_owned(),
        kept: ctx.voice.pick(&register.retention, &register.retention_ur).to_owned(),
        entries: mark.map(|m| count(&ctx.voice, m.entries)).unwrap_or_default(),
        last: mark.and_then(|m| m.last).map(|at| when(&ctx.voice, at)).unwrap_or_default(),
        obsolete: register.obsolete,
    }
}
