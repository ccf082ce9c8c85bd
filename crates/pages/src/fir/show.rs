//! `/fir/{act}`: a report as a page, with what may be done upon it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::views::CaseSection;
use roznamcha_records::{DoorError, FirView};

use crate::files::Panel;
use crate::problem::status_of;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

use super::deeds::DEEDS;
use super::facts::{May, Report};
use super::field::{Form, Shown};
use super::law;
use super::new::DRAFT;
use super::sections::SectionLine;
use super::typed::Typed;
use roznamcha_sheets::{officers_of, people};

/// A deed that was refused: what was typed, and why not.
pub(crate) struct Tried {
    pub deed: &'static str,
    pub form: Form,
    pub status: StatusCode,
}

/// What stands before the ids of a deed's fields.
fn prefix(deed: &str) -> &'static str {
    match deed {
        "despatch" => "despatch-",
        "seal" => "seal-",
        "unseal" => "unseal-",
        "correct" => "correct-",
        "attach" => "attach-",
        "expunge" => "expunge-",
        _ => "",
    }
}

impl Tried {
    /// Refused by the rules.
    pub(crate) fn error(ctx: &Ctx, deed: &'static str, typed: Typed, error: &DoorError) -> Self {
        let form = Form::new(&ctx.voice, prefix(deed), typed).with_error(error);
        let status = match status_of(error) {
            StatusCode::CONFLICT => StatusCode::CONFLICT,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Self { deed, form, status }
    }

    /// Not possible now, as a message says.
    pub(crate) fn said(ctx: &Ctx, deed: &'static str, typed: Typed, key: &str) -> Self {
        let mut form = Form::new(&ctx.voice, prefix(deed), typed);
        form.faults.push(Shown { field: String::new(), label: String::new(), text: ctx.t(key) });
        Self { deed, form, status: StatusCode::SERVICE_UNAVAILABLE }
    }
}

/// `GET /fir/{act}`
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(act): Path<String>,
) -> Result<Response, Problem> {
    render(&pages, &ctx, &act, None).await
}

/// The report; with a deed that was refused, its form filled in again.
pub(crate) async fn render(
    pages: &Pages,
    ctx: &Ctx,
    act: &str,
    tried: Option<Tried>,
) -> Result<Response, Problem> {
    let view = pages.records.fir(&ctx.caller, act).await.map_err(|e| ctx.problem(e))?;
    let row = &view.row;
    let book = pages.records.statute();
    let staff = people::rows(&pages.records, &row.office, officers_of(row)).await;
    let staff = staff.map_err(|e| ctx.problem(e))?;
    let names = people::names(&ctx.voice, book, &staff);
    let office = pages.records.offices().get(&row.office).cloned();
    let province = office.as_ref().map_or("PK", |o| o.province.as_str());
    let sections = row.fir.as_ref().map(|f| {
        let day = f.occurred_to.unwrap_or(f.occurred_from).day();
        let line = |section: &CaseSection| {
            SectionLine::of(&ctx.voice, section, |code| law::in_words(&ctx.voice, book, code, province, day))
        };
        row.sections.iter().map(line).collect()
    });
    let said = |name: &str| query(&ctx.path, name);
    let is_new = said("new").is_some();
    let done = said("done").filter(|d| DEEDS.contains(&d.as_str()));
    let title = format!("{}/{}", row.no, row.year);
    let mut shell = Shell::new(pages, ctx, format!("{} {title}", ctx.t("fir-number")));
    if is_new {
        DRAFT.clone_into(&mut shell.draft_done);
    }
    let status = tried.as_ref().map_or(StatusCode::OK, |t| t.status);
    let may = allowed(pages, ctx, &view);
    let station = office.map_or_else(|| row.office.clone(), |o| ctx.voice.pick(&o.en, &o.ur).to_owned());
    let files = Panel::of(pages, ctx, &view).await.map_err(|e| ctx.problem(e))?;
    let report = Report {
        files,
        shell,
        voice: ctx.voice.clone(),
        title,
        station,
        sections: sections.unwrap_or_default(),
        names,
        may,
        tried,
        is_new,
        done: done.unwrap_or_default(),
        view,
    };
    Ok(page(status, &report))
}

/// A parameter of a path's query.
fn query(path: &str, name: &str) -> Option<String> {
    let (_, query) = path.split_once('?')?;
    let found = query.split('&').filter_map(|p| p.split_once('=')).find(|(n, _)| *n == name);
    found.map(|(_, v)| v.to_owned())
}

/// What to offer; the door decides again when it is done.
fn allowed(pages: &Pages, ctx: &Ctx, view: &FirView) -> May {
    let row = &view.row;
    let may = |action, kind| pages.records.may(&ctx.caller, action, kind, &row.office);
    let fir = |action| may(action, ResourceKind::Fir);
    if row.fir.is_none() {
        let case_file = fir(Action::ReadCase);
        return May { who_looked: fir(Action::ReadWhoLooked), case_file, ..May::default() };
    }
    let words = view.fields.shows(roznamcha_records::Field::FirNarrative);
    May {
        print: fir(Action::PrintDocument) && pages.press.is_some(),
        sign: row.signed.is_none() && fir(Action::SignFir),
        despatch: !row.unsent().is_empty() && fir(Action::DespatchCopy),
        seal: row.sealed.is_none() && fir(Action::SealFir),
        unseal: row.sealed.is_some() && fir(Action::UnsealFir),
        correct: words && may(Action::CorrectEntry, ResourceKind::Register),
        attest: may(Action::AttestCorrection, ResourceKind::Register),
        expunge: fir(Action::Expunge),
        who_looked: fir(Action::ReadWhoLooked),
        case_file: fir(Action::ReadCase),
    }
}
