//! Words with what was struck through in them: the wrong words legible under a line, the right ones after them.

use askama::Template;
use roznamcha_acts::Moment;
use roznamcha_acts::views::Strike;
use roznamcha_words::{Arg, bidi, dates};
use std::collections::HashMap;

use crate::ctx::Voice;

pub use roznamcha_books::{Span, spans};

/// Who corrected and who attested, in words.
#[derive(Clone, Debug)]
pub struct Note {
    /// By whom and when struck, and why.
    pub by: String,
    /// By whom and when attested, or that it is not.
    pub attested: String,
    /// Whether it is attested.
    pub done: bool,
}

/// Words of a record with their corrections, ready to be shown. In a template: `{{ struck|safe }}` (it escapes
/// itself).
#[derive(Template)]
#[template(path = "struck.html")]
pub struct Struck {
    spans: Vec<Span>,
    notes: Vec<Note>,
    lang: &'static str,
    dir: &'static str,
}

impl Struck {
    /// The words of one column with those of the strikes that belong to it. `names` gives officers' names by code;
    /// a code without a name is shown as it is.
    pub fn new(
        voice: &Voice,
        text: &str,
        field: &str,
        strikes: &[Strike],
        names: &HashMap<String, String>,
    ) -> Self {
        let mine: Vec<&Strike> = strikes.iter().filter(|s| s.field == field).collect();
        let mut spans = spans(text, mine.iter().map(|s| (s.wrong.as_str(), s.right.as_str())));
        spans.iter_mut().for_each(|span| span.text = bidi::numbers(&span.text));
        let notes = mine.iter().map(|s| note(voice, s, names)).collect();
        Self { spans, notes, lang: voice.code(), dir: voice.dir() }
    }
}

/// Who struck and who attested, in the reader's language.
pub fn note(voice: &Voice, strike: &Strike, names: &HashMap<String, String>) -> Note {
    let name = |code: &str| names.get(code).cloned().unwrap_or_else(|| code.to_owned());
    let when = |at: Moment| dates::date_time(voice.lang, at.local().datetime());
    let say = |key: &str, who: &str, at: Moment| {
        voice.with(key, &[("who", Arg::Text(&name(who))), ("when", Arg::Text(&when(at)))])
    };
    let by = say("correct-by", &strike.by, strike.at);
    let attested = match (&strike.attested_by, strike.attested_at) {
        (Some(who), Some(at)) => say("correct-attested", who, at),
        _ => voice.t("correct-unattested"),
    };
    let by = if strike.reason.is_empty() { by } else { format!("{by}: {}", strike.reason) };
    Note { by, attested, done: strike.attested_by.is_some() }
}
