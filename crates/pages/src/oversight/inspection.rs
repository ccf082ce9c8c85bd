//! `GET /inspection/{station}`: what an inspecting officer must see on the day, filled from the books; as a file too.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use roznamcha_access::{Action, ResourceKind};
use roznamcha_books::{CsvTable, tables_csv};
use roznamcha_records::{DoorError, PackLead};
use roznamcha_sheets::pack::{SaidCell, SaidRow, SaidSection, Writing, said};

use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// A value; the first one of a line carries its link.
struct Cell {
    text: String,
    ltr: bool,
    href: String,
}

/// One thing to see.
struct Section {
    code: &'static str,
    title: String,
    counts: String,
    total: String,
    wants: bool,
    more: bool,
    heads: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

#[derive(Template)]
#[template(path = "oversight/inspection.html")]
struct Inspection {
    shell: Shell,
    place: String,
    station: String,
    at: String,
    checked: String,
    prints: bool,
    print_id: String,
    sections: Vec<Section>,
}

/// `GET /inspection`: one's own station's, or a choice of stations.
pub(crate) async fn own(State(pages): State<Pages>, ctx: Ctx) -> Response {
    let offices = pages.records.offices();
    let stations = offices.stations(ctx.caller.office());
    match stations.as_slice() {
        [one] => axum::response::Redirect::to(&format!("/inspection/{}", show::in_query(&one.code)))
            .into_response(),
        _ => {
            let lines = stations.iter().map(|o| {
                let name = ctx.voice.pick(&o.en, &o.ur).to_owned();
                (format!("/inspection/{}", show::in_query(&o.code)), name)
            });
            let shell = Shell::new(&pages, &ctx, ctx.t("inspection-title"));
            page(StatusCode::OK, &Which { shell, stations: lines.collect() })
        }
    }
}

#[derive(Template)]
#[template(path = "oversight/inspection_which.html")]
struct Which {
    shell: Shell,
    stations: Vec<(String, String)>,
}

/// `GET /inspection/{station}`
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(station): Path<String>,
) -> Result<Response, Problem> {
    let pack = pages.records.inspection(&ctx.caller, &station).await.map_err(|e| ctx.problem(e))?;
    let voice = &ctx.voice;
    let told = said(&pages.records, voice, &pack, Writing::Words).await.map_err(|e| ctx.problem(e))?;
    let view = Inspection {
        shell: Shell::new(&pages, &ctx, ctx.t("inspection-title")),
        place: show::office(&pages, voice, &station),
        station: show::in_query(&station),
        at: show::when(voice, pack.at),
        checked: pack.checked.map(|at| show::when(voice, at)).unwrap_or_default(),
        prints: pages.records.may(&ctx.caller, Action::PrintDocument, ResourceKind::Diary, &station),
        print_id: uuid::Uuid::new_v4().to_string(),
        sections: told.into_iter().map(|s| section(&pages, &ctx, &station, s)).collect(),
    };
    Ok(page(StatusCode::OK, &view))
}

/// `GET /inspection/{station}/csv`
pub(crate) async fn csv(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(station): Path<String>,
) -> Result<Response, Problem> {
    let pack = pages.records.inspection(&ctx.caller, &station).await.map_err(|e| ctx.problem(e))?;
    let told = said(&pages.records, &ctx.voice, &pack, Writing::Machine).await.map_err(|e| ctx.problem(e))?;
    let tables: Vec<CsvTable> = told.into_iter().map(table).collect();
    let file = tables_csv(&tables).map_err(|e| ctx.problem(DoorError::Defect(e.to_string())))?;
    let name = format!("inspection-{station}-{}.csv", pack.at.day());
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((StatusCode::OK, headers, file).into_response())
}

fn section(pages: &Pages, ctx: &Ctx, station: &str, said: SaidSection) -> Section {
    Section {
        code: said.code,
        title: said.title,
        counts: said.counts,
        total: show::count(&ctx.voice, said.total),
        wants: said.wants,
        more: said.code != "health" && said.total > said.rows.len() as u64 && said.rows.len() >= 50,
        heads: said.heads,
        rows: said.rows.into_iter().map(|row| line(pages, ctx, station, row)).collect(),
    }
}

/// A line. Nobody is led to a page that is shut to him.
fn line(pages: &Pages, ctx: &Ctx, station: &str, row: SaidRow) -> Vec<Cell> {
    let may = |action, kind| pages.records.may(&ctx.caller, action, kind, station);
    let at = show::in_query(station);
    let href = match &row.lead {
        Some(PackLead::Entry(entry))
            if entry.register == "2" && !may(Action::ReadDiary, ResourceKind::Diary) =>
        {
            None
        }
        Some(PackLead::Entry(entry)) => {
            Some(format!("/entry?office={at}&key={}", show::in_query(&entry.to_string())))
        }
        Some(PackLead::Case(fir)) => may(Action::ReadFir, ResourceKind::Fir).then(|| format!("/fir/{fir}")),
        Some(PackLead::Check(check)) => Some(format!("/health/{check}?office={at}")),
        None => None,
    };
    let mut href = href;
    let cell = |cell: SaidCell| {
        let link = if cell.text.is_empty() { None } else { href.take() };
        Cell { text: cell.text, ltr: cell.ltr, href: link.unwrap_or_default() }
    };
    row.cells.into_iter().map(cell).collect()
}

fn table(said: SaidSection) -> CsvTable {
    let row = |row: SaidRow| row.cells.into_iter().map(|cell| cell.text).collect();
    CsvTable {
        title: said.title,
        total: said.total,
        heads: said.heads,
        rows: said.rows.into_iter().map(row).collect(),
    }
}
