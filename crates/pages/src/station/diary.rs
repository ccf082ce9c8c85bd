//! `GET /diary`: a day of the diary as a book.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::{DiaryPage, DoorError};
use roznamcha_words::dates;
use serde::Deserialize;

use super::choose::{choose, office_of};
use super::line::Line;
use super::show::Link;
use crate::fir::field::Form;
use crate::fir::typed::Typed;
use crate::office::show::{office as office_name, rupees};
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_sheets::Sight;

/// Which day of which diary.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
    day: Option<String>,
    after: Option<u64>,
}

#[derive(Template)]
#[template(path = "station/diary.html")]
struct DiaryTemplate {
    shell: Shell,
    heading: String,
    station: String,
    day_words: String,
    day: String,
    office: String,
    state: Day,
    lines: Vec<Line>,
    links: Turn,
    may: Buttons,
    /// The forms that open and close a day, with what is wrong in them.
    form: Form,
    today: String,
    /// The day that may be opened next: today, or the one after the last closed.
    next: String,
    cash: String,
    custody: Vec<String>,
}

/// How the day stands.
struct Day {
    open: bool,
    /// Another day is open: a link to it.
    other: Option<Link>,
    closed: bool,
    /// A day was closed that lies ahead of the clock: what the page says of it; empty for none.
    ahead: String,
}

/// Where the pager leads; empty for nowhere.
struct Turn {
    day_before: String,
    day_after: String,
    from_start: String,
    more: String,
}

/// What this officer may do here now.
struct Buttons {
    open: bool,
    /// Open today's although a later day is closed.
    mend: bool,
    write: bool,
    close: bool,
    report: bool,
    refuse: bool,
    print: bool,
}

/// `GET /diary`.
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let Some(office) = office_of(&pages, &ctx, asked.office.as_deref()) else {
        return Ok(choose(&pages, &ctx, "/diary"));
    };
    let day = match asked.day.as_deref().filter(|d| !d.is_empty()) {
        Some(day) => Some(day.parse().map_err(|_| ctx.problem(DoorError::NotFound))?),
        None => None,
    };
    let form = Form::new(&ctx.voice, "", Typed::default());
    render(&pages, &ctx, &office, day, asked.after.unwrap_or(0), form).await
}

/// The page, with a form that was refused or a fresh one. Without a day: the open one, else today's.
pub(crate) async fn render(
    pages: &Pages,
    ctx: &Ctx,
    office: &str,
    day: Option<Date>,
    after: u64,
    form: Form,
) -> Result<Response, Problem> {
    let today = pages.records.now().day();
    let own = office == ctx.caller.office();
    let desk =
        if own { Some(pages.records.desk(&ctx.caller).await.map_err(|e| ctx.problem(e))?) } else { None };
    let day = day.or_else(|| desk.and_then(|d| d.open_day)).unwrap_or(today);
    let book = pages.records.diary(&ctx.caller, office, day, after).await.map_err(|e| ctx.problem(e))?;
    let sight = Sight::of(&pages.records, &ctx.voice, office, book.entries.iter().map(|e| &e.row)).await;
    let sight = sight.map_err(|e| ctx.problem(e))?.with_custody(book.custody.iter().map(|c| c.row.clone()));
    let lines = book.entries.iter().map(|e| Line::of(&sight, e, Some(day))).collect();
    let status = if form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let custody = book.desk.lockup.len();
    let day_words = dates::long_date(ctx.voice.lang, day);
    let heading = ctx.voice.with("diary-of-day", &[("date", day_words.as_str().into())]);
    let state = state(ctx, &book, today);
    let after_last = book.desk.last_closed.and_then(|last| last.tomorrow().ok());
    let next = after_last.map_or(today, |day| day.max(today));
    let template = DiaryTemplate {
        shell: Shell::new(pages, ctx, heading.clone()),
        heading,
        station: office_name(pages, &ctx.voice, office),
        day_words,
        day: day.to_string(),
        office: office.to_owned(),
        lines,
        links: turn(&book, day, today, after),
        may: buttons(pages, ctx, &book, own, !state.ahead.is_empty()),
        state,
        form,
        today: today.to_string(),
        next: next.to_string(),
        cash: rupees(&ctx.voice, book.desk.cash_paisa),
        custody: vec![ctx.voice.n("diary-in-custody", "n", i64::try_from(custody).unwrap_or(0))],
    };
    Ok(page(status, &template))
}

fn state(ctx: &Ctx, book: &DiaryPage, today: Date) -> Day {
    let other = book.desk.open_day.filter(|d| *d != book.day);
    let link = |day: Date| {
        let words = dates::date(ctx.voice.lang, day);
        let text = ctx.voice.with("diary-other-open", &[("date", words.as_str().into())]);
        Link::words(format!("/diary?office={}&day={day}", book.office), text)
    };
    let closed = book.desk.last_closed.is_some_and(|last| book.day <= last);
    let ahead = book.desk.last_closed.filter(|last| *last > today && book.desk.open_day.is_none());
    let ahead = ahead.map(|last| {
        let words = dates::long_date(ctx.voice.lang, last);
        ctx.voice.with("diary-closed-ahead", &[("date", words.as_str().into())])
    });
    Day { open: book.open, other: other.map(link), closed, ahead: ahead.unwrap_or_default() }
}

fn turn(book: &DiaryPage, day: Date, today: Date, after: u64) -> Turn {
    let to = |day: Date| format!("/diary?office={}&day={day}", book.office);
    let next = day.checked_add(1.day()).ok().filter(|d| *d <= today);
    Turn {
        day_before: day.checked_sub(1.day()).map(to).unwrap_or_default(),
        day_after: next.map(to).unwrap_or_default(),
        from_start: if after > 0 { to(day) } else { String::new() },
        more: book.next.map(|n| format!("{}&after={n}", to(day))).unwrap_or_default(),
    }
}

fn buttons(pages: &Pages, ctx: &Ctx, book: &DiaryPage, own: bool, ahead: bool) -> Buttons {
    let may = |action, kind| pages.records.may(&ctx.caller, action, kind, &book.office);
    let desk = |action| own && may(action, ResourceKind::Office);
    Buttons {
        open: book.desk.open_day.is_none() && !ahead && desk(Action::OpenDiary),
        mend: ahead && desk(Action::OpenDayAfterFault),
        write: book.open && desk(Action::WriteDiary),
        close: book.open && desk(Action::CloseDiary),
        report: book.open && desk(Action::WriteNonCognizable),
        refuse: book.open && desk(Action::WriteRefusal),
        print: !book.entries.is_empty() && may(Action::PrintDocument, ResourceKind::Diary),
    }
}
