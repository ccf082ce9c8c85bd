//! `GET`/`POST /cro/enrol/prints`: prints are taken under a section of the law: what that section does not allow is not
//! asked for, and the rules refuse it.

use askama::Template;
use axum::extract::{Multipart, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::{EnrolBasis, PhotoView, PrintsEnrol, TakenPrint};
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
    ("prints", "finger.1", "cro-part-prints"),
    ("dpi", "dpi", "cro-dpi"),
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

impl Whom {
    fn typed(typed: &Typed) -> Self {
        let get = |name: &str| typed.get(name).to_owned();
        Self { basis: get("basis"), office: get("office"), fir: get("fir"), accused: get("accused") }
    }

    fn basis(&self) -> Result<EnrolBasis, DoorError> {
        EnrolBasis::ALL.into_iter().find(|basis| basis.as_str() == self.basis).ok_or(DoorError::NotFound)
    }

    /// Asks the rules whether prints may be taken of this person under this section, and so many photographs.
    async fn allowed(&self, pages: &Pages, ctx: &Ctx, photographs: usize) -> Result<(), DoorError> {
        let accused = self.accused.parse().unwrap_or(0);
        let of = Some((self.fir.as_str(), accused)).filter(|(fir, _)| !fir.is_empty());
        let office = Some(self.office.clone()).filter(|office| !office.is_empty());
        pages.records.may_take_prints(&ctx.caller, office, self.basis()?, of, photographs).await
    }
}

/// A photograph's field.
struct ViewField {
    code: &'static str,
    name: String,
    kept: String,
    error: String,
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
    photographed: bool,
    /// Fields for photographs; shown where the section allows them.
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
    let whom = Whom::typed(&brought.typed);
    // Asked before anything is kept: nobody's prints are kept whom the law does not let be enrolled.
    whom.allowed(&pages, &ctx, 0).await.map_err(|e| ctx.problem(e))?;
    let mut error = None;
    if brought.photographs() > 0 {
        error = whom.allowed(&pages, &ctx, brought.photographs()).await.err();
    }
    if error.is_some() {
        brought.drop_photographs();
    }
    let mut faults = Vec::new();
    let dpi = images::dpi(&brought.typed, &mut faults);
    faults.extend(images::keep(&pages, &ctx, &mut brought, dpi).await.map_err(|e| ctx.problem(e))?);
    let judged = faults.clone();
    let mut typed = brought.typed.compact(&["marks"]);
    let more = typed.get("more").to_owned();
    typed.set("more", "");
    let body = read::enrolment(&typed, &mut faults);
    let places = body.as_ref().map(Places::of).unwrap_or_default();
    let error = match (error, body) {
        (Some(error), _) => error,
        _ if !more.is_empty() => form::faulty(judged),
        (None, Some(body)) if faults.is_empty() => match perform(&pages, &ctx, &typed, body, dpi).await {
            Ok(at) => return Ok(form::done(&at)),
            Err(error) => error,
        },
        _ => form::faulty(faults),
    };
    if !form::mendable(&error) {
        return Err(ctx.problem(error));
    }
    let error = places.at_fields(error);
    let mut form = form::refused(Form::new(&ctx.voice, "", grown(typed, &more)), &error, LABELS);
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
            ["photo", view] => shown.label = voice.t(&format!("cro-view-{view}")),
            _ => {}
        }
    }
}

/// Without script a row more is asked of the server.
fn grown(mut typed: Typed, more: &str) -> Typed {
    if more == "marks" {
        let next = typed.rows("marks");
        typed.set(&format!("marks.{next}.words"), "");
    }
    typed
}

/// What stands where in the act, to find the field of a fault.
#[derive(Default)]
struct Places {
    prints: Vec<TakenPrint>,
    photographs: Vec<PhotoView>,
}

impl Places {
    fn of(body: &PrintsEnrol) -> Self {
        let photographs = body.photographs.iter().map(|photograph| photograph.view).collect();
        Self { prints: body.prints.clone(), photographs }
    }

    /// Faults of prints at the fields of their fingers, of photographs at those of their views, of marks at those of their
    /// rows.
    fn at_fields(&self, error: DoorError) -> DoorError {
        let error = hands::at_fields(error, &self.prints);
        let DoorError::Refused(Refusal::Fields { mut faults }) = error else { return error };
        for fault in &mut faults {
            let found = self.photograph(&fault.field);
            let mark =
                || fault.field.strip_prefix("looks.").filter(|f| f.starts_with("marks.")).map(str::to_owned);
            if let Some(field) = found.or_else(mark) {
                fault.field = field;
            }
        }
        DoorError::Refused(Refusal::Fields { faults })
    }

    fn photograph(&self, path: &str) -> Option<String> {
        let place: usize = path.strip_prefix("photographs.")?.split('.').next()?.parse().ok()?;
        self.photographs.get(place).map(|view| format!("photo.{}", view.as_str()))
    }
}

async fn perform(
    pages: &Pages,
    ctx: &Ctx,
    typed: &Typed,
    body: PrintsEnrol,
    dpi: Option<u16>,
) -> Result<String, DoorError> {
    let id: ActId = typed.act_id();
    let new = NewAct { office: typed.opt("office"), ..NewAct::now(id, Body::PrintsEnrol(body)) };
    let done = pages.records.enrol(&ctx.caller, new, dpi).await?;
    let of = named((done.receipt.office.clone(), done.receipt.act.clone()));
    let how = if done.search.is_some() { "searched" } else { "enrolled" };
    Ok(format!("{}?done={how}", record_path(&of)))
}

async fn draw(pages: &Pages, ctx: &Ctx, whom: &Whom, form: Form) -> Result<Response, Problem> {
    let (voice, records) = (&ctx.voice, &pages.records);
    let code = whom.basis().map_err(|e| ctx.problem(e))?;
    whom.allowed(pages, ctx, 0).await.map_err(|e| ctx.problem(e))?;
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
        photographed: code.photographs(),
        views: views(&form),
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
        error: form.error(&format!("photo.{}", view.as_str())),
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
