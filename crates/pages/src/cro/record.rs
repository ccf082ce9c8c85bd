//! `GET /cro/record/{office}/{act}`: one enrolment: prints, photographs, looks, and the record of the person it is of, each
//! entry with how its case stands. *Accused* is not *criminal*.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::EnrolRef;
use roznamcha_records::{Action, CaseHead, DoorError, EnrolView, Field, History, HistoryLine, PrintLine};
use roznamcha_sheets::Sight;
use roznamcha_words::digits;
use serde::Deserialize;

use super::desk::{Slip, slip};
use super::{looks, named, record_path, say};
use crate::ctx::Voice;
use crate::fir::facts::{PersonLine, person_line};
use crate::fir::field::{Choice, Form, Select};
use crate::fir::typed::Typed;
use crate::office::show::{office as office_name, when};
use crate::shell::page;
use crate::station::form::{self, fresh};
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_access::ResourceKind;

const LABELS: form::Labels = &[
    ("other", "other", "cro-join-other"),
    ("search", "search", "cro-join-search"),
    ("reasons", "reasons", "cro-join-reasons"),
];

/// What was just done.
#[derive(Deserialize)]
pub(super) struct Done {
    done: Option<String>,
}

/// A form of this page that was refused.
pub(super) struct Tried {
    pub typed: Typed,
    pub error: DoorError,
}

/// A print on the page.
pub(super) struct PrintTile {
    pub name: String,
    /// Address of its image; empty where there is none.
    pub src: String,
    pub note: String,
}

/// A photograph.
struct Photo {
    name: String,
    src: String,
}

/// An enrolment of the history.
struct Entry {
    href: String,
    when: String,
    name: String,
    basis: String,
    case: String,
    outcome: String,
    own: bool,
}

/// A join.
struct Join {
    act: String,
    id: String,
    when: String,
    by: String,
    reasons: String,
    href: String,
    parted: String,
    /// The reasons for parting it that were refused, and what is wrong with them.
    part_reasons: String,
    part_error: String,
}

#[derive(Template)]
#[template(path = "cro/record.html")]
struct Record {
    shell: Shell,
    /// Whichever form was sent, with what is wrong.
    form: Form,
    /// The form that joins.
    join_form: Form,
    office: String,
    act: String,
    done: &'static str,
    who: PersonLine,
    facts: Vec<(String, String)>,
    prints: Vec<PrintTile>,
    photographs: Vec<Photo>,
    looks: Vec<(String, String)>,
    history: Vec<Entry>,
    joins: Vec<Join>,
    search: Option<Slip>,
    searches: Select,
    may_join: bool,
    may_print: bool,
    print_id: String,
}

/// `GET /cro/record/{office}/{act}`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(of): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let of = named(of);
    let view = pages.records.enrolment_view(&ctx.caller, &of).await.map_err(|e| ctx.problem(e))?;
    let done = match done.done.as_deref() {
        Some("searched") => "cro-enrol-done",
        Some(_) => "cro-enrol-not-searched",
        None => "",
    };
    draw(&pages, &ctx, &view, None, done).await
}

/// The page again, with a form that was refused.
pub(super) async fn render(
    pages: &Pages,
    ctx: &Ctx,
    of: &EnrolRef,
    tried: Option<Tried>,
) -> Result<Response, Problem> {
    let view = pages.records.enrolment_view(&ctx.caller, of).await.map_err(|e| ctx.problem(e))?;
    draw(pages, ctx, &view, tried, "").await
}

async fn draw(
    pages: &Pages,
    ctx: &Ctx,
    view: &EnrolView,
    tried: Option<Tried>,
    done: &'static str,
) -> Result<Response, Problem> {
    let (records, voice) = (&pages.records, &ctx.voice);
    let history = records.person_history(&ctx.caller, &view.of).await.map_err(|e| ctx.problem(e))?;
    let Some(enrolment) = &view.row.enrolment else { return Err(ctx.problem(DoorError::NotFound)) };
    let may = |action| records.may(&ctx.caller, action, ResourceKind::Office, ctx.caller.office());
    let blank = || Form::new(voice, "", Typed::default());
    let mut form = match tried {
        Some(tried) => form::refused(Form::new(voice, "", tried.typed), &tried.error, LABELS),
        None => blank(),
    };
    // A part that was refused stands at its own form, not in that which joins.
    let parted = part_of(&mut form);
    let join_form = if parted { blank() } else { form.clone() };
    let joins = joins(pages, ctx, &history, (&view.of, &form)).await.map_err(|e| ctx.problem(e))?;
    let shows = view.fields.shows(Field::FirAccused);
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = Record {
        office: view.of.office.clone(),
        act: view.of.act.clone(),
        done,
        who: person_line(voice, "party-accused", &enrolment.person, ""),
        facts: facts(pages, voice, view),
        prints: tiles(voice, &view.prints, |print| finger_src(&view.of, print)),
        photographs: if shows { photographs(voice, view) } else { Vec::new() },
        looks: looks::said(pages, ctx, enrolment),
        history: history.lines.iter().map(|line| entry(pages, voice, view, line)).collect(),
        joins,
        search: view.search.as_ref().map(|line| slip(pages, voice, line)),
        searches: searches(&join_form, view),
        join_form,
        may_join: may(Action::JoinPersons),
        may_print: may(Action::PrintDocument),
        print_id: fresh(),
        shell: Shell::new(pages, ctx, ctx.t("cro-record")),
        form,
    };
    Ok(page(status, &template))
}

