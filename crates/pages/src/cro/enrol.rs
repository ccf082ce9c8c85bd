//! `GET`/`POST /cro/enrol/prints`: prints are taken under a section of the law: what that section does not allow is not
//! asked for, and the rules refuse it.

use askama::Template;
use axum::extract::{Multipart, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::{EnrolBasis, PhotoView, PrintsEnrol};
use roznamcha_acts::{ActId, Body, Refusal};
use roznamcha_records::{DoorError, NewAct};
use roznamcha_words::digits;
use serde::Deserialize;

use super::choose::{Basis, basis};
use super::hands::{self, Hand};
use super::{images, looks, named, read, record_path, say};
use crate::case::status_key;
use crate::fir::field::{Choice, Form, Look, Select};
use crate::fir::typed::Typed;
use crate::office::show::office as office_name;
use crate::shell::page;
use crate::station::form;
use crate::{Ctx, Pages, Problem, Shell};

const LABELS: form::Labels = &[
    ("taken", "taken", "cro-taken"),
    ("taken_by", "taken_by", "cro-taken-by"),
    ("taken_rank", "taken_rank", "cro-taken-rank"),
    ("order.authority", "order.authority", "authority"),
    ("order.number", "order.number", "order-no"),
    ("order.date", "order.date", "order-date"),
    ("order", "order.authority", "cro-order"),
    ("prints", "finger-1", "cro-part-prints"),
    ("looks.height_cm", "looks.height_cm", "cro-height"),
    ("looks.weight_kg", "looks.weight_kg", "cro-weight"),
    ("method_words", "method_words", "cro-method-words"),
    ("gang.name", "gang.name", "cro-gang-name"),
    ("gang.role", "gang.role", "cro-gang-role"),
    ("gang.status", "gang.status", "cro-gang-status"),
    ("gang.source", "gang.source", "cro-gang-source"),
];

/// Lists of looks that the form offers, in its order.
const LISTS: [&str; 10] =
    ["build", "complexion", "face", "hair", "hair_colour", "eyes", "beard", "moustache", "gait", "speech"];

/// Of whom, under which section.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Whom {
    basis: String,
    #[serde(default)]
    office: String,
    #[serde(default)]
    fir: String,
    #[serde(default)]
    accused: String,
}

/// A photograph's field.
struct ViewField {
    code: &'static str,
    name: String,
    kept: String,
}

#[derive(Template)]
#[template(path = "cro/enrol.html")]
struct Enrol {
    shell: Shell,
    form: Form,
    basis: Basis,
    office: String,
    fir: String,
    accused: String,
    name: String,
    case: String,
    station: String,
    status: String,
    ordered: bool,
    ranks: Select,
    hands: Vec<Hand>,
    reasons: Vec<Choice>,
    missing: bool,
    /// Fields for photographs; none where the section does not allow them.
    views: Vec<ViewField>,
    looks: Vec<Select>,
    places: Vec<Choice>,
    methods: Vec<Choice>,
    gang_role: Select,
    gang_status: Select,
}

/// A mark on the body, as a row of the form.
#[derive(Template)]
#[template(path = "cro/mark.html")]
struct MarkRow<'a> {
    shell: &'a Shell,
    at: &'a str,
    number: String,
    kinds: Select,
    places: Select,
    words: crate::fir::field::Field,
}

impl Enrol {
    fn part(&self, number: i64) -> String {
        digits::number(self.form.voice.lang, number)
    }

    fn mark<'a>(&'a self, at: &'a str) -> MarkRow<'a> {
        let form = &self.form;
        let name = |field: &str| format!("marks.{at}.{field}");
        let kinds = ["scar", "tattoo", "mole", "birthmark", "deformity", "missing_part"];
        let kinds = form.choices("cro-mark-kind-", &kinds);
        MarkRow {
            shell: &self.shell,
            at,
            number: at.parse::<i64>().map(|row| digits::number(form.voice.lang, row + 1)).unwrap_or_default(),
            kinds: form.select(&name("kind"), "cro-mark-kind", "choose", kinds),
            places: form.select(&name("place"), "cro-mark-place", "choose", self.places.clone()),
            words: form.urdu(&name("words"), "cro-mark-words"),
        }
    }
}

