//! `GET`/`POST /cro/lineup/{office}/{act}/answer`: what the witness said of a line-up, in his own words.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::FieldFault;
use roznamcha_records::{Action, NewShowing};
use roznamcha_words::{Arg, digits};

use super::lineup_path;
use crate::fir::field::{Choice, Form, Select};
use crate::fir::read as report;
use crate::fir::typed::Typed;
use crate::shell::page;
use crate::station::form::{self, Pairs};
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_access::ResourceKind;

const LABELS: form::Labels = &[
    ("shown", "shown", "lineup-shown-at"),
    ("picked", "picked", "lineup-picked"),
    ("said", "said", "lineup-answer-words"),
    ("lineup", "shown", "lineup-one"),
];
/// The witness pointed to nobody.
const NOBODY: &str = "nobody";

#[derive(Template)]
#[template(path = "cro/lineup_answer.html")]
struct LineupAnswer {
    shell: Shell,
    form: Form,
    path: String,
    picked: Select,
    /// The books know that this officer knows the suspect.
    knows: bool,
}

/// `GET /cro/lineup/{office}/{act}/answer`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((office, act)): Path<(String, String)>,
) -> Result<Response, Problem> {
    form::allowed(&pages, &ctx, Action::MakeLineup, ResourceKind::Office).map_err(|e| ctx.problem(e))?;
    let mut typed = Typed::default();
    let now = pages.records.now().local().datetime().to_string();
    typed.set("shown", now.chars().take(16).collect::<String>());
    draw(&pages, &ctx, (&office, &act), Form::new(&ctx.voice, "", typed)).await
}

/// `POST /cro/lineup/{office}/{act}/answer`.
pub(super) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path((office, act)): Path<(String, String)>,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let path = lineup_path(&office, &act);
    form::at(&mut ctx, &path);
    let typed = Typed::read(pairs);
    let mut faults = Vec::new();
    let sent = match read(&typed, (&office, &act), &mut faults) {
        Some(new) if faults.is_empty() => pages.records.show_lineup(&ctx.caller, typed.act_id(), new).await,
        _ => Err(form::faulty(faults)),
    };
    match sent {
        Ok(_) => Ok(form::done(&format!("{path}?done=1"))),
        Err(error) if form::mendable(&error) => {
            let form = form::refused(Form::new(&ctx.voice, "", typed), &error, LABELS);
            draw(&pages, &ctx, (&office, &act), form).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

fn read(typed: &Typed, (office, lineup): (&str, &str), faults: &mut Vec<FieldFault>) -> Option<NewShowing> {
    let shown = typed.moment("shown", faults);
    if shown.is_none() && faults.is_empty() {
        faults.push(form::fault("shown", "fault-missing"));
    }
    let picked = match typed.get("picked") {
        NOBODY => Some(None),
        place => place.parse().ok().map(Some),
    };
    if picked.is_none() {
        faults.push(form::fault("picked", "fault-lineup-picked"));
    }
    Some(NewShowing {
        office: office.to_owned(),
        lineup: lineup.to_owned(),
        witness: report::party(typed, "witness", faults),
        shown: shown?,
        knew: typed.ticked("knew"),
        picked: picked?,
        said: typed.get("said").to_owned(),
    })
}

async fn draw(
    pages: &Pages,
    ctx: &Ctx,
    (office, act): (&str, &str),
    form: Form,
) -> Result<Response, Problem> {
    let view = pages.records.lineup_view(&ctx.caller, office, act).await.map_err(|e| ctx.problem(e))?;
    let voice = &ctx.voice;
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let place = |place: u8| {
        let number = digits::number(voice.lang, i64::from(place));
        Choice { value: place.to_string(), label: voice.with("lineup-face", &[("n", Arg::Text(&number))]) }
    };
    let nobody = Choice { value: NOBODY.to_owned(), label: voice.t("lineup-picked-none") };
    let choices = view.faces.iter().map(|face| place(face.place)).chain([nobody]).collect();
    let template = LineupAnswer {
        path: lineup_path(&view.office, &view.act),
        picked: form.select("picked", "lineup-picked", "choose", choices).must(&form),
        knows: !view.blind,
        shell: Shell::new(pages, ctx, ctx.t("lineup-answer-title")),
        form,
    };
    Ok(page(status, &template))
}
