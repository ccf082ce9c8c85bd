//! `/register/{no}`: a register as a book, a page at a time, or what is sought in it. A question is sent and not put into
//! the address, where a name would stay in the browser's history.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_records::{DoorError, RegisterPage, RegisterQuestion};
use roznamcha_statute::{Numbering, Part, Register as Kept, RegisterNo};
use roznamcha_words::digits;
use serde::Deserialize;

use super::book::{Book, part_of};
use super::choose::{choose, office_of};
use super::form::Pairs;
use super::sight::Sight;
use crate::fir::typed::Typed;
use crate::office::show::office as office_name;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

/// Entries to the page.
const PAGE: u32 = 50;

/// Which page.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
    part: Option<String>,
    period: Option<String>,
    after: Option<String>,
    newest: Option<String>,
    flagged: Option<String>,
}

/// What is sought in the book, as typed.
#[derive(Default)]
struct Sought {
    words: String,
    serial: String,
    officer: String,
}

impl Sought {
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.serial.is_empty() && self.officer.is_empty()
    }
}

struct Tab {
    href: String,
    name: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "station/register.html")]
struct Register {
    shell: Shell,
    station: String,
    rule: String,
    office: String,
    number: String,
    part: String,
    period: String,
    newest: bool,
    flagged: bool,
    has_period: bool,
    sought: Sought,
    /// What was found, or that the number typed is none; empty where nothing is sought.
    found: String,
    serial_fault: bool,
    tabs: Vec<Tab>,
    book: Book,
    /// Not the first page.
    later: bool,
    /// Where the next page begins; empty for nowhere.
    after: String,
    unfinished: bool,
}

impl Register {
    /// The address of this book's pages where nothing is sought.
    fn address(&self) -> String {
        let (newest, flagged) = (u8::from(self.newest), u8::from(self.flagged));
        format!(
            "/register/{}?office={}&part={}&period={}&newest={newest}&flagged={flagged}",
            self.number, self.office, self.part, self.period
        )
    }
}

/// `GET /register/{no}`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    render(&pages, &ctx, &number, asked, Sought::default()).await
}

/// `POST /register/{no}`.
pub(crate) async fn seek(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(number): Path<String>,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let asked = Asked {
        office: typed.opt("office"),
        part: typed.opt("part"),
        period: typed.opt("period").map(|p| digits::ascii(&p)),
        after: typed.opt("after"),
        newest: typed.opt("newest"),
        flagged: typed.opt("flagged"),
    };
    let [words, serial, officer] = ["words", "serial", "officer"].map(|name| typed.get(name).to_owned());
    render(&pages, &ctx, &number, asked, Sought { words, serial, officer }).await
}

async fn render(
    pages: &Pages,
    ctx: &Ctx,
    number: &str,
    asked: Asked,
    sought: Sought,
) -> Result<Response, Problem> {
    let missing = || ctx.problem(DoorError::NotFound);
    let number: RegisterNo = number.parse().map_err(|_| missing())?;
    let statute = pages.records.statute();
    let register = statute.register(number).filter(|r| !r.obsolete).ok_or_else(missing)?;
    let Some(office) = office_of(pages, ctx, asked.office.as_deref()) else {
        return Ok(choose(pages, ctx, &format!("/register/{}", number.written())));
    };
    let parts = statute.parts(number);
    let given = asked.part.clone().filter(|p| !p.is_empty());
    let part = given.or_else(|| parts.first().map(|p| part_of(&p.part).to_owned())).unwrap_or_default();
    let serial = digits::ascii(&sought.serial).parse().ok();
    let question = RegisterQuestion {
        office: office.clone(),
        register: number.written(),
        part: Some(part),
        period: asked.period.filter(|p| !p.is_empty()),
        flagged: asked.flagged.as_deref() == Some("1"),
        serial,
        officer: Some(sought.officer.clone()).filter(|o| !o.is_empty()),
        words: Some(sought.words.clone()).filter(|w| !w.is_empty()),
        after: asked.after.filter(|a| !a.is_empty()),
        // A book is read from its last page unless the beginning is asked for.
        newest_first: asked.newest.as_deref() != Some("0"),
        limit: PAGE,
    };
    let serial_fault = !sought.serial.is_empty() && serial.is_none();
    let read = if serial_fault {
        RegisterPage { entries: Vec::new(), next: None, unfinished: false }
    } else {
        pages.records.register(&ctx.caller, &question).await.map_err(|e| ctx.problem(e))?
    };
    let sight = Sight::of(pages, ctx, &office, read.entries.iter().map(|e| &e.row)).await;
    let sight = sight.map_err(|e| ctx.problem(e))?;
    let status = if serial_fault { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(status, &sheet(pages, ctx, register, &parts, question, read, &sight, sought)))
}

#[expect(clippy::too_many_arguments, reason = "what was asked, what was read, and how it is shown")]
fn sheet(
    pages: &Pages,
    ctx: &Ctx,
    register: &Kept,
    parts: &[&Part],
    question: RegisterQuestion,
    read: RegisterPage,
    sight: &Sight,
    sought: Sought,
) -> Register {
    let number = register.number.written();
    let part = question.part.clone().unwrap_or_default();
    let tab = |p: &Part| Tab {
        href: format!("/register/{number}?office={}&part={}", question.office, part_of(&p.part)),
        name: ctx.voice.pick(&p.en, &p.ur).to_owned(),
        here: part_of(&p.part) == part,
    };
    let tabs = if parts.len() > 1 { parts.iter().map(|p| tab(p)).collect() } else { Vec::new() };
    let serial_fault = !sought.serial.is_empty() && question.serial.is_none();
    let count = i64::try_from(read.entries.len()).unwrap_or(i64::MAX);
    let found = match (sought.is_empty(), serial_fault) {
        (true, _) => String::new(),
        (false, true) => ctx.t("fault-number"),
        (false, false) => ctx.voice.n("register-found", "n", count),
    };
    let name = ctx.voice.pick(&register.en, &register.ur);
    Register {
        shell: Shell::new(pages, ctx, format!("{} · {name}", register.number.roman())),
        station: office_name(pages, &ctx.voice, &question.office),
        rule: ctx.voice.pick(&register.rule, &register.rule_ur).to_owned(),
        number,
        part,
        period: question.period.unwrap_or_default(),
        newest: question.newest_first,
        flagged: question.flagged,
        has_period: register.numbering != Numbering::Never,
        sought,
        found,
        serial_fault,
        tabs,
        book: Book::of(pages, sight, &question.register, &read.entries),
        later: question.after.is_some(),
        after: read.next.unwrap_or_default(),
        unfinished: read.unfinished,
        office: question.office,
    }
}
