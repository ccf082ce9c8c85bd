//! `GET`/`POST /cro/search/{office}/{act}/examine/{n}`: the examiner's screen: two prints side by side, marked and paired,
//! and the conclusion with its reasons. Who the candidate is does not stand on it.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::{EnrolRef, ProbeKind, SearchExamine};
use roznamcha_records::{Action, CandidateView, DoorError, Examined, PairView, SearchView};
use roznamcha_sheets::Sight;
use serde::Deserialize;

use super::screen::{self, Pane, Tool};
use super::{marks, record_path, say, search, search_path};
use crate::ctx::Voice;
use crate::fir::field::{Choice, Form};
use crate::fir::typed::Typed;
use crate::office::show::when;
use crate::shell::page;
use crate::station::form::{self, Pairs};
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_access::ResourceKind;

const LABELS: form::Labels = &[
    ("conclusion", "conclusion", "cro-conclusion"),
    ("reasons", "reasons", "cro-conclusion-reasons"),
    ("probe_marks", "probe_marks", "cro-acev-probe-marks"),
    ("candidate_marks", "candidate_marks", "cro-acev-candidate-marks"),
    ("pairs", "pairs", "cro-acev-pairs"),
];

/// What is wanted of the screen.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wanted {
    /// Which pair of fingers, where all were compared together.
    finger: Option<u8>,
    /// Whose examination is read: its act.
    by: Option<String>,
}

/// A field of marks as text.
struct Written {
    name: &'static str,
    label: String,
    value: String,
    error: String,
}

/// Another finger, or another's examination, to look at.
struct Switch {
    href: String,
    name: String,
    current: bool,
}

/// An examination that is read.
struct Read {
    who: String,
    when: String,
    conclusion: String,
    reasons: String,
}