fn facts(pages: &Pages, voice: &Voice, view: &EnrolView) -> Vec<(String, String)> {
    let Some(enrolment) = &view.row.enrolment else { return Vec::new() };
    let mut facts = vec![
        (voice.t("cro-enrol-basis"), say::basis(voice, enrolment.basis)),
        (voice.t("cro-taken"), when(voice, enrolment.taken)),
        (voice.t("cro-enrolled"), when(voice, view.row.enrolled)),
        (voice.t("station"), office_name(pages, voice, &view.of.office)),
    ];
    facts.extend(enrolment.order.as_ref().map(|order| {
        let line = [order.authority.clone(), order.number.clone(), order.date.to_string()];
        (voice.t("cro-order"), digits::localise(voice.lang, &line.join(" · ")))
    }));
    match &view.case {
        Some(case) => {
            facts.push((voice.t("cro-in-case"), case_line(voice, case)));
            facts.push((voice.t("cro-outcome"), outcome(voice, case)));
        }
        None => facts.push((voice.t("cro-in-case"), voice.t("cro-without-case"))),
    }
    facts
}

/// Number, sections and stage of a case.
pub(super) fn case_line(voice: &Voice, case: &CaseHead) -> String {
    let number = roznamcha_words::bidi::ltr(&format!("{}/{}", case.no, case.year));
    format!("{number} · {}", voice.t(&crate::case::stage_key(case.stage.as_str())))
}

/// How the person stands in his case, and since when.
pub(super) fn outcome(voice: &Voice, case: &CaseHead) -> String {
    let status = case.status.map(|status| voice.t(&crate::case::status_key(status)));
    let since = case.since.map(|at| when(voice, at));
    status.into_iter().chain(since).collect::<Vec<_>>().join(" · ")
}

/// Prints as tiles.
pub(super) fn tiles(
    voice: &Voice,
    prints: &[PrintLine],
    src: impl Fn(&PrintLine) -> String,
) -> Vec<PrintTile> {
    let tile = |print: &PrintLine| PrintTile {
        name: say::finger(voice, print.finger),
        src: if print.image { src(print) } else { String::new() },
        note: match print.missing {
            Some(missing) => voice.t(&say::key("cro-missing-", missing.as_str())),
            None => voice.n("cro-print-quality", "n", i64::from(print.quality)),
        },
    };
    prints.iter().map(tile).collect()
}

fn finger_src(of: &EnrolRef, print: &PrintLine) -> String {
    format!("{}/finger/{}", record_path(of), print.finger)
}

fn photographs(voice: &Voice, view: &EnrolView) -> Vec<Photo> {
    let all = view.row.enrolment.iter().flat_map(|enrolment| &enrolment.photographs);
    all.map(|photo| Photo {
        name: voice.t(&format!("cro-view-{}", photo.view.as_str())),
        src: format!("{}/photograph/{}", record_path(&view.of), photo.sha256),
    })
    .collect()
}

fn entry(pages: &Pages, voice: &Voice, view: &EnrolView, line: &HistoryLine) -> Entry {
    let person = line.row.enrolment.as_ref().map(|enrolment| enrolment.person.name.clone());
    let station = office_name(pages, voice, &line.of.office);
    let case = line.case.as_ref().map_or_else(|| voice.t("cro-without-case"), |case| case_line(voice, case));
    Entry {
        href: record_path(&line.of),
        when: when(voice, line.row.enrolled),
        name: person.filter(|name| !name.is_empty()).unwrap_or_else(|| voice.t("unknown")),
        basis: say::basis(voice, line.basis),
        case: format!("{case} · {station}"),
        outcome: line.case.as_ref().map(|case| outcome(voice, case)).unwrap_or_default(),
        own: line.of == view.of,
    }
}

/// Whether the form that was sent parts a join; what is wrong with it is then placed there.
fn part_of(form: &mut Form) -> bool {
    let join = form.typed.get("join").to_owned();
    let label = form.t("cro-part-reasons");
    for shown in form.faults.iter_mut().filter(|shown| !join.is_empty() && shown.field == "reasons") {
        shown.field = format!("part-{join}");
        shown.label.clone_from(&label);
    }
    !join.is_empty()
}

async fn joins(
    pages: &Pages,
    ctx: &Ctx,
    history: &History,
    (of, form): (&EnrolRef, &Form),
) -> Result<Vec<Join>, DoorError> {
    let voice = &ctx.voice;
    let mut all = Vec::with_capacity(history.joins.len());
    for join in &history.joins {
        // Officers are known by name at the office whose journal has the join.
        let mut sight = Sight::of(&pages.records, voice, &join.office, std::iter::empty()).await?;
        sight.learn_names(vec![join.officer.clone()]).await?;
        let tried = form.typed.get("join") == join.act;
        let parted = join.parted.as_ref().map(|(_, at, why)| format!("{} · {why}", when(voice, *at)));
        all.push(Join {
            act: join.act.clone(),
            id: fresh(),
            when: when(voice, join.at),
            by: sight.officer(&join.officer),
            reasons: join.reasons.clone(),
            href: record_path(if join.one == *of { &join.other } else { &join.one }),
            parted: parted.unwrap_or_default(),
            part_reasons: if tried { form.typed.get("part_reasons").to_owned() } else { String::new() },
            part_error: form.error(&format!("part-{}", join.act)),
        });
    }
    Ok(all)
}

/// The search at which the other may have been found.
fn searches(form: &Form, view: &EnrolView) -> Select {
    let made = view.search.iter().filter(|line| line.traced == Some(true)).map(|line| Choice {
        value: line.act.clone(),
        label: format!("{}/{}", line.entry.serial, line.entry.period),
    });
    form.select("search", "cro-join-search", "none", made.collect())
}

/// The name of an enrolment in a link, where it is shown.
pub(super) fn name_of(voice: &Voice, person: Option<&roznamcha_acts::kinds::Party>) -> String {
    let name = person.map(|party| party.line()).filter(|line| !line.is_empty());
    name.unwrap_or_else(|| voice.t("unknown"))
}
