//! `GET /cro/search/{office}/{act}`: a search slip: its prints, what the engine found alike, who examined it, and the
//! answer. Who a candidate is stands on the page once this officer has examined it, or the search is answered.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::ProbeKind;
use roznamcha_acts::views::{Answered, Examination};
use roznamcha_records::{Action, CandidateView, DoorError, SearchView};
use roznamcha_sheets::Sight;
use roznamcha_words::{Arg, digits};

use super::record::{PrintTile, Tried, name_of, tiles};
use super::{record_path, say, search_path};
use crate::ctx::Voice;
use crate::fir::field::{Choice, Form, Select};
use crate::fir::typed::Typed;
use crate::office::show::{count, office as office_name, when};
use crate::shell::page;
use crate::station::form::{self, fresh};
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_access::ResourceKind;

/// Where a fault of the rules belongs in the form of the answer.
pub(super) const LABELS: form::Labels = &[
    ("traced", "verdict", "cro-answer"),
    ("of", "of", "cro-answer-whom"),
    ("remarks", "remarks", "cro-answer-remarks"),
    ("closed_because", "closed_because", "cro-answer-closed-because"),
];

/// A candidate on the page.
struct Line {
    no: String,
    name: String,
    /// The page of its enrolment; empty while it is not named.
    href: String,
    finger: String,
    times: String,
    support: String,
    figure: String,
    examined: Vec<String>,
    /// The examiner's screen; empty where there is nothing to do.
    examine: String,
    label: String,
    seen: bool,
}

/// An answer that was given.
struct Said {
    what: String,
    class: &'static str,
    when: String,
    by: String,
    whom: String,
    href: String,
    remarks: Vec<String>,
}

#[derive(Template)]
#[template(path = "cro/search.html")]
struct Slip {
    shell: Shell,
    form: Form,
    path: String,
    probe: String,
    state: String,
    chip: &'static str,
    facts: Vec<(String, String)>,
    enrolment: String,
    prints: Vec<PrintTile>,
    latent: bool,
    /// Why no list of candidates says anything yet; empty where the engine has looked.
    not_searched: &'static str,
    /// The engine may be asked to look now.
    may_list: bool,
    /// An answer that was given meanwhile is kept from this officer.
    blind: bool,
    candidates: Vec<Line>,
    withdrawn: String,
    engine: Vec<String>,
    answers: Vec<Said>,
    may_answer: bool,
    verdicts: Select,
    whom: Select,
    may_print: bool,
    print_id: String,
}

/// `GET /cro/search/{office}/{act}`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((office, act)): Path<(String, String)>,
) -> Result<Response, Problem> {
    render(&pages, &ctx, (&office, &act), None).await
}

/// The page, with an answer that was refused.
pub(super) async fn render(
    pages: &Pages,
    ctx: &Ctx,
    (office, act): (&str, &str),
    tried: Option<Tried>,
) -> Result<Response, Problem> {
    let (records, voice) = (&pages.records, &ctx.voice);
    let view = records.search_view(&ctx.caller, office, act).await.map_err(|e| ctx.problem(e))?;
    let mut sight =
        Sight::of(records, voice, office, std::iter::empty()).await.map_err(|e| ctx.problem(e))?;
    sight.learn_names(officers(&view)).await.map_err(|e| ctx.problem(e))?;
    let may = |action| records.may(&ctx.caller, action, ResourceKind::Office, office);
    let form = match &tried {
        Some(tried) => form::refused(Form::new(voice, "", tried.typed.clone()), &tried.error, LABELS),
        None => Form::new(voice, "", Typed::default()),
    };
    let status = if tried.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let row = &view.row;
    let path = search_path(office, act);
    let (state, chip) = say::searched(voice, row.state, row.answers.last().map(|answer| answer.traced));
    let examines = may(Action::ExaminePrints) && row.is_open();
    let template = Slip {
        probe: say::probe(voice, row.probe),
        facts: facts(pages, voice, &view, &sight),
        enrolment: row.enrolment.as_ref().map(record_path).unwrap_or_default(),
        prints: probes(voice, &view, &path),
        latent: row.probe == ProbeKind::Latent,
        not_searched: not_searched(&view),
        may_list: may(Action::SearchPrints) && row.is_open() && row.lists.is_empty(),
        blind: view.blind,
        candidates: view
            .candidates
            .iter()
            .map(|one| line(ctx, one, &sight, (&path, examines, row.is_open())))
            .collect(),
        withdrawn: match view.withdrawn {
            0 => String::new(),
            n => voice.n("cro-withdrawn", "n", i64::try_from(n).unwrap_or(i64::MAX)),
        },
        engine: row.lists.iter().map(|list| engine(voice, list)).collect(),
        answers: row.answers.iter().map(|answer| said(voice, &view, answer, &sight)).collect(),
        may_answer: may(Action::SearchPrints) && row.is_open(),
        verdicts: verdicts(&form),
        whom: whom(&form, &view),
        // A slip printed for one who is kept blind would say that it is not answered.
        may_print: may(Action::PrintDocument) && !view.blind,
        print_id: fresh(),
        state,
        chip,
        shell: Shell::new(pages, ctx, title(voice, &view)),
        path,
        form,
    };
    Ok(page(status, &template))
}

