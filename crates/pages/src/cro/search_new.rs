//! `GET`/`POST /cro/search/new`: a search slip is opened: one finger of somebody who is there, or a print left at a
//! scene. Ten fingers are searched when they are enrolled.

use askama::Template;
use axum::extract::{Multipart, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::{EnrolBasis, ProbeKind, SearchOpen, TakenPrint};
use roznamcha_records::Action;
use serde::Deserialize;

use super::images::Kept;
use super::{images, read as read_form, say, search_path};
use crate::fir::field::{Choice, Form, Look, Select};
use crate::fir::read as report;
use crate::fir::typed::Typed;
use crate::shell::page;
use crate::station::form;
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_access::ResourceKind;
use roznamcha_words::digits;

const LABELS: form::Labels = &[
    ("scene", "scene", "cro-scene"),
    ("case", "case", "cro-case-no"),
    ("asked_by", "asked_by", "cro-asked-by"),
    ("dpi", "dpi", "cro-dpi"),
    ("prints", "print", "cro-print-file"),
    ("finger.one", "print", "cro-print-file"),
    ("basis", "basis", "cro-enrol-basis"),
    ("order.authority", "order.authority", "authority"),
    ("order.number", "order.number", "order-no"),
    ("order.date", "order.date", "order-date"),
    ("order", "order.authority", "cro-order"),
    ("person", "person.name", "cro-search-person"),
];

/// What is searched with here.
const PROBES: [ProbeKind; 2] = [ProbeKind::Single, ProbeKind::Latent];

/// Which form.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    probe: Option<ProbeKind>,
}

#[derive(Template)]
#[template(path = "cro/search_new.html")]
struct SearchNew {
    shell: Shell,
    form: Form,
    probe: &'static str,
    kinds: Vec<(&'static str, String)>,
    fingers: Select,
    bases: Select,
    offices: Select,
    one: Kept,
    one_error: String,
}

impl SearchNew {
    fn part(&self, number: i64) -> String {
        digits::number(self.form.voice.lang, number)
    }
}

/// `GET /cro/search/new`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    form::allowed(&pages, &ctx, Action::SearchPrints, ResourceKind::Office).map_err(|e| ctx.problem(e))?;
    let form = Form::new(&ctx.voice, "", Typed::default());
    Ok(draw(&pages, &ctx, offered(asked.probe), form))
}

/// The kind asked for, where a slip is opened with it.
fn offered(probe: Option<ProbeKind>) -> ProbeKind {
    probe.filter(|probe| PROBES.contains(probe)).unwrap_or(ProbeKind::Latent)
}

/// `POST /cro/search/new`.
pub(super) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    form: Multipart,
) -> Result<Response, Problem> {
    form::at(&mut ctx, "/cro/search/new");
    // Asked before any image is kept.
    form::allowed(&pages, &ctx, Action::SearchPrints, ResourceKind::Office).map_err(|e| ctx.problem(e))?;
    let mut brought = images::read(form).await.map_err(|e| ctx.problem(e))?;
    brought.drop_photographs();
    let mut faults = Vec::new();
    let probe = offered(brought.typed.choice("probe", &mut faults));
    let dpi = images::dpi(&brought.typed, &mut faults);
    faults.extend(images::keep(&pages, &ctx, &mut brought, dpi).await.map_err(|e| ctx.problem(e))?);
    let judged = faults.clone();
    let mut typed = brought.typed;
    let only_judged = !typed.get("more").is_empty();
    typed.set("more", "");
    let open = read(&typed, probe, &mut faults);
    let sent = if only_judged {
        Err(form::faulty(judged))
    } else if faults.is_empty() {
        pages.records.search_open(&ctx.caller, typed.act_id(), open, dpi).await
    } else {
        Err(form::faulty(faults))
    };
    match sent {
        Ok((receipt, _)) => Ok(form::done(&search_path(&receipt.office, &receipt.act))),
        Err(error) if form::mendable(&error) => {
            let form = form::refused(Form::new(&ctx.voice, "", typed), &error, LABELS);
            Ok(draw(&pages, &ctx, probe, form))
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

fn read(typed: &Typed, probe: ProbeKind, faults: &mut Vec<roznamcha_acts::FieldFault>) -> SearchOpen {
    let prints = one(typed, faults);
    let there = probe == ProbeKind::Single;
    let person = (there && typed.begun("person.")).then(|| report::party(typed, "person", faults));
    let basis = if there { typed.choice("basis", faults) } else { None };
    let order = if there { read_form::order(typed, faults) } else { None };
    SearchOpen {
        probe,
        enrolment: None,
        asked_by: typed.get("asked_by").to_owned(),
        case: typed.get("case").to_owned(),
        person,
        basis,
        order,
        scene: typed.get("scene").to_owned(),
        prints,
    }
}

/// The one print of the form.
fn one(typed: &Typed, faults: &mut Vec<roznamcha_acts::FieldFault>) -> Vec<TakenPrint> {
    let file = typed.opt("finger.one.file");
    if file.is_none() {
        if faults.is_empty() {
            faults.push(form::fault("finger.one", "fault-missing"));
        }
        return Vec::new();
    }
    let finger = typed.get("finger").parse().unwrap_or(0);
    vec![TakenPrint { finger, file, template: String::new(), quality: 0, missing: None }]
}

fn draw(pages: &Pages, ctx: &Ctx, probe: ProbeKind, form: Form) -> Response {
    let voice = &ctx.voice;
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let fingers =
        (1..=10).map(|no| Choice { value: no.to_string(), label: say::finger(voice, no) }).collect();
    let template = SearchNew {
        probe: probe.as_str(),
        kinds: PROBES.iter().map(|kind| (kind.as_str(), say::probe(voice, *kind))).collect(),
        fingers: form.select("finger", "cro-finger", "cro-finger-0", fingers),
        bases: form.select("basis", "cro-enrol-basis", "choose", bases(voice)).must(&form),
        offices: form.select("asked_by", "cro-asked-by", "choose", stations(pages, ctx)).must(&form),
        one: Kept::of(&form, "finger.one"),
        one_error: form.error("print"),
        shell: Shell::new(pages, ctx, ctx.t("cro-search-new")),
        form,
    };
    page(status, &template)
}

/// On what legal basis a finger may have been taken.
fn bases(voice: &crate::ctx::Voice) -> Vec<Choice> {
    let choice =
        |basis: EnrolBasis| Choice { value: basis.as_str().to_owned(), label: say::basis(voice, basis) };
    EnrolBasis::ALL.map(choice).into()
}

/// The stations a record office serves, and the office itself.
pub(super) fn stations(pages: &Pages, ctx: &Ctx) -> Vec<Choice> {
    let tree = pages.records.offices();
    let seat = ctx.caller.above().first().cloned().unwrap_or_else(|| ctx.caller.office().to_owned());
    let own = tree.get(ctx.caller.office());
    let choice = |office: &roznamcha_records::OfficeInfo| Choice {
        value: office.code.clone(),
        label: ctx.voice.pick(&office.en, &office.ur).to_owned(),
    };
    tree.stations(&seat).into_iter().chain(own).map(choice).collect()
}
