//! `GET`/`POST /cro/lineup`: line-ups of the office; a new one proposed, its fillers exchanged, made where it is fair.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::FieldFault;
use roznamcha_acts::kinds::EnrolRef;
use roznamcha_records::{
    Action, DoorError, LineupAsk, LineupLine, NewLineup, NoLineup, Proposed, ProposedLineup, Receipt, Seen,
};
use roznamcha_words::digits;

use super::lineup_say::{self, FaceTile, Reason};
use super::seen::{self, SeenFields};
use super::{lineup_path, named, search_new, ties};
use crate::fir::field::{Choice, Form, Select};
use crate::fir::typed::Typed;
use crate::office::show::{count, office as office_name, when};
use crate::shell::page;
use crate::station::form::{self, Pairs};
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_access::ResourceKind;

const LABELS: form::Labels = &[
    ("fair", "said", "lineup-said"),
    ("asked_by", "asked_by", "cro-asked-by"),
    ("case", "case", "cro-case-no"),
    ("suspect", "suspect", "lineup-suspect-key"),
    ("fillers", "fillers", "lineup-others"),
];
/// Others beside the suspect where nothing else is asked.
const USUAL: usize = 8;
/// Line-ups in the list.
const LISTED: u32 = 50;

/// A line-up in the list.
struct Line {
    href: String,
    made: String,
    officer: String,
    asked_by: String,
    case: String,
    faces: String,
    shown: String,
}

#[derive(Template)]
#[template(path = "cro/lineup.html")]
struct LineupPage {
    shell: Shell,
    form: Form,
    lines: Vec<Line>,
    /// A suspect is named: the form of a new one is shown.
    begun: bool,
    /// The suspect, by name; empty where he is not shown.
    suspect: String,
    suspect_href: String,
    fields: String,
    offices: Select,
    sizes: Select,
    seed: String,
    faces: Vec<FaceTile>,
    /// The whole proposal, in lines.
    measured: Vec<String>,
    none: Option<Reason>,
    /// Fields that the making carries on.
    carried: Vec<(String, String)>,
}

/// `GET /cro/lineup`: the list; with a suspect, as a search by looks leads here, the form of a new one.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    form::allowed(&pages, &ctx, Action::MakeLineup, ResourceKind::Office).map_err(|e| ctx.problem(e))?;
    draw(&pages, &ctx, Typed::read(pairs).compact(&["marks"]), None, None).await
}

/// What a form came to.
enum Sent {
    Proposed(Proposed),
    Made(Result<Receipt, NoLineup>),
}

/// `POST /cro/lineup`: a line-up is proposed, one of it exchanged, or made.
pub(super) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    form::at(&mut ctx, "/cro/lineup");
    let typed = exchanged(Typed::read(pairs).compact(&["marks"]));
    let mut faults = Vec::new();
    let Some(ask) = read(&pages, &typed, &mut faults) else {
        let seen = Seen::default();
        return draw(&pages, &ctx, typed, None, Some((&form::faulty(faults), &seen))).await;
    };
    let seen = ask.seen.clone();
    let sent =
        if faults.is_empty() { perform(&pages, &ctx, &typed, ask).await } else { Err(form::faulty(faults)) };
    match sent {
        Ok(Sent::Made(Ok(receipt))) => Ok(form::done(&lineup_path(&receipt.office, &receipt.act))),
        Ok(Sent::Made(Err(why))) => draw(&pages, &ctx, typed, Some(&Err(why)), None).await,
        Ok(Sent::Proposed(made)) => draw(&pages, &ctx, typed, Some(&made), None).await,
        Err(error) if form::mendable(&error) => draw(&pages, &ctx, typed, None, Some((&error, &seen))).await,
        Err(error) => Err(ctx.problem(error)),
    }
}

async fn perform(pages: &Pages, ctx: &Ctx, typed: &Typed, ask: LineupAsk) -> Result<Sent, DoorError> {
    if typed.get("do") != "make" || typed.ticked("leave") {
        return pages.records.propose_lineup(&ctx.caller, &ask).await.map(Sent::Proposed);
    }
    let new = NewLineup {
        asked_by: typed.get("asked_by").to_owned(),
        case: typed.get("case").to_owned(),
        said: typed.get("said").to_owned(),
        ask,
    };
    pages.records.make_lineup(&ctx.caller, typed.act_id(), new).await.map(Sent::Made)
}

/// The form without the one who leaves: the others are kept, and he is not taken again.
fn exchanged(mut typed: Typed) -> Typed {
    if let Some(leaves) = typed.opt("leave") {
        let keep: Vec<String> = typed.all("keep").into_iter().map(str::to_owned).collect();
        typed.set("keep", "");
        keep.into_iter().filter(|key| *key != leaves).for_each(|key| typed.add("keep", key));
        typed.add("without", leaves);
    }
    typed
}

/// A name as addresses and forms carry it.
fn of_key(key: &str) -> Option<EnrolRef> {
    let (office, act) = key.trim().rsplit_once('/')?;
    Some(named((office.to_owned(), act.to_owned()))).filter(|of| !of.office.is_empty() && !of.act.is_empty())
}

