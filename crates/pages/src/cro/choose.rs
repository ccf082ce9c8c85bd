//! `GET /cro/enrol`: of whom prints are taken, and under which section of the law: a person of a case, or one who is bound
//! over or ordered by a magistrate without one.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::EnrolBasis;
use roznamcha_records::{Action, CaseDesk, DoorError, Found};
use serde::Deserialize;

use super::say;
use super::search_new::stations;
use crate::case::status_key;
use crate::ctx::Voice;
use crate::office::show::office as office_name;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_access::ResourceKind;

/// What is known already.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// Number of the case as typed.
    no: Option<String>,
    /// The station.
    office: Option<String>,
    /// The case, by the act of its report.
    fir: Option<String>,
}

/// A legal basis and what it allows.
pub(super) struct Basis {
    pub code: &'static str,
    pub name: String,
    pub allows: String,
}

/// A person who may be enrolled.
struct Person {
    index: u32,
    name: String,
    status: String,
    bases: Vec<Basis>,
}

#[derive(Template)]
#[template(path = "cro/choose.html")]
struct Choose {
    shell: Shell,
    no: String,
    not_found: bool,
    office: String,
    stations: Vec<(String, String)>,
    alone: Vec<Basis>,
    /// Number of the case that is meant; empty for none.
    case: String,
    fir: String,
    station: String,
    persons: Vec<Person>,
}

/// `GET /cro/enrol`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let typed = asked.no.clone().unwrap_or_default();
    let fir = match &asked.fir {
        Some(fir) => Some(fir.clone()),
        None => found(&pages, &ctx, &typed, asked.office.as_deref()).await.map_err(|e| ctx.problem(e))?,
    };
    let desk = match &fir {
        Some(fir) => Some(pages.records.enrol_desk(&ctx.caller, fir).await.map_err(|e| ctx.problem(e))?),
        None => None,
    };
    let office = desk.as_ref().map(|desk| desk.line.office.clone()).or(asked.office).unwrap_or_default();
    let at = if desk.is_some() { office.as_str() } else { ctx.caller.office() };
    if desk.is_none() && !pages.records.may(&ctx.caller, Action::EnrolPrints, ResourceKind::Office, at) {
        return Err(ctx.problem(DoorError::NotAllowed { key: "denied".to_owned() }));
    }
    let persons = match &desk {
        Some(desk) => persons(&pages, &ctx, desk).await.map_err(|e| ctx.problem(e))?,
        None => Vec::new(),
    };
    let voice = &ctx.voice;
    let template = Choose {
        not_found: !typed.is_empty() && desk.is_none(),
        no: typed,
        stations: stations(&pages, &ctx).into_iter().map(|choice| (choice.value, choice.label)).collect(),
        alone: [EnrolBasis::Bond, EnrolBasis::Magistrate].map(|b| basis(voice, b)).into(),
        case: desk.as_ref().map(|d| format!("{}/{}", d.line.no, d.line.year)).unwrap_or_default(),
        fir: fir.unwrap_or_default(),
        station: office_name(&pages, voice, &office),
        persons,
        shell: Shell::new(&pages, &ctx, ctx.t("cro-enrol")),
        office,
    };
    Ok(page(StatusCode::OK, &template))
}

/// The one case of that number, at that station where one is said.
async fn found(
    pages: &Pages,
    ctx: &Ctx,
    no: &str,
    office: Option<&str>,
) -> Result<Option<String>, DoorError> {
    if no.trim().is_empty() {
        return Ok(None);
    }
    let found = pages.records.search(&ctx.caller, no).await?.found;
    let there = |line: &&Found| {
        line.why == "number" && office.is_none_or(|office| office.is_empty() || line.line.office == office)
    };
    let mut found = found.iter().filter(there);
    // Of two stations' cases of one number none is meant before the station is said.
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(Some(one.line.act.clone())),
        _ => Ok(None),
    }
}

/// A basis in words.
pub(super) fn basis(voice: &Voice, basis: EnrolBasis) -> Basis {
    Basis {
        code: basis.as_str(),
        name: say::basis(voice, basis),
        allows: voice.t(&format!("{}-allows", say::key("cro-basis-", basis.as_str()))),
    }
}

/// Accused of the case of whom the rules let this officer take prints, each with the sections that allow it now.
async fn persons(pages: &Pages, ctx: &Ctx, desk: &CaseDesk) -> Result<Vec<Person>, DoorError> {
    let mut all = Vec::new();
    for named in &desk.persons {
        let Some(status) = named.status else { continue };
        let line = &desk.line;
        let bases = pages.records.enrol_bases(&ctx.caller, &line.office, &line.act, named.index).await?;
        if !bases.is_empty() {
            all.push(Person {
                index: named.index,
                name: named.line.clone(),
                status: ctx.voice.t(&status_key(status)),
                bases: bases.into_iter().map(|b| basis(&ctx.voice, b)).collect(),
            });
        }
    }
    Ok(all)
}