/// The slip by its number.
pub(super) fn title(voice: &Voice, view: &SearchView) -> String {
    let number = format!("{}/{}", view.row.entry.serial, view.row.entry.period);
    voice.with("cro-search-slip", &[("no", Arg::Text(&number))])
}

fn officers(view: &SearchView) -> Vec<String> {
    let mut codes = vec![view.row.officer.clone()];
    codes.extend(view.row.answers.iter().map(|answer| answer.officer.clone()));
    codes.extend(
        view.candidates.iter().flat_map(|one| &one.listed.examinations).map(|one| one.officer.clone()),
    );
    codes
}

fn facts(pages: &Pages, voice: &Voice, view: &SearchView, sight: &Sight) -> Vec<(String, String)> {
    let row = &view.row;
    let mut facts = vec![
        (voice.t("cro-asked-by"), office_name(pages, voice, &row.asked_by)),
        (voice.t("cro-opened"), format!("{} · {}", when(voice, row.opened), sight.officer(&row.officer))),
    ];
    let mut add = |key: &str, text: &str| {
        if !text.is_empty() {
            facts.push((voice.t(key), text.to_owned()));
        }
    };
    add("cro-case-no", &digits::localise(voice.lang, &row.case));
    add("cro-scene", &row.scene);
    if let Some(person) = &row.person {
        add("cro-search-person", &person.line());
    }
    facts
}

fn probes(voice: &Voice, view: &SearchView, path: &str) -> Vec<PrintTile> {
    let mut all = tiles(voice, &view.prints, |_| String::new());
    for (place, (tile, print)) in all.iter_mut().zip(&view.prints).enumerate() {
        if print.image {
            tile.src = format!("{path}/probe/{place}");
        }
    }
    all
}

/// The message that says why there is no candidate, where it is not that nobody is alike.
fn not_searched(view: &SearchView) -> &'static str {
    if view.row.lists.is_empty() {
        return "cro-not-searched";
    }
    let readable = view.prints.iter().any(|print| print.minutiae > 0);
    // Prints of one who was freed are not there to be read any more.
    if readable || view.prints.is_empty() { "" } else { "cro-nothing-to-search" }
}

fn line(ctx: &Ctx, one: &CandidateView, sight: &Sight, (path, examines, open): (&str, bool, bool)) -> Line {
    let voice = &ctx.voice;
    let evidence = say::evidence(voice, one.listed.centibans);
    let n = i64::try_from(one.n).unwrap_or(0);
    let candidate = voice.n("cro-candidate-no", "n", n);
    // One's own may be read again at once, another's when the search is closed.
    let seen = one.mine.is_some() || (!open && one.examiners > 0);
    let writes = examines && one.mine.is_none();
    Line {
        no: digits::number(voice.lang, n),
        name: if one.named { shown_name(voice, one) } else { voice.t("cro-candidate-hidden") },
        href: one.row.as_ref().map(|_| record_path(&one.listed.of)).unwrap_or_default(),
        finger: match one.listed.finger {
            0 => voice.t("cro-finger-all"),
            finger => say::finger(voice, finger),
        },
        times: evidence.times,
        support: evidence.support,
        figure: evidence.figure,
        examined: examined(voice, one, sight),
        examine: if writes || seen { format!("{path}/examine/{}", one.n) } else { String::new() },
        label: format!("{}: {candidate}", voice.t(if writes { "cro-examine" } else { "cro-examine-see" })),
        seen: !writes,
    }
}