/// What is asked for; `None` where no suspect is named.
fn read(pages: &Pages, typed: &Typed, faults: &mut Vec<FieldFault>) -> Option<LineupAsk> {
    let suspect = of_key(typed.get("suspect"));
    if suspect.is_none() && typed.opt("suspect").is_some() {
        faults.push(form::fault("suspect", "fault-choice"));
    }
    let fillers = typed.number("fillers", 1.0, faults).and_then(|n| usize::try_from(n).ok());
    let all = |name: &str| typed.all(name).into_iter().filter_map(of_key).collect();
    Some(LineupAsk {
        suspect: suspect?,
        seen: seen::read(pages, typed, faults),
        fillers: fillers.unwrap_or(USUAL),
        seed: digits::ascii(typed.get("seed")).parse().unwrap_or_default(),
        keep: all("keep"),
        without: all("without"),
    })
}

/// A seed that nobody chose.
fn fresh_seed() -> String {
    uuid::Uuid::new_v4().as_fields().0.to_string()
}

async fn draw(
    pages: &Pages,
    ctx: &Ctx,
    mut typed: Typed,
    made: Option<&Proposed>,
    refused: Option<(&DoorError, &Seen)>,
) -> Result<Response, Problem> {
    let (records, voice) = (&pages.records, &ctx.voice);
    let lines = records.lineups(&ctx.caller, LISTED).await.map_err(|e| ctx.problem(e))?;
    let of = of_key(typed.get("suspect"));
    let (mut suspect, mut suspect_href) = (String::new(), String::new());
    if let Some(of) = &of {
        match records.enrolment_view(&ctx.caller, of).await {
            Ok(view) => {
                let person = view.row.enrolment.as_ref().map(|enrolment| &enrolment.person);
                (suspect, suspect_href) = (super::record::name_of(voice, person), super::record_path(of));
            }
            Err(DoorError::NotFound) => {}
            Err(error) => return Err(ctx.problem(error)),
        }
    }
    if typed.get("seed").is_empty() {
        typed.set("seed", fresh_seed());
    }
    let lineup = made.and_then(|made| made.as_ref().ok());
    let carried = carried(&typed, lineup);
    let form = Form::new(voice, "", typed);
    let form = match refused {
        Some((error, seen)) => ties::labelled(form::refused(form, error, LABELS), seen),
        None => form,
    };
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shell = Shell::new(pages, ctx, ctx.t("lineup-title"));
    let template = LineupPage {
        lines: lines.iter().map(|line| listed(pages, ctx, line)).collect(),
        begun: of.is_some() || form.typed.begun("suspect"),
        suspect,
        suspect_href,
        fields: SeenFields::new(pages, ctx, &shell, &form, false).to_string(),
        offices: form
            .select("asked_by", "cro-asked-by", "choose", search_new::stations(pages, ctx))
            .must(&form),
        sizes: sizes(ctx, &form),
        seed: form.typed.get("seed").to_owned(),
        faces: lineup.map(|made| lineup_say::proposed(pages, ctx, made)).unwrap_or_default(),
        measured: lineup.map(|made| lineup_say::measured(voice, &made.measured)).unwrap_or_default(),
        none: made.and_then(|made| made.as_ref().err()).map(|why| lineup_say::none(pages, voice, why)),
        carried,
        shell,
        form,
    };
    Ok(page(status, &template))
}

/// How many others may be asked for.
fn sizes(ctx: &Ctx, form: &Form) -> Select {
    let choice = |n: i64| Choice { value: n.to_string(), label: digits::number(ctx.voice.lang, n) };
    let mut form = form.clone();
    if form.typed.get("fillers").is_empty() {
        form.typed.set("fillers", USUAL.to_string());
    }
    form.select("fillers", "lineup-others", "choose", (5..=19).map(choice).collect())
        .hint(&ctx.t("lineup-others-hint"))
}

/// What a proposal carries on into the making and the exchanges: all but who is kept, where there is a proposal.
fn carried(typed: &Typed, lineup: Option<&ProposedLineup>) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for name in ["suspect", "fillers", "seed", "asked_by", "case", "said"] {
        all.extend(typed.opt(name).map(|value| (name.to_owned(), value)));
    }
    if typed.get("fillers").is_empty() {
        all.push(("fillers".to_owned(), USUAL.to_string()));
    }
    all.extend(seen::carried(typed));
    all.extend(typed.all("without").into_iter().map(|key| ("without".to_owned(), key.to_owned())));
    let keep = lineup.iter().flat_map(|made| {
        let others = made.faces.iter().enumerate().filter(|(place, _)| *place != made.suspect);
        others.map(|(_, face)| ("keep".to_owned(), face.of.key()))
    });
    all.extend(keep);
    all
}

fn listed(pages: &Pages, ctx: &Ctx, line: &LineupLine) -> Line {
    let voice = &ctx.voice;
    Line {
        href: lineup_path(&line.office, &line.act),
        made: when(voice, line.made),
        officer: line.officer.clone(),
        asked_by: office_name(pages, voice, &line.asked_by),
        case: line.case.clone(),
        faces: count(voice, line.faces as u64),
        shown: lineup_say::times(voice, line.showings),
    }
}
