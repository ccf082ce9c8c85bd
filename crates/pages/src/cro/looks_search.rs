//! `GET /cro/looks`: who is described as a witness describes him: each result with what agrees and what differs. A
//! description is no person, and the page says so.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_records::{Action, LooksFound, LooksLine};

use super::seen::{self, SeenFields};
use super::ties::{self, Tie};
use super::{looks, record, record_path};
use crate::fir::field::Form;
use crate::fir::typed::Typed;
use crate::shell::page;
use crate::station::form;
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_access::ResourceKind;

/// Results of one page.
const SHOWN: usize = 30;

/// An enrolment whose description was found.
struct Line {
    href: String,
    name: String,
    /// Address of the small photograph; empty where there is none.
    photograph: String,
    /// The case and how he stands in it.
    case: String,
    outcome: String,
    /// A gang he is said to be of, with how far that is established and whence.
    gang: String,
    groups: Vec<Tie>,
    /// The form of a line-up with him; empty where he cannot be in one.
    lineup: String,
}

#[derive(Template)]
#[template(path = "cro/looks.html")]
struct LooksPage {
    shell: Shell,
    form: Form,
    /// The fields of the description.
    fields: String,
    asked: bool,
    found: String,
    among: String,
    lines: Vec<Line>,
}

/// `GET /cro/looks`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    form::allowed(&pages, &ctx, Action::SearchLooks, ResourceKind::Office).map_err(|e| ctx.problem(e))?;
    let typed = Typed::read(pairs).compact(&["marks"]);
    let asked = !seen::carried(&typed).is_empty() || !typed.get("gang").is_empty();
    let mut faults = Vec::new();
    let words = seen::read(&pages, &typed, &mut faults);
    let carried = seen::carried(&typed);
    let form = Form::new(&ctx.voice, "", typed);
    if !asked {
        return Ok(draw(&pages, &ctx, form, None));
    }
    let answer = if faults.is_empty() {
        pages.records.search_looks(&ctx.caller, &words, SHOWN).await
    } else {
        Err(form::faulty(faults))
    };
    match answer {
        Ok(found) => Ok(draw(&pages, &ctx, form, Some((&carried, &found)))),
        Err(error) if form::mendable(&error) => {
            Ok(draw(&pages, &ctx, ties::labelled(form.with_error(&error), &words), None))
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

type Answer<'a> = (&'a [(String, String)], &'a LooksFound);

fn draw(pages: &Pages, ctx: &Ctx, form: Form, answer: Option<Answer<'_>>) -> Response {
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let count = |key: &str, n: usize| ctx.voice.n(key, "n", i64::try_from(n).unwrap_or(i64::MAX));
    let (found, among, lines) = match answer {
        None => (String::new(), String::new(), Vec::new()),
        Some((carried, found)) => {
            let n = found.lines.len();
            let said = if n == 0 { ctx.t("looks-found-none") } else { count("looks-found", n) };
            let line = |line: &LooksLine| line_of(pages, ctx, carried, line);
            (said, count("looks-among", found.described), found.lines.iter().map(line).collect())
        }
    };
    let shell = Shell::new(pages, ctx, ctx.t("looks-title"));
    let fields = SeenFields::new(pages, ctx, &shell, &form, true).to_string();
    page(status, &LooksPage { asked: answer.is_some(), found, among, lines, fields, shell, form })
}

fn line_of(pages: &Pages, ctx: &Ctx, carried: &[(String, String)], line: &LooksLine) -> Line {
    let voice = &ctx.voice;
    let enrolment = line.row.enrolment.as_ref();
    let path = record_path(&line.of);
    let photograph = line.face.as_ref().map(|sha256| format!("{path}/photograph/{sha256}"));
    let may = pages.records.may(&ctx.caller, Action::MakeLineup, ResourceKind::Office, ctx.caller.office());
    let lineup = line.face.as_ref().filter(|_| may).map(|_| {
        let mut all = vec![("suspect".to_owned(), line.of.key())];
        all.extend(carried.iter().cloned());
        format!("/cro/lineup?{}", ties::address(&all))
    });
    Line {
        href: path,
        name: record::name_of(voice, enrolment.map(|e| &e.person)),
        photograph: photograph.unwrap_or_default(),
        case: line
            .case
            .as_ref()
            .map_or_else(|| ctx.t("cro-without-case"), |case| record::case_line(voice, case)),
        outcome: line.case.as_ref().map(|case| record::outcome(voice, case)).unwrap_or_default(),
        gang: enrolment.and_then(|e| e.gang.as_ref()).map(|g| looks::said_gang(voice, g)).unwrap_or_default(),
        groups: ties::groups(pages, voice, &line.ties, enrolment),
        lineup: lineup.unwrap_or_default(),
    }
}