/// Who a candidate is, as far as this officer may read his enrolment.
fn shown_name(voice: &Voice, one: &CandidateView) -> String {
    match &one.row {
        Some(row) => name_of(voice, row.enrolment.as_ref().map(|e| &e.person)),
        None => voice.t("cro-candidate-shut"),
    }
}

fn examined(voice: &Voice, one: &CandidateView, sight: &Sight) -> Vec<String> {
    if one.blind {
        return vec![voice.t("cro-examined-hidden")];
    }
    let by = |found: &Examination| {
        let conclusion = say::conclusion(voice, found.conclusion);
        let mine = one.mine.as_ref().is_some_and(|mine| mine.act == found.act);
        if mine {
            return voice.with("cro-examined-mine", &[("conclusion", Arg::Text(&conclusion))]);
        }
        let who = sight.officer(&found.officer);
        voice.with("cro-examined-other", &[("who", Arg::Text(&who)), ("conclusion", Arg::Text(&conclusion))])
    };
    let all: Vec<String> = one.listed.examinations.iter().map(by).collect();
    if all.is_empty() { vec![voice.t("cro-examined-none")] } else { all }
}

fn engine(voice: &Voice, list: &roznamcha_acts::views::Listing) -> String {
    let (people, at) = (count(voice, list.people), when(voice, list.at));
    let args = [("engine", Arg::Text(&list.engine)), ("n", Arg::Text(&people)), ("when", Arg::Text(&at))];
    voice.with(if list.after.is_some() { "cro-engine-again" } else { "cro-engine-says" }, &args)
}

fn said(voice: &Voice, view: &SearchView, answer: &Answered, sight: &Sight) -> Said {
    let of = answer.of.as_ref().and_then(|of| view.candidates.iter().find(|one| one.listed.of == *of));
    let remarks = [Some(answer.remarks.clone()), answer.closed_because.clone()];
    Said {
        what: voice.t(if answer.traced { "cro-answer-traced" } else { "cro-answer-not-traced" }),
        class: if answer.traced { "notice-good" } else { "" },
        when: when(voice, answer.at),
        by: sight.officer(&answer.officer),
        whom: match of {
            Some(one) => shown_name(voice, one),
            // Whom it named was freed or destroyed since.
            None if answer.traced => voice.t("cro-answer-withdrawn"),
            None => String::new(),
        },
        href: of.filter(|one| one.row.is_some()).map(|one| record_path(&one.listed.of)).unwrap_or_default(),
        remarks: remarks.into_iter().flatten().filter(|text| !text.is_empty()).collect(),
    }
}

fn verdicts(form: &Form) -> Select {
    let choices = form.choices("cro-answer-", &["traced", "not_traced"]);
    form.select("verdict", "cro-answer", "choose", choices).must(form)
}

/// Candidates that may be named in an answer.
fn whom(form: &Form, view: &SearchView) -> Select {
    let voice = &form.voice;
    let choice = |one: &CandidateView| {
        let candidate = voice.n("cro-candidate-no", "n", i64::try_from(one.n).unwrap_or(0));
        let label = if one.named { format!("{candidate}: {}", shown_name(voice, one)) } else { candidate };
        Choice { value: one.listed.of.key(), label }
    };
    form.select("of", "cro-answer-whom", "none", view.candidates.iter().map(choice).collect())
}

/// An error of the page when the search is not there for this officer.
pub(super) fn not_found(ctx: &Ctx) -> Problem {
    ctx.problem(DoorError::NotFound)
}
