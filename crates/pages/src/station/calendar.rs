//! `GET /calendar/{key}`: an officer's deadlines as iCalendar (RFC 5545), for a calendar program. FIR numbers and
//! what must be done; no person. `POST /calendar`: a new address; the one before it opens nothing any more.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use roznamcha_records::{Caller, DeadlineBoard, DeadlineLine, DoorError};
use roznamcha_words::Lang;

use super::ics::Ics;

use crate::ctx::Voice;
use crate::office::show;
use crate::{Ctx, Pages, Problem};

/// `GET /calendar/{key}`.
pub(crate) async fn feed(
    State(pages): State<Pages>,
    voice: Voice,
    Path(key): Path<String>,
) -> Result<Response, Problem> {
    let key = key.strip_suffix(".ics").unwrap_or(&key);
    let problem = |error: DoorError| Problem::new(error, voice.clone(), "/");
    let (caller, board) = pages.records.calendar(key, "calendar").await.map_err(problem)?;
    let voice = Voice::new(Lang::parse(caller.lang()).unwrap_or_default(), pages.words.clone());
    let text = calendar(&pages, &voice, &caller, &board);
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    Ok((StatusCode::OK, [kind, (header::CACHE_CONTROL, "no-store")], text).into_response())
}

/// `POST /calendar/new`.
pub(crate) async fn renew(State(pages): State<Pages>, ctx: Ctx) -> Result<Response, Problem> {
    let key = pages.records.new_calendar(&ctx.caller).await.map_err(|e| ctx.problem(e))?;
    let at = format!("{}/calendar/{key}.ics", pages.options.public_url);
    super::deadlines::with_address(&pages, &ctx, &at).await
}

/// `POST /calendar/end`.
pub(crate) async fn end(State(pages): State<Pages>, ctx: Ctx) -> Result<Response, Problem> {
    pages.records.end_calendar(&ctx.caller).await.map_err(|e| ctx.problem(e))?;
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, "/deadlines")]).into_response())
}

fn calendar(pages: &Pages, voice: &Voice, caller: &Caller, board: &DeadlineBoard) -> String {
    let place = show::office(pages, voice, caller.office());
    let mut ics = Ics::new(&format!("{} · {place}", voice.t("deadlines-title")));
    for line in &board.lines {
        event(pages, voice, line, &mut ics);
    }
    ics.done()
}

/// The last quarter of an hour before a deadline ends; a stayed one has no hour.
fn event(pages: &Pages, voice: &Voice, line: &DeadlineLine, ics: &mut Ics) {
    let Some(ends) = line.due else { return };
    let number = line.title.as_ref().map(|n| format!("{n}: ")).unwrap_or_default();
    let act = voice.pick(&line.law.act_en, &line.law.act_ur);
    let subject = line.subject.replace('/', "-");
    ics.begin("VEVENT");
    ics.line("UID", &format!("{subject}-{}-{}@roznamcha", line.law.id, line.started.millis()));
    ics.time("DTSTAMP", pages.records.now());
    ics.time("DTSTART", ends.plus_seconds(-900));
    ics.time("DTEND", ends);
    ics.line("SUMMARY", &format!("{number}{act}"));
    ics.line("DESCRIPTION", &line.law.datum.citation);
    ics.line("LOCATION", &show::office(pages, voice, &line.office));
    ics.end("VEVENT");
}