/// `GET /cro/enrol/prints`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(whom): Query<Whom>,
) -> Result<Response, Problem> {
    let form = Form::new(&ctx.voice, "", Typed::default());
    draw(&pages, &ctx, &whom, form).await
}

/// `POST /cro/enrol/prints`.
pub(super) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    form: Multipart,
) -> Result<Response, Problem> {
    form::at(&mut ctx, "/cro/enrol");
    let mut brought = images::read(form).await.map_err(|e| ctx.problem(e))?;
    let mut faults = images::keep(&pages, &ctx, &mut brought).await.map_err(|e| ctx.problem(e))?;
    let typed = brought.typed.compact(&["marks"]);
    let body = read::enrolment(&typed, &mut faults);
    let (sent, prints) = match body.filter(|_| faults.is_empty() && typed.get("more").is_empty()) {
        Some(body) => {
            let prints = body.prints.clone();
            (Some(perform(&pages, &ctx, &typed, body).await), prints)
        }
        None => (None, Vec::new()),
    };
    let error = match sent {
        Some(Ok(at)) => return Ok(form::done(&at)),
        Some(Err(error)) => error,
        None => form::faulty(faults),
    };
    if !form::mendable(&error) {
        return Err(ctx.problem(error));
    }
    let whom = Whom {
        basis: typed.get("basis").to_owned(),
        office: typed.get("office").to_owned(),
        fir: typed.get("fir").to_owned(),
        accused: typed.get("accused").to_owned(),
    };
    let more = typed.get("more") == "marks";
    let error = if more { form::faulty(Vec::new()) } else { at_fields(error, &prints) };
    let mut form = form::refused(Form::new(&ctx.voice, "", grown(typed, more)), &error, LABELS);
    hands::label(&mut form);
    label(&mut form);
    draw(&pages, &ctx, &whom, form).await
}

/// What the fields of looks and marks are called where something is wrong with them.
fn label(form: &mut Form) {
    let voice = form.voice.clone();
    for shown in &mut form.faults {
        let parts: Vec<&str> = shown.field.split('.').collect();
        match parts.as_slice() {
            ["looks", list] if LISTS.contains(list) => shown.label = voice.t(&say::key("cro-look-", list)),
            ["marks", row, field] => {
                let number =
                    row.parse::<i64>().map(|row| digits::number(voice.lang, row + 1)).unwrap_or_default();
                let field = voice.t(&format!("cro-mark-{field}"));
                shown.label = format!("{} {number}: {field}", voice.t("cro-mark"));
            }
            _ => {}
        }
    }
}

/// Without script a row more is asked of the server.
fn grown(mut typed: Typed, more: bool) -> Typed {
    if more {
        let next = typed.rows("marks");
        typed.set(&format!("marks.{next}.words"), "");
        typed.set("more", "");
    }
    typed
}

/// Faults of prints at the fields of their fingers, of marks at those of their rows.
fn at_fields(error: DoorError, prints: &[roznamcha_acts::kinds::TakenPrint]) -> DoorError {
    let DoorError::Refused(Refusal::Fields { mut faults }) = error else { return error };
    for fault in &mut faults {
        if let Some(field) = hands::field_of(&fault.field, prints) {
            fault.field = field;
        } else if let Some(mark) = fault.field.strip_prefix("looks.").filter(|f| f.starts_with("marks.")) {
            fault.field = mark.to_owned();
        }
    }
    DoorError::Refused(Refusal::Fields { faults })
}

async fn perform(pages: &Pages, ctx: &Ctx, typed: &Typed, body: PrintsEnrol) -> Result<String, DoorError> {
    let id: ActId = typed.act_id();
    let new = NewAct { office: typed.opt("office"), ..NewAct::now(id, Body::PrintsEnrol(body)) };
    let done = pages.records.enrol(&ctx.caller, new, None).await?;
    let of = named((done.receipt.office.clone(), done.receipt.act.clone()));
    Ok(format!("{}?done=1", record_path(&of)))
}

