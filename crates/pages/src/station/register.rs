//! `/register/{no}`: a register as a book, a page at a time, or what is sought in it. A question is sent and not put into
//! the address, where a name would stay in the browser's history.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_books::Plan;
use roznamcha_records::{DoorError, RegisterPage, RegisterQuestion};
use roznamcha_statute::{Numbering, Part, Register as Kept, RegisterNo};
use roznamcha_words::digits;
use serde::Deserialize;

use super::book::{Book, Place};
use super::choose::{choose, office_of};
use super::form::Pairs;
use super::register_tabs::{Tab, tabs, years};
use crate::deed::links::{self, Link};
use crate::fir::field::Form;
use crate::fir::typed::Typed;
use crate::office::show::office as office_name;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_sheets::Sight;

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

impl Asked {
    /// The last page of this book.
    pub(crate) fn of(office: &str, part: &str, period: Option<String>) -> Self {
        Self { office: Some(office.to_owned()), part: Some(part.to_owned()), period, ..Self::default() }
    }
}

/// What is sought in the book, as typed.
#[derive(Default)]
pub(crate) struct Sought {
    words: String,
    serial: String,
    officer: String,
}

impl Sought {
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.serial.is_empty() && self.officer.is_empty()
    }
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
    obsolete: bool,
    /// What may be done from here.
    acts: Vec<Link>,
    may_print: bool,
    may_export: bool,
    tabs: Vec<Tab>,
    years: Vec<Tab>,
    book: Book,
    form: Form,
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
    render(&pages, &ctx, &number, asked, Sought::default(), None).await
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
    render(&pages, &ctx, &number, asked, Sought { words, serial, officer }, None).await
}

/// The page; with a form that was refused, what is wrong in it.
pub(crate) async fn render(
    pages: &Pages,
    ctx: &Ctx,
    number: &str,
    asked: Asked,
    sought: Sought,
    refused: Option<Form>,
) -> Result<Response, Problem> {
    let missing = || ctx.problem(DoorError::NotFound);
    let number: RegisterNo = number.parse().map_err(|_| missing())?;
    let statute = pages.records.statute();
    let register = statute.register(number).ok_or_else(missing)?;
    let Some(office) = office_of(pages, ctx, asked.office.as_deref()) else {
        return Ok(choose(pages, ctx, &format!("/register/{}", number.written())));
    };
    let parts = statute.parts(number);
    let given = asked.part.clone().filter(|p| !p.is_empty());
    let part = given.or_else(|| parts.first().map(|p| p.written().to_owned())).unwrap_or_default();
    let plan = Plan::of(statute, number, &part).map_err(|_| missing())?;
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
        RegisterPage::default()
    } else {
        pages.records.register(&ctx.caller, &question).await.map_err(|e| ctx.problem(e))?
    };
    let sight = Sight::of(&pages.records, &ctx.voice, &office, read.entries.iter().map(|e| &e.row)).await;
    let sight = sight.map_err(|e| ctx.problem(e))?;
    let wrong = serial_fault || refused.is_some();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let leaf = Leaf { pages, ctx, register, parts: &parts, plan: &plan, sight: &sight };
    Ok(page(status, &leaf.sheet(question, read, sought, refused)))
}

/// What a page of a register is shown from.
struct Leaf<'a> {
    pages: &'a Pages,
    ctx: &'a Ctx,
    register: &'a Kept,
    parts: &'a [&'a Part],
    plan: &'a Plan,
    sight: &'a Sight,
}

impl Leaf<'_> {
    fn sheet(
        &self,
        question: RegisterQuestion,
        read: RegisterPage,
        sought: Sought,
        refused: Option<Form>,
    ) -> Register {
        let (pages, ctx, register) = (self.pages, self.ctx, self.register);
        let kind = if register.number.is(2) { ResourceKind::Diary } else { ResourceKind::Register };
        let may = |action| pages.records.may(&ctx.caller, action, kind, &question.office);
        let part = question.part.clone().unwrap_or_default();
        let serial_fault = !sought.serial.is_empty() && question.serial.is_none();
        let place = self.place(&question.office);
        let name = ctx.voice.pick(&register.en, &register.ur);
        Register {
            shell: Shell::new(pages, ctx, format!("{} · {name}", register.number.roman())),
            rule: ctx.voice.pick(&register.rule, &register.rule_ur).to_owned(),
            number: register.number.written(),
            newest: question.newest_first,
            flagged: question.flagged,
            has_period: register.numbering == Numbering::Day,
            found: found(ctx, &sought, serial_fault, read.entries.len()),
            sought,
            serial_fault,
            obsolete: register.obsolete,
            acts: links::of_register(pages, ctx, &question.office, &register.number.written(), &part),
            may_print: may(Action::PrintDocument),
            may_export: may(Action::ExportRegister),
            tabs: tabs(ctx, register, &question.office, self.parts, &part),
            years: years(ctx, register, &question, &read.periods),
            book: Book::of(self.sight, self.plan, &place, &read.entries),
            form: refused.unwrap_or_else(|| Form::new(&ctx.voice, "", Typed::default())),
            station: place.station,
            part,
            period: question.period.unwrap_or_default(),
            later: question.after.is_some(),
            after: read.next.unwrap_or_default(),
            unfinished: read.unfinished,
            office: question.office,
        }
    }

    /// The station and its district, in the reader's language.
    fn place(&self, office: &str) -> Place {
        let (voice, tree) = (&self.ctx.voice, self.pages.records.offices());
        let above = tree.above(office);
        let district = above.iter().filter_map(|c| tree.get(c)).find(|o| o.kind == "district");
        Place {
            station: office_name(self.pages, voice, office),
            district: district.map(|o| voice.pick(&o.en, &o.ur).to_owned()).unwrap_or_default(),
        }
    }
}

/// How much was found, or that the number typed is none; empty where nothing is sought.
fn found(ctx: &Ctx, sought: &Sought, serial_fault: bool, entries: usize) -> String {
    match (sought.is_empty(), serial_fault) {
        (true, _) => String::new(),
        (false, true) => ctx.t("fault-number"),
        (false, false) => ctx.voice.n("register-found", "n", i64::try_from(entries).unwrap_or(i64::MAX)),
    }
}
