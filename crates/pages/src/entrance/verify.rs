//! `/verify`: whoever holds a printed document asks whether it agrees with the books. No sign-in, no person named.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use roznamcha_journal::EntryRef;
use roznamcha_records::{Checked, DoorError};
use roznamcha_words::{Arg, dates, digits};
use serde::Deserialize;

use crate::ctx::Voice;
use crate::office::show;
use crate::shell::page;
use crate::{Pages, Problem};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/verify", get(verify))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    act: String,
    #[serde(default)]
    hash: String,
}

/// What the books say of a document that agrees.
struct Good {
    office: String,
    entries: Vec<String>,
    written: String,
    number: String,
    expunged: bool,
}

enum Answer {
    NotAsked,
    Agrees(Good),
    Differs,
    Unknown,
}

#[derive(Template)]
#[template(path = "entrance/verify.html")]
struct VerifyPage<'a> {
    voice: &'a Voice,
    other_lang: &'static str,
    act: &'a str,
    hash: &'a str,
    /// This page again, for the language switch.
    here: String,
    answer: Answer,
}

async fn verify(State(pages): State<Pages>, voice: Voice, Query(asked): Query<Asked>) -> Response {
    let (act, hash) = (asked.act.trim().to_lowercase(), asked.hash.trim().to_lowercase());
    let answer = if act.is_empty() {
        Answer::NotAsked
    } else {
        match pages.records.check_print(&act, &hash).await {
            Ok(checked) if checked.agrees => Answer::Agrees(good(&pages, &voice, &checked)),
            Ok(_) => Answer::Differs,
            Err(DoorError::NotFound) => Answer::Unknown,
            Err(error) => return Problem::new(error, voice, "/verify").into_response(),
        }
    };
    // The act and hash go into this page's own address only in the form in which they are printed.
    let plain = |t: &str| t.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let here = if plain(&act) && plain(&hash) && !act.is_empty() {
        format!("/verify?act={act}&hash={hash}")
    } else {
        "/verify".to_owned()
    };
    let sheet = VerifyPage {
        other_lang: voice.lang.other().as_str(),
        voice: &voice,
        act: &act,
        hash: &hash,
        here,
        answer,
    };
    page(StatusCode::OK, &sheet)
}

fn good(pages: &Pages, voice: &Voice, checked: &Checked) -> Good {
    let entries = checked.entries.iter().filter_map(|e| e.parse::<EntryRef>().ok());
    Good {
        office: show::office(pages, voice, &checked.office),
        entries: entries.map(|e| line_of(pages, voice, &e)).collect(),
        written: show::when(voice, checked.written),
        number: show::number(voice, i64::try_from(checked.seq).unwrap_or(i64::MAX)),
        expunged: checked.expunged,
    }
}

/// `First Information Report register, no. 5 of 2026`.
fn line_of(pages: &Pages, voice: &Voice, entry: &EntryRef) -> String {
    let no = entry.register.parse::<roznamcha_statute::RegisterNo>().ok();
    let register = no.and_then(|n| pages.records.statute().register(n));
    let name = register.map_or_else(
        || entry.register.clone(),
        |r| format!("{} {}", r.number.roman(), voice.pick(&r.en, &r.ur)),
    );
    let serial = i64::try_from(entry.serial).unwrap_or(i64::MAX);
    let day = entry.period.parse().ok().map(|day| dates::date(voice.lang, day));
    let period = day.unwrap_or_else(|| digits::localise(voice.lang, &entry.period));
    let args = [("register", Arg::Text(&name)), ("n", Arg::Num(serial)), ("period", Arg::Text(&period))];
    voice.with("verify-entry", &args)
}
