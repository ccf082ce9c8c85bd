//! `GET /cases/{fir}/print`: what of a case can be printed, each with its button.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::kinds::Body;
use roznamcha_records::{CaseFile, DoorError, Paper, ZimniLine};
use roznamcha_sheets::CaseForm;

use crate::office::show::when;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Kinds of paper that have a form.
const FORMED: &[&str] =
    &["challan.submit", "case.arrest", "case.memo", "case.statement", "accused.convict", "prints.destroy"];
/// Papers and case diaries listed.
const MOST: u32 = 200;

/// A document that can be printed.
struct Line {
    /// What it is.
    name: String,
    /// Of whom, or of when.
    about: String,
    /// Its end of the address.
    form: String,
    /// The id its print will have.
    id: String,
}

/// Documents of one kind.
struct Group {
    heading: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "prints/case.html")]
struct CasePrints {
    shell: Shell,
    fir: String,
    title: String,
    groups: Vec<Group>,
}

/// `GET /cases/{fir}/print`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(fir): Path<String>,
) -> Result<Response, Problem> {
    let records = &pages.records;
    let file = records.case_file(&ctx.caller, &fir).await.map_err(|e| ctx.problem(e))?;
    let office = &file.case.office;
    let own = file.case.io().is_some_and(|io| io.officer == ctx.caller.officer());
    // Whoever may not print it, or may not see its persons, is not told what there is.
    if !file.persons || !(own || records.may(&ctx.caller, Action::PrintDocument, ResourceKind::Fir, office)) {
        return Err(ctx.problem(DoorError::NotFound));
    }
    let papers = records.case_papers(&ctx.caller, &fir, FORMED, None, MOST).await;
    let papers = papers.map_err(|e| ctx.problem(e))?.papers;
    let zimnis = if file.diaries {
        let index = records.zimni_index(&ctx.caller, &fir, 0, MOST).await;
        index.map_err(|e| ctx.problem(e))?.lines
    } else {
        Vec::new()
    };
    let groups = vec![
        group(&ctx, "prints-whole", vec![line(&ctx, "prints-case-file", "", "file")]),
        group(&ctx, "prints-accused", accused(&ctx, &file)),
        group(&ctx, "prints-papers", papers.iter().filter_map(|p| paper(&ctx, &file, p)).collect()),
        group(&ctx, "prints-diaries", zimnis.iter().filter(|z| !z.gone).map(|z| diary(&ctx, z)).collect()),
    ];
    let groups = groups.into_iter().filter(|g| !g.lines.is_empty()).collect();
    let title = file.case.title();
    let shell = Shell::new(&pages, &ctx, format!("{} {title}", ctx.t("prints-title")));
    Ok(page(StatusCode::OK, &CasePrints { shell, fir, title, groups }))
}

fn group(ctx: &Ctx, heading: &str, lines: Vec<Line>) -> Group {
    Group { heading: ctx.t(heading), lines }
}

fn line(ctx: &Ctx, name: &str, about: &str, form: &str) -> Line {
    Line {
        name: ctx.t(name),
        about: about.to_owned(),
        form: form.to_owned(),
        id: uuid::Uuid::new_v4().to_string(),
    }
}

fn name_of(file: &CaseFile, index: u32) -> String {
    file.person(index).map(|p| p.party.line()).unwrap_or_default()
}

/// Remand and custody form of everyone who was arrested.
fn accused(ctx: &Ctx, file: &CaseFile) -> Vec<Line> {
    let held = file.accused.iter().filter(|a| !a.row.arrests.is_empty()).map(|a| a.row.index);
    held.flat_map(|index| {
        let name = name_of(file, index);
        [
            line(ctx, "sheet-remand-title", &name, &format!("remand-{index}")),
            line(ctx, "sheet-custody-title", &name, &format!("custody-{index}")),
        ]
    })
    .collect()
}

/// A paper with what tells it from others of its kind.
fn paper(ctx: &Ctx, file: &CaseFile, paper: &Paper) -> Option<Line> {
    CaseForm::of_kind(&paper.step.kind)?;
    let (key, whose) = match paper.body.as_ref()? {
        Body::ChallanSubmit(body) => (format!("sheet-challan-{}", body.report.as_str()), String::new()),
        Body::CaseArrest(body) => ("sheet-arrest-title".to_owned(), name_of(file, body.accused)),
        Body::CaseStatement(body) => ("sheet-statement".to_owned(), body.person.line()),
        Body::AccusedConvict(body) => ("sheet-slip-title".to_owned(), name_of(file, body.accused)),
        Body::PrintsDestroy(body) => ("sheet-cro-destruction-title".to_owned(), name_of(file, body.accused)),
        _ => ("act-kind-case-memo".to_owned(), String::new()),
    };
    let at = when(&ctx.voice, paper.step.happened);
    let about = if whose.is_empty() { at } else { format!("{whose} · {at}") };
    Some(line(ctx, &key, &about, &paper.step.act))
}

fn diary(ctx: &Ctx, zimni: &ZimniLine) -> Line {
    let about = format!("{} · {}", zimni.no, when(&ctx.voice, zimni.date));
    line(ctx, "sheet-zimni-title", &about, &format!("zimni-{}", zimni.no))
}
