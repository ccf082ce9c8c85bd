//! `GET /entry`: one entry of a register with every column, its corrections, and where it stands in the journal.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use roznamcha_access::ResourceKind;
use roznamcha_acts::views::{EntryRow, Strike};
use roznamcha_records::{Action, DoorError, EntryView};
use roznamcha_statute::RegisterNo;
use roznamcha_words::{dates, digits};
use serde::Deserialize;

use super::line::Line;
use crate::deed::links::{self, Link};
use crate::fir::field::{Choice, Form, Select};
use crate::fir::typed::Typed;
use crate::office::show::{office as office_name, when};
use crate::shell::page;
use crate::struck::{Note, note};
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_sheets::{Sight, cell};

/// Which entry: by its key, or the diary's entry of an act. `new` names the form it came from.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
    key: Option<String>,
    act: Option<String>,
    new: Option<String>,
}

/// A correction, with leave to attest it.
struct Correction {
    act: String,
    column: String,
    wrong: String,
    right: String,
    note: Note,
    may_attest: bool,
}

#[derive(Template)]
#[template(path = "station/entry.html")]
struct Entry {
    shell: Shell,
    heading: String,
    station: String,
    office: String,
    key: String,
    line: Line,
    written: String,
    act: String,
    journal_no: String,
    journal_href: String,
    looked_href: String,
    masked: bool,
    corrections: Vec<Correction>,
    form: Form,
    columns: Option<Select>,
    /// What may be done upon it.
    acts: Vec<Link>,
    print_copy: bool,
    print_form: bool,
    new: bool,
}

/// `GET /entry`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = asked.office.filter(|o| !o.is_empty()).unwrap_or_else(|| ctx.caller.office().to_owned());
    let view = match (&asked.key, &asked.act) {
        (Some(key), _) => pages.records.entry(&ctx.caller, &office, key).await,
        (None, Some(act)) => {
            pages.records.entry_of_act(&ctx.caller, &office, act).await.map(|(view, _)| view)
        }
        (None, None) => Err(DoorError::NotFound),
    };
    let view = view.map_err(|e| ctx.problem(e))?;
    let form = Form::new(&ctx.voice, "", Typed::default());
    render(&pages, &ctx, view, form, asked.new).await
}

/// The page of an entry, with a correction that was refused or a blank one.
pub(crate) async fn render(
    pages: &Pages,
    ctx: &Ctx,
    view: EntryView,
    form: Form,
    new: Option<String>,
) -> Result<Response, Problem> {
    let sight = Sight::of(&pages.records, &ctx.voice, &view.row.office, std::iter::once(&view.row)).await;
    let sight = sight.map_err(|e| ctx.problem(e))?;
    let row = &view.row;
    let kind = kind_of(row);
    let may = |action, kind| pages.records.may(&ctx.caller, action, kind, &row.office);
    let own = row.office == ctx.caller.office();
    let mut shell = Shell::new(pages, ctx, heading(pages, ctx, row));
    if let Some(draft) = &new {
        draft.clone_into(&mut shell.draft_done);
    }
    let attest = own && may(Action::AttestCorrection, kind);
    let looked = may(Action::ReadWhoLooked, kind);
    let journal = may(Action::ReadJournal, ResourceKind::Journal);
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let seq = i64::try_from(row.seq).unwrap_or(i64::MAX);
    let report = matches!(row.subject.as_str(), "info_noncognizable" | "refusal");
    let template = Entry {
        heading: shell.title.clone(),
        shell,
        station: office_name(pages, &ctx.voice, &row.office),
        office: row.office.clone(),
        key: row.entry.to_string(),
        line: Line::of(&sight, &view, None),
        written: when(&ctx.voice, row.written),
        act: row.act.clone(),
        journal_no: ctx.voice.n("entry-journal-no", "n", seq),
        journal_href: link(journal, || format!("/journal/headers?office={}&from={}", row.office, row.seq)),
        looked_href: link(looked, || format!("/who-looked?office={}&key={}", row.office, row.entry)),
        masked: view.masked,
        corrections: row.strikes.iter().map(|s| correction(&sight, row, s, attest)).collect(),
        columns: columns(&sight, &view, &form).filter(|_| own && may(Action::CorrectEntry, kind)),
        acts: links::of_entry(pages, ctx, row),
        print_copy: report
            && row.entry.register == "2"
            && row.gone.is_none()
            && may(Action::PrintDocument, kind),
        // Both are read by the diary's entry of the same act.
        print_form: matches!(row.kind.as_str(), "road.issue" | "charge.hand_over")
            && row.gone.is_none()
            && !view.masked
            && may(Action::ReadDiary, ResourceKind::Diary)
            && may(Action::PrintDocument, kind),
        new: new.is_some(),
        form,
    };
    Ok(page(status, &template))
}

fn link(may: bool, href: impl FnOnce() -> String) -> String {
    if may { href() } else { String::new() }
}

/// What kind of record an entry is, to the policies.
pub(crate) fn kind_of(row: &EntryRow) -> ResourceKind {
    if row.entry.register == "2" { ResourceKind::Diary } else { ResourceKind::Register }
}

/// The register's name and the entry's number.
pub(crate) fn heading(pages: &Pages, ctx: &Ctx, row: &EntryRow) -> String {
    let number: Option<RegisterNo> = row.entry.register.parse().ok();
    let register = number.and_then(|n| pages.records.statute().register(n));
    let name = register.map_or(row.entry.register.as_str(), |r| ctx.voice.pick(&r.en, &r.ur));
    let no = digits::localise(ctx.voice.lang, &row.entry.serial.to_string());
    let serial = match row.entry.period.parse::<Date>() {
        Ok(day) => format!("{no}{} {}", ctx.voice.pick(",", "،"), dates::date(ctx.voice.lang, day)),
        Err(_) => format!("{}/{}", row.entry.serial, row.entry.period),
    };
    ctx.voice.with("entry-title", &[("register", name.into()), ("serial", serial.as_str().into())])
}

fn correction(sight: &Sight, row: &EntryRow, strike: &Strike, may: bool) -> Correction {
    Correction {
        act: strike.act.clone(),
        column: cell::heading(sight, row, &strike.field),
        wrong: strike.wrong.clone(),
        right: strike.right.clone(),
        note: note(&sight.voice, strike, &sight.names),
        may_attest: may && strike.attested_by.is_none(),
    }
}

/// Columns that a pen may correct; none where the content is gone or masked.
fn columns(sight: &Sight, view: &EntryView, form: &Form) -> Option<Select> {
    if view.row.gone.is_some() || view.masked {
        return None;
    }
    let words = view.row.cells.iter().filter(|c| c.is_words() && !c.value.is_empty());
    let choices: Vec<Choice> = words
        .map(|c| Choice { value: c.key.clone(), label: cell::heading(sight, &view.row, &c.key) })
        .collect();
    if choices.is_empty() {
        None
    } else {
        Some(form.select("field", "correct-field", "choose", choices).must(form))
    }
}
