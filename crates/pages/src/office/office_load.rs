//! `/offices/load`: a list of stations, pasted from a sheet. Nothing is opened while any row has a fault; sent again,
//! the same rows are the same acts.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::kinds::OfficeOpen;
use roznamcha_acts::{ActId, Refusal};
use roznamcha_records::{DoorError, NewAct, OfficeTree};
use roznamcha_statute::{OfficeLine, RowError};
use roznamcha_words::Arg;
use serde::Deserialize;
use std::collections::HashSet;
use uuid::Uuid;

use super::form::{OfOffice, office_of};
use super::show;
use crate::ctx::Voice;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/offices/load", get(form).post(load))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    office: String,
    list: String,
}

/// What became of one row.
struct RowLine {
    line: String,
    column: String,
    text: String,
    good: bool,
}

#[derive(Template)]
#[template(path = "office/office_load.html")]
struct LoadPage {
    shell: Shell,
    office: String,
    office_name: String,
    list: String,
    rows: Vec<RowLine>,
    /// Everything read; the rows tell what was opened.
    loaded: bool,
}

impl LoadPage {
    fn new(pages: &Pages, ctx: &Ctx, typed: Typed, rows: Vec<RowLine>, loaded: bool) -> Self {
        Self {
            shell: Shell::new(pages, ctx, ctx.t("office-load")),
            office_name: show::office(pages, &ctx.voice, &typed.office),
            office: typed.office,
            list: typed.list,
            rows,
            loaded,
        }
    }
}

async fn form(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<OfOffice>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    if !pages.records.may(&ctx.caller, Action::OpenOffice, ResourceKind::Office, &office) {
        return Err(ctx.problem(DoorError::NotAllowed { key: "not-your-power".to_owned() }));
    }
    let typed = Typed { office, list: "code,kind,parent,en,ur\n".to_owned() };
    Ok(page(StatusCode::OK, &LoadPage::new(&pages, &ctx, typed, Vec::new(), false)))
}

async fn load(
    State(pages): State<Pages>,
    ctx: Ctx,
    Form(mut typed): Form<Typed>,
) -> Result<Response, Problem> {
    typed.office = office_of(&typed.office, &ctx);
    typed.list = typed.list.replace("\r\n", "\n");
    let tree = pages.records.offices();
    let read = OfficeLine::parse_csv(&typed.list);
    let mut errors = read.errors;
    // An office opened by an act is not in the statute book, and yet a good parent.
    let known = |e: &RowError| {
        let line = read.lines.iter().find(|l| l.line == e.line);
        e.column == "parent" && line.is_some_and(|l| tree.get(l.parent.as_str()).is_some())
    };
    errors.extend(pages.records.statute().check_lines(&read.lines).into_iter().filter(|e| !known(e)));
    errors.sort_by_key(|e| e.line);
    if !errors.is_empty() || read.lines.is_empty() {
        let rows = errors.iter().map(|e| fault_line(&ctx.voice, e)).collect();
        let sheet = LoadPage::new(&pages, &ctx, typed, rows, false);
        return Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &sheet));
    }
    let mut rows = Vec::with_capacity(read.lines.len());
    for line in parents_first(&read.lines) {
        rows.push(open(&pages, &ctx, &tree, line).await.map_err(|e| ctx.problem(e))?);
    }
    Ok(page(StatusCode::OK, &LoadPage::new(&pages, &ctx, typed, rows, true)))
}

/// The lines so that each parent on the list is before its children.
fn parents_first(lines: &[OfficeLine]) -> Vec<&OfficeLine> {
    let mut left: Vec<&OfficeLine> = lines.iter().collect();
    let mut ordered = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let waiting: HashSet<&str> = left.iter().map(|l| l.code.as_str()).collect();
        let (later, now): (Vec<_>, Vec<_>) =
            left.into_iter().partition(|l| waiting.contains(l.parent.as_str()));
        if now.is_empty() {
            // A ring of parents; the check before has named it.
            ordered.extend(later);
            break;
        }
        ordered.extend(now);
        left = later;
    }
    ordered
}

async fn open(pages: &Pages, ctx: &Ctx, tree: &OfficeTree, line: &OfficeLine) -> Result<RowLine, DoorError> {
    let parent = line.parent.to_string();
    let now = pages.records.offices();
    let province = now.get(&parent).or_else(|| tree.get(&parent)).map(|o| o.province.clone());
    let body = OfficeOpen {
        code: line.code.to_string(),
        office_kind: line.kind.to_string(),
        name_en: line.en.clone(),
        name_ur: line.ur.clone(),
        province: province.unwrap_or_else(|| "PK".to_owned()),
        diary_hour: 8,
    };
    let same = format!("office.open:{parent}:{}:{}:{}:{}", line.code, line.kind, line.en, line.ur);
    let id = ActId(Uuid::new_v5(&Uuid::NAMESPACE_URL, same.as_bytes()));
    let mut act = NewAct::now(id, body.into());
    act.office = Some(parent);
    let (good, text) = match pages.records.perform(&ctx.caller, act).await {
        Ok(_) => (true, ctx.t("office-opened")),
        Err(DoorError::Refused(Refusal::Order { code, .. })) => (false, ctx.t(&code)),
        Err(DoorError::Refused(Refusal::Fields { faults })) => {
            (false, ctx.t(faults.first().map_or("fault-code", |f| f.code.as_str())))
        }
        Err(DoorError::NotAllowed { key }) => (false, ctx.t(&format!("reason-{key}"))),
        Err(DoorError::NotFound | DoorError::PurposeNeeded { .. }) => (false, ctx.t("reason-out-of-scope")),
        Err(error) => return Err(error),
    };
    let number = i64::try_from(line.line).unwrap_or(i64::MAX);
    Ok(RowLine { line: show::number(&ctx.voice, number), column: line.code.to_string(), text, good })
}

fn fault_line(voice: &Voice, error: &RowError) -> RowLine {
    use roznamcha_statute::Problem as Fault;
    let say = |key: &str, value: &str| voice.with(key, &[("value", Arg::Text(value))]);
    let text = match &error.problem {
        Fault::NotCsv(_) => voice.t("load-not-csv"),
        Fault::MissingColumn => voice.t("load-missing-column"),
        Fault::Empty => voice.t("load-empty"),
        Fault::Malformed { value, .. } => say("load-malformed", value),
        Fault::Unknown { value, .. } => say("load-unknown", value),
        Fault::Duplicate { key, .. } => say("load-twice", key),
        Fault::NotUrdu(value) => say("load-not-urdu", value),
        Fault::Cycle(value) => say("load-cycle", value),
        Fault::NotVerified { .. } | Fault::TagTooSure(_) | Fault::EndsBeforeStart => {
            voice.t("load-malformed-row")
        }
    };
    let number = i64::try_from(error.line).unwrap_or(i64::MAX);
    RowLine { line: show::number(voice, number), column: error.column.clone(), text, good: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_waits_for_its_parent() {
        let text = "code,kind,parent,en,ur\nB,police_station,A,B,ب\nA,subdivision,PK-PB-LHR,A,ا\n";
        let read = OfficeLine::parse_csv(text);
        assert_eq!(read.errors, Vec::new());
        let ordered: Vec<&str> = parents_first(&read.lines).iter().map(|l| l.code.as_str()).collect();
        assert_eq!(ordered, ["A", "B"]);
    }
}
