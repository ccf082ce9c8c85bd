//! `GET`/`POST /cro/search/{office}/{act}/examine/{n}`: the examiner's screen: two prints side by side, marked and paired,
//! and the conclusion with its reasons. Who the candidate is does not stand on it.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::{EnrolRef, ProbeKind, SearchExamine};
use roznamcha_records::{Action, CandidateView, DoorError, PairView, SearchView};
use serde::Deserialize;

use super::screen::{self, Pane, Tool};
use super::{marks, record_path, say, search, search_path};
use crate::fir::field::{Choice, Form};
use crate::fir::typed::Typed;
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

/// Which pair of fingers, where all were compared together.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wanted {
    finger: Option<u8>,
}

/// A field of marks as text.
struct Written {
    name: &'static str,
    label: String,
    value: String,
    error: String,
}

/// Another finger to look at.
struct Finger {
    href: String,
    name: String,
    current: bool,
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
    fingers: Vec<Finger>,
    veiled: bool,
    said: Vec<(&'static str, String)>,
    tools: Vec<Tool>,
    keys: Vec<(&'static str, String)>,
    written: Vec<Written>,
    /// One of them cannot be read.
    written_wrong: bool,
    conclusions: Vec<Choice>,
    conclusion_error: String,
    /// What this officer found already; empty while he may still write.
    mine: String,
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
            // By whom it is of, not by its number: another may have been listed before it meanwhile.
            let one = view.candidates.iter().find(|one| one.listed.of == of);
            let one = one.ok_or_else(|| ctx.problem(DoorError::NotFound))?;
            let form = form::refused(Form::new(&ctx.voice, "", typed), &error, LABELS);
            draw(&pages, &ctx, &view, one, (form, &Wanted::default())).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
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
    let finger = |name: &str| typed.get(name).parse().unwrap_or(0);
    Ok(SearchExamine {
        search: search.to_owned(),
        of,
        finger: finger("finger"),
        probe_finger: finger("probe_finger"),
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
    let writes = may && view.row.is_open();
    if !writes && one.mine.is_none() {
        return Err(search::not_found(ctx));
    }
    let asked = wanted.finger.map(|finger| (finger, finger));
    let pair = records.pair_view(&ctx.caller, (office, act), &one.listed.of, asked).await;
    let pair = pair.map_err(|e| ctx.problem(e))?;
    let back = search_path(office, act);
    let path = format!("{back}/examine/{}", one.n);
    let place = view.prints.iter().position(|print| print.finger == pair.probe.finger).unwrap_or(0);
    let probe_src = format!("{back}/probe/{place}");
    let candidate_src = format!("{}/finger/{}", record_path(&one.listed.of), pair.candidate.finger);
    let veiled = view.row.probe == ProbeKind::Latent && one.mine.is_none() && form.faults.is_empty();
    let n = i64::try_from(one.n).unwrap_or(0);
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = Examine {
        slip: search::title(voice, view),
        evidence: say::evidence(voice, one.listed.centibans).line(),
        of: one.listed.of.clone(),
        listed: (one.listed.finger, one.listed.probe_finger),
        probe: Pane::of(voice, &pair.probe, probe_src),
        candidate: Pane::of(voice, &pair.candidate, candidate_src),
        pairs: screen::pairs(&pair.pairs),
        fingers: fingers(ctx, &pair, one, &path),
        veiled,
        said: screen::said(voice),
        tools: screen::tools(voice, veiled),
        keys: screen::keys(voice),
        written_wrong: ["probe_marks", "candidate_marks", "pairs"]
            .iter()
            .any(|name| !form.error(name).is_empty()),
        written: written(&form),
        conclusions: conclusions(&form),
        conclusion_error: form.error("conclusion"),
        mine: one.mine.as_ref().map(|mine| say::conclusion(voice, mine.conclusion)).unwrap_or_default(),
        shell: Shell::new(pages, ctx, voice.n("cro-candidate-no", "n", n)),
        path,
        back,
        form,
    };
    Ok(page(status, &template))
}

/// The other fingers of both, where all were compared together.
fn fingers(ctx: &Ctx, pair: &PairView, one: &CandidateView, path: &str) -> Vec<Finger> {
    if one.listed.finger != 0 || pair.fingers.len() < 2 {
        return Vec::new();
    }
    let finger = |(_, finger): &(u8, u8)| Finger {
        href: format!("{path}?finger={finger}"),
        name: say::finger(&ctx.voice, *finger),
        current: *finger == pair.candidate.finger,
    };
    pair.fingers.iter().map(finger).collect()
}

fn written(form: &Form) -> Vec<Written> {
    let field = |(name, key): (&'static str, &str)| Written {
        name,
        label: form.t(key),
        value: form.typed.get(name).to_owned(),
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