async fn draw(pages: &Pages, ctx: &Ctx, whom: &Whom, form: Form) -> Result<Response, Problem> {
    let (voice, records) = (&ctx.voice, &pages.records);
    let code = EnrolBasis::ALL.into_iter().find(|basis| basis.as_str() == whom.basis);
    let code = code.ok_or_else(|| ctx.problem(DoorError::NotFound))?;
    let desk = match whom.fir.as_str() {
        "" => None,
        fir => Some(records.enrol_desk(&ctx.caller, fir).await.map_err(|e| ctx.problem(e))?),
    };
    let named = desk
        .as_ref()
        .and_then(|desk| desk.persons.iter().find(|person| person.index.to_string() == whom.accused));
    if desk.is_some() && named.is_none() {
        return Err(ctx.problem(DoorError::NotFound));
    }
    let office = desk.as_ref().map_or_else(|| whom.office.clone(), |desk| desk.line.office.clone());
    let status = named.and_then(|person| person.status).map(|status| voice.t(&status_key(status)));
    let http = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = Enrol {
        basis: basis(voice, code),
        fir: whom.fir.clone(),
        accused: whom.accused.clone(),
        name: named.map(|person| person.line.clone()).unwrap_or_default(),
        case: desk.as_ref().map(|desk| format!("{}/{}", desk.line.no, desk.line.year)).unwrap_or_default(),
        station: office_name(pages, voice, &office),
        status: status.unwrap_or_default(),
        ordered: matches!(code, EnrolBasis::Bond | EnrolBasis::Magistrate),
        ranks: form
            .select("taken_rank", "cro-taken-rank", "choose", ranks(pages, ctx))
            .hint(&voice.t("cro-taken-rank-hint"))
            .must(&form),
        hands: hands::hands(&form),
        reasons: hands::reasons(&form),
        missing: true,
        views: if code.photographs() { views(&form) } else { Vec::new() },
        looks: LISTS.iter().map(|list| look(pages, ctx, &form, list)).collect(),
        places: looks::offered(pages, ctx, roznamcha_acts::kinds::Looks::PLACES),
        methods: looks::methods(pages, ctx),
        gang_role: gang(&form, "role", &["leader", "member", "associate", "receiver"]),
        gang_status: gang(&form, "status", &["stated", "suspected", "convicted"]),
        office,
        shell: Shell::new(pages, ctx, ctx.t("cro-enrol")),
        form,
    };
    Ok(page(http, &template))
}

fn gang(form: &Form, field: &str, codes: &[&str]) -> Select {
    let choices = form.choices(&format!("cro-gang-{field}-"), codes);
    form.select(&format!("gang.{field}"), &format!("cro-gang-{field}"), "choose", choices)
}

fn views(form: &Form) -> Vec<ViewField> {
    let field = |view: &PhotoView| ViewField {
        code: view.as_str(),
        name: form.t(&format!("cro-view-{}", view.as_str())),
        kept: form.typed.get(&format!("photo.{}.file", view.as_str())).to_owned(),
    };
    PhotoView::ALL.iter().map(field).collect()
}

fn look(pages: &Pages, ctx: &Ctx, form: &Form, list: &str) -> Select {
    let choices = looks::offered(pages, ctx, list);
    form.select(&format!("looks.{list}"), &say::key("cro-look-", list), "not-recorded", choices)
}

/// Every rank; that of whom the law lets take prints the rules know.
fn ranks(pages: &Pages, ctx: &Ctx) -> Vec<Choice> {
    let choice = |rank: &roznamcha_statute::Rank| Choice {
        value: rank.code.to_string(),
        label: ctx.voice.pick(&rank.en, &rank.ur).to_owned(),
    };
    pages.records.statute().ranks().iter().map(choice).collect()
}