#[derive(Template)]
#[template(path = "cro/examine.html")]
struct Examine {
    shell: Shell,
    form: Form,
    path: String,
    back: String,
    slip: String,
    evidence: String,
    of: EnrolRef,
    listed: (u8, u8),
    probe: Pane,
    candidate: Pane,
    pairs: String,
    fingers: Vec<Switch>,
    /// On which finger the marks are, where all were listed together; empty where it is as listed.
    marked: String,
    veiled: bool,
    said: Vec<(&'static str, String)>,
    tools: Vec<Tool>,
    keys: Vec<(&'static str, String)>,
    written: Vec<Written>,
    /// One of them cannot be read.
    written_wrong: bool,
    conclusions: Vec<Choice>,
    conclusion_error: String,
    /// The examination that is read; `None` where one is to be written.
    read: Option<Read>,
    /// Examinations of this candidate that may be read, where there is more than one.
    others: Vec<Switch>,
}

/// `GET /cro/search/{office}/{act}/examine/{n}`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((office, act, n)): Path<(String, String, usize)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let view = pages.records.search_view(&ctx.caller, &office, &act).await.map_err(|e| ctx.problem(e))?;
    let one =
        view.candidates.iter().find(|one| one.n == n).ok_or_else(|| ctx.problem(DoorError::NotFound))?;
    let form = Form::new(&ctx.voice, "", Typed::default());
    draw(&pages, &ctx, &view, one, (form, &wanted)).await
}

/// `POST /cro/search/{office}/{act}/examine/{n}`.
pub(super) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path((office, act, n)): Path<(String, String, usize)>,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let back = search_path(&office, &act);
    form::at(&mut ctx, &format!("{back}/examine/{n}"));
    let typed = Typed::read(pairs);
    let of = EnrolRef { office: typed.get("of_office").to_owned(), act: typed.get("of_act").to_owned() };
    let sent = match read(&act, of.clone(), &typed) {
        Ok(body) => pages.records.examine(&ctx.caller, typed.act_id(), body).await,
        Err(error) => Err(error),
    };
    match sent {
        Ok(_) => Ok(form::done(&format!("{back}#candidates"))),
        Err(error) if form::mendable(&error) => {
            let view =
                pages.records.search_view(&ctx.caller, &office, &act).await.map_err(|e| ctx.problem(e))?;
            // By whom it is of and which fingers, not by its number: another may have been listed before it meanwhile.
            let fingers = (finger(&typed, "finger"), finger(&typed, "probe_finger"));
            let meant = |one: &&CandidateView| {
                one.listed.of == of && (one.listed.finger, one.listed.probe_finger) == fingers
            };
            let one = view.candidates.iter().find(meant);
            let one = one.ok_or_else(|| ctx.problem(DoorError::NotFound))?;
            let form = form::refused(Form::new(&ctx.voice, "", typed), &error, LABELS);
            // The finger that is marked stays the one that is shown.
            let wanted = Wanted { finger: marked(&form.typed), by: None };
            draw(&pages, &ctx, &view, one, (form, &wanted)).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

fn finger(typed: &Typed, name: &str) -> u8 {
    typed.get(name).parse().unwrap_or(0)
}

/// On which finger the marks are, where all were listed together.
fn marked(typed: &Typed) -> Option<u8> {
    typed.get("marked").parse().ok()
}

fn read(search: &str, of: EnrolRef, typed: &Typed) -> Result<SearchExamine, DoorError> {
    let mut faults = Vec::new();
    let conclusion = typed.choice("conclusion", &mut faults);
    if conclusion.is_none() && faults.is_empty() {
        faults.push(form::fault("conclusion", "fault-missing"));
    }
    let probe_marks = marks::points(typed.get("probe_marks"), "probe_marks", &mut faults);
    let candidate_marks = marks::points(typed.get("candidate_marks"), "candidate_marks", &mut faults);
    let pairs = marks::pairs(typed.get("pairs"), &mut faults);
    let (Some(conclusion), true) = (conclusion, faults.is_empty()) else { return Err(form::faulty(faults)) };
    Ok(SearchExamine {
        search: search.to_owned(),
        of,
        finger: finger(typed, "finger"),
        probe_finger: finger(typed, "probe_finger"),
        marked: marked(typed),
        conclusion,
        reasons: typed.get("reasons").to_owned(),
        probe_marks,
        candidate_marks,
        pairs,
    })
}

async fn draw(
    pages: &Pages,
    ctx: &Ctx,
    view: &SearchView,
    one: &CandidateView,
    (form, wanted): (Form, &Wanted),
) -> Result<Response, Problem> {
    let (records, voice) = (&pages.records, &ctx.voice);
    let (office, act) = (&view.row.office, &view.row.act);
    let may = records.may(&ctx.caller, Action::ExaminePrints, ResourceKind::Office, office);
    let listed = (one.listed.finger, one.listed.probe_finger);
    let told = records.examinations(&ctx.caller, (office, act), &one.listed.of, listed).await;
    let told = told.map_err(|e| ctx.problem(e))?;
    let writes = may && view.row.is_open() && one.mine.is_none();
    let read = if writes { None } else { chosen(&told, wanted, ctx.caller.officer()) };
    if !writes && read.is_none() {
        return Err(search::not_found(ctx));
    }
    // The pair that is listed; where all fingers were, that on which the marks are that are shown with it.
    let asked = match listed {
        (0, _) => read.map_or(wanted.finger, |read| read.body.marked).map(|finger| (finger, finger)),
        (finger, probe_finger) => Some((probe_finger, finger)),
    };
    let pair = records.pair_view(&ctx.caller, (office, act), &one.listed.of, asked).await;
    let pair = pair.map_err(|e| ctx.problem(e))?;
    let back = search_path(office, act);
    let path = format!("{back}/examine/{}", one.n);
    let place = view.prints.iter().position(|print| print.finger == pair.probe.finger).unwrap_or(0);
    let probe_src = format!("{back}/probe/{place}");
    let candidate_src = format!("{}/finger/{}", record_path(&one.listed.of), pair.candidate.finger);
    let veiled = view.row.probe == ProbeKind::Latent && writes && form.faults.is_empty();
    let names = names(pages, ctx, office, &told).await?;
    let n = i64::try_from(one.n).unwrap_or(0);
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = Examine {
        slip: search::title(voice, view),
        evidence: say::evidence(voice, one.listed.centibans).line(),
        of: one.listed.of.clone(),
        listed,
        marked: if listed.0 == 0 { pair.candidate.finger.to_string() } else { String::new() },
        probe: Pane::of(voice, &pair.probe, probe_src),
        candidate: Pane::of(voice, &pair.candidate, candidate_src),
        pairs: screen::pairs(&pair.pairs),
        fingers: if writes { fingers(ctx, &pair, one, &path) } else { Vec::new() },
        veiled,
        said: screen::said(voice),
        tools: screen::tools(voice, veiled, !writes),
        keys: screen::keys(voice, !writes),
        written_wrong: ["probe_marks", "candidate_marks", "pairs"]
            .iter()
            .any(|name| !form.error(name).is_empty()),
        written: written(&form, read),
        conclusions: conclusions(&form),
        conclusion_error: form.error("conclusion"),
        others: others(voice, &told, read, (&names, &path)),
        read: read.map(|read| said(voice, read, &names)),
        shell: Shell::new(pages, ctx, voice.n("cro-candidate-no", "n", n)),
        path,
        back,
        form,
    };
    Ok(page(status, &template))
}

/// The examination that is read: the one asked for, this officer's own, or the first.
fn chosen<'a>(told: &'a [Examined], wanted: &Wanted, officer: &str) -> Option<&'a Examined> {
    let asked = wanted.by.as_ref().and_then(|act| told.iter().find(|one| one.by.act == *act));
    asked.or_else(|| told.iter().find(|one| one.by.officer == officer)).or_else(|| told.first())
}

async fn names(pages: &Pages, ctx: &Ctx, office: &str, told: &[Examined]) -> Result<Sight, Problem> {
    let sight = Sight::of(&pages.records, &ctx.voice, office, std::iter::empty()).await;
    let mut sight = sight.map_err(|e| ctx.problem(e))?;
    let codes = told.iter().map(|one| one.by.officer.clone()).collect();
    sight.learn_names(codes).await.map_err(|e| ctx.problem(e))?;
    Ok(sight)
}

fn said(voice: &Voice, read: &Examined, names: &Sight) -> Read {
    Read {
        who: names.officer(&read.by.officer),
        when: when(voice, read.by.at),
        conclusion: say::conclusion(voice, read.by.conclusion),
        reasons: read.body.reasons.clone(),
    }
}

/// The examinations of this candidate to choose among.
fn others(
    voice: &Voice,
    told: &[Examined],
    read: Option<&Examined>,
    (names, path): (&Sight, &str),
) -> Vec<Switch> {
    if told.len() < 2 {
        return Vec::new();
    }
    let switch = |one: &Examined| Switch {
        href: format!("{path}?by={}", one.by.act),
        name: format!("{}: {}", names.officer(&one.by.officer), say::conclusion(voice, one.by.conclusion)),
        current: read.is_some_and(|read| read.by.act == one.by.act),
    };
    told.iter().map(switch).collect()
}

/// The other fingers of both, where all were compared together.
fn fingers(ctx: &Ctx, pair: &PairView, one: &CandidateView, path: &str) -> Vec<Switch> {
    if one.listed.finger != 0 || pair.fingers.len() < 2 {
        return Vec::new();
    }
    let finger = |(_, finger): &(u8, u8)| Switch {
        href: format!("{path}?finger={finger}"),
        name: say::finger(&ctx.voice, *finger),
        current: *finger == pair.candidate.finger,
    };
    pair.fingers.iter().map(finger).collect()
}

/// The marks in writing: as they were typed, or as they stand in the examination that is read.
fn written(form: &Form, read: Option<&Examined>) -> Vec<Written> {
    let value = |name: &str| match (read.map(|read| &read.body), name) {
        (None, _) => form.typed.get(name).to_owned(),
        (Some(body), "probe_marks") => marks::point_lines(&body.probe_marks),
        (Some(body), "candidate_marks") => marks::point_lines(&body.candidate_marks),
        (Some(body), _) => marks::pair_lines(&body.pairs),
    };
    let field = |(name, key): (&'static str, &str)| Written {
        name,
        label: form.t(key),
        value: value(name),
        error: form.error(name),
    };
    [
        ("probe_marks", "cro-acev-probe-marks"),
        ("candidate_marks", "cro-acev-candidate-marks"),
        ("pairs", "cro-acev-pairs"),
    ]
    .map(field)
    .into()
}

fn conclusions(form: &Form) -> Vec<Choice> {
    form.choices("cro-conclusion-", &["identified", "excluded", "inconclusive"])
}
