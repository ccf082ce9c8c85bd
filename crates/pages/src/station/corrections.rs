//! `GET /corrections`: corrections that wait for the officer in charge.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::views::{CorrectionRow, EntryRow};
use roznamcha_records::{Action, DoorError};
use serde::Deserialize;
use std::collections::BTreeMap;

use super::choose::{choose, office_of};
use super::entry::{heading, kind_of};
use crate::office::show::office as office_name;
use crate::shell::page;
use crate::struck::{Note, note};
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_sheets::{Sight, cell};

/// Corrections whose words are read for the page; the others follow when these are done.
const MOST: usize = 50;

/// Whose corrections.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
}

struct Waiting {
    href: String,
    entry: String,
    column: String,
    wrong: String,
    right: String,
    note: Note,
    act: String,
    may: bool,
}

#[derive(Template)]
#[template(path = "station/corrections.html")]
struct Corrections {
    shell: Shell,
    station: String,
    rows: Vec<Waiting>,
    more: bool,
    path: String,
}

/// `GET /corrections`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let Some(office) = office_of(&pages, &ctx, asked.office.as_deref()) else {
        return Ok(choose(&pages, &ctx, "/corrections"));
    };
    let waiting = pages.records.unattested(&ctx.caller, &office).await.map_err(|e| ctx.problem(e))?;
    let rows = words(&pages, &ctx, &office, &waiting).await.map_err(|e| ctx.problem(e))?;
    let template = Corrections {
        shell: Shell::new(&pages, &ctx, ctx.t("nav-corrections")),
        station: office_name(&pages, &ctx.voice, &office),
        more: waiting.len() > MOST,
        path: format!("/corrections?office={office}"),
        rows,
    };
    Ok(page(StatusCode::OK, &template))
}

/// Who attests sees what: the entries are read, each once and each on record.
async fn words(
    pages: &Pages,
    ctx: &Ctx,
    office: &str,
    waiting: &[CorrectionRow],
) -> Result<Vec<Waiting>, DoorError> {
    let mut entries: BTreeMap<String, EntryRow> = BTreeMap::new();
    for row in waiting.iter().take(MOST) {
        let key = row.entry.to_string();
        if entries.contains_key(&key) {
            continue;
        }
        match pages.records.entry(&ctx.caller, office, &key).await {
            Ok(view) => entries.insert(key, view.row),
            // An entry this officer may not open is not his to attest.
            Err(DoorError::NotFound) => None,
            Err(error) => return Err(error),
        };
    }
    let sight = Sight::of(&pages.records, &ctx.voice, office, entries.values()).await?;
    let line = |row: &CorrectionRow| {
        let entry = entries.get(&row.entry.to_string())?;
        let strike = entry.strikes.iter().find(|s| s.act == row.act)?;
        let own = office == ctx.caller.office();
        let may = pages.records.may(&ctx.caller, Action::AttestCorrection, kind_of(entry), office);
        Some(Waiting {
            href: format!("/entry?office={office}&key={}", row.entry),
            entry: heading(pages, ctx, entry),
            column: cell::heading(&sight, entry, &strike.field),
            wrong: strike.wrong.clone(),
            right: strike.right.clone(),
            note: note(&sight.voice, strike, &sight.names),
            act: row.act.clone(),
            may: own && may,
        })
    };
    Ok(waiting.iter().take(MOST).filter_map(line).collect())
}
