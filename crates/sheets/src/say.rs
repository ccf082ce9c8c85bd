//! How what the books hold as codes and figures is said, in the reader's language.

use roznamcha_acts::Moment;
use roznamcha_journal::Flag;
use roznamcha_statute::{RankCode, RoleCode, StatuteBook};
use roznamcha_words::{Arg, Voice, dates, digits};

/// A moment in words: `5 January 2026, 09:30`.
pub fn when(voice: &Voice, at: Moment) -> String {
    dates::date_time(voice.lang, at.local().datetime())
}

/// Paisa as rupees: `Rs 1,250.50`.
pub fn rupees(voice: &Voice, paisa: i64) -> String {
    let whole = digits::grouped(voice.lang, paisa / 100);
    let rest = paisa.unsigned_abs() % 100;
    let sum = if rest == 0 {
        whole
    } else {
        format!("{whole}.{}", digits::localise(voice.lang, &format!("{rest:02}")))
    };
    voice.with("home-rupees", &[("sum", Arg::Text(&sum))])
}

/// A rank by name.
pub fn rank(book: &StatuteBook, voice: &Voice, code: &str) -> String {
    let known = RankCode::new(code).ok();
    let known = known.as_ref().and_then(|c| book.rank(c));
    match known {
        Some(rank) => voice.pick(&rank.en, &rank.ur).to_owned(),
        None if code == "civilian" => voice.t("rank-civilian"),
        None => code.to_owned(),
    }
}

/// A role by name.
pub fn role(book: &StatuteBook, voice: &Voice, code: &str) -> String {
    let known = RoleCode::new(code).ok();
    let known = known.as_ref().and_then(|c| book.role(c));
    known.map_or_else(|| code.to_owned(), |r| voice.pick(&r.en, &r.ur).to_owned())
}

/// What a flag says.
pub fn flag_key(flag: Flag) -> &'static str {
    match flag {
        Flag::BeforeInformation => "flag-before-information",
        Flag::AfterClock => "flag-after-clock",
        Flag::ClockBack => "flag-clock-back",
    }
}
