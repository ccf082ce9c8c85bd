//! `/custody`: who is in the lock-up, how long since arrest, who is lodged and who leaves.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::ResourceKind;
use roznamcha_acts::kinds::{CustodyLodge, CustodyRelease};
use roznamcha_acts::views::CustodyRow;
use roznamcha_records::{Action, DoorError, NewAct, Receipt};
use serde::Deserialize;

use super::case;
use super::form::{self, Labels, Pairs};
use super::noncognizable::section_picker;
use super::picker::Picker;
use super::show::machine;
use crate::fir::field::{Choice, Form, Select};
use crate::fir::read;
use crate::fir::typed::Typed;
use crate::office::show::when;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_sheets::Sight;

/// Section 61: before a magistrate within 24 hours of arrest.
const LIMIT_SECONDS: i64 = 24 * 3600;

const LABELS: Labels = &[
    ("arrested", "arrested", "custody-arrested-at"),
    ("justification", "justification", "custody-justification"),
    ("fir", "fir", "diary-case"),
    ("custody", "custody", "custody-person"),
    ("release", "release", "custody-out-reason"),
    ("remarks", "remarks", "remarks"),
];

/// After an act: which form it came from.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    done: Option<String>,
}

/// A person in the lock-up.
struct Held {
    href: String,
    person: String,
    sections: Vec<String>,
    arrested: String,
    machine: String,
    hours: String,
    until: String,
    over: bool,
}

#[derive(Template)]
#[template(path = "station/custody.html")]
struct Custody {
    shell: Shell,
    held: Vec<Held>,
    lodge: Form,
    sections: Picker,
    leave: Form,
    persons: Select,
    reasons: Select,
    may_lodge: bool,
    may_release: bool,
    done: bool,
}

/// `GET /custody`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (lodge, leave) = blank(&ctx);
    render(&pages, &ctx, lodge, leave, asked.done).await
}

/// `POST /custody/lodge`.
pub(crate) async fn lodge(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    form::at(&mut ctx, "/custody");
    let typed = Typed::read(pairs);
    match perform_lodge(&pages, &ctx, &typed).await {
        Ok(_) => {
            form::discard(&pages, &ctx, &typed).await;
            Ok(form::done("/custody?done=lodge"))
        }
        Err(error) if form::mendable(&error) => {
            let form = form::refused(Form::new(&ctx.voice, "", typed), &error, LABELS);
            let (_, leave) = blank(&ctx);
            render(&pages, &ctx, form, leave, None).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

/// `POST /custody/release`.
pub(crate) async fn release(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    form::at(&mut ctx, "/custody");
    let typed = Typed::read(pairs);
    let body = CustodyRelease {
        custody: typed.get("custody").to_owned(),
        release: typed.get("release").to_owned(),
        remarks: typed.get("remarks").to_owned(),
    };
    let outcome = if body.custody.is_empty() {
        Err(form::faulty(vec![form::fault("custody", "fault-missing")]))
    } else {
        pages.records.perform(&ctx.caller, NewAct::now(typed.act_id(), body.into())).await
    };
    match outcome {
        Ok(_) => Ok(form::done("/custody?done=release")),
        Err(error) if form::mendable(&error) => {
            let (lodge, _) = blank(&ctx);
            let leave = form::refused(Form::new(&ctx.voice, "out-", typed), &error, LABELS);
            render(&pages, &ctx, lodge, leave, None).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

fn blank(ctx: &Ctx) -> (Form, Form) {
    let form = |prefix| Form::new(&ctx.voice, prefix, Typed::default());
    (form(""), form("out-"))
}

async fn perform_lodge(pages: &Pages, ctx: &Ctx, typed: &Typed) -> Result<Receipt, DoorError> {
    let mut faults = Vec::new();
    let person = read::party(typed, "person", &mut faults);
    let arrested = typed.moment("arrested", &mut faults);
    if typed.get("arrested").is_empty() {
        faults.push(form::fault("arrested", "fault-missing"));
    }
    let (Some(arrested), true) = (arrested, faults.is_empty()) else { return Err(form::faulty(faults)) };
    let body = CustodyLodge {
        person,
        sections: read::sections(typed, &pages.records, ctx, pages.records.now().day()),
        fir: case::case(pages, ctx, typed.get("fir"), "fir").await?,
        arrested,
        justification: typed.get("justification").to_owned(),
    };
    pages.records.perform(&ctx.caller, NewAct::now(typed.act_id(), body.into())).await
}

async fn render(
    pages: &Pages,
    ctx: &Ctx,
    lodge: Form,
    leave: Form,
    done: Option<String>,
) -> Result<Response, Problem> {
    let rows = pages.records.lockup(&ctx.caller).await.map_err(|e| ctx.problem(e))?;
    let office = ctx.caller.office();
    let sight = Sight::of(&pages.records, &ctx.voice, office, std::iter::empty())
        .await
        .map_err(|e| ctx.problem(e))?;
    let now = pages.records.now();
    let held: Vec<Held> =
        rows.iter().map(|c| line(ctx, &sight, &c.row, now.seconds_since(c.row.arrested))).collect();
    let person = |c: &roznamcha_records::CustodyLine| Choice {
        value: c.row.act.clone(),
        label: c.row.person.as_ref().map(|p| p.line()).unwrap_or_default(),
    };
    let people = rows.iter().filter(|c| c.row.person.is_some()).map(person).collect();
    let codes = ["magistrate", "bail", "released_169", "discharged", "hospital", "transferred"];
    let reasons = leave.choices("code-release-", &codes);
    let may = |action| pages.records.may(&ctx.caller, action, ResourceKind::Office, office);
    let faults = !lodge.faults.is_empty() || !leave.faults.is_empty();
    let mut shell = Shell::new(pages, ctx, ctx.t("custody-title"));
    if done.as_deref() == Some("lodge") {
        "custody-lodge".clone_into(&mut shell.draft_done);
    }
    let template = Custody {
        shell,
        sections: section_picker(pages, ctx, &lodge).must(&lodge),
        persons: leave.select("custody", "custody-person", "choose", people).must(&leave),
        reasons: leave.select("release", "custody-out-reason", "choose", reasons).must(&leave),
        may_lodge: may(Action::LodgeCustody),
        may_release: may(Action::ReleaseCustody) && !held.is_empty(),
        held,
        lodge,
        leave,
        done: done.is_some(),
    };
    let status = if faults { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(status, &template))
}

fn line(ctx: &Ctx, sight: &Sight, row: &CustodyRow, seconds: i64) -> Held {
    let person = row.person.as_ref().map_or_else(|| ctx.t("entry-gone-short"), |p| p.line());
    let limit = when(&ctx.voice, row.arrested.plus_seconds(LIMIT_SECONDS));
    Held {
        href: format!("/entry?office={}&act={}", row.office, row.act),
        person,
        sections: row.sections.iter().map(|s| sight.section(s)).collect(),
        arrested: when(&ctx.voice, row.arrested),
        machine: machine(row.arrested),
        hours: ctx.voice.n("custody-hours", "n", seconds.max(0) / 3600),
        until: ctx.voice.with("custody-magistrate-by", &[("when", limit.as_str().into())]),
        over: seconds >= LIMIT_SECONDS,
    }
}
