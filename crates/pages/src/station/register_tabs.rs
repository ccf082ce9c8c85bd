//! What a register is switched by: its parts, and its years.

use roznamcha_records::RegisterQuestion;
use roznamcha_statute::{Numbering, Part, Register};
use roznamcha_words::digits;

use crate::Ctx;

/// A part or a year to switch to.
pub(crate) struct Tab {
    /// Where to.
    pub href: String,
    /// What it is called.
    pub name: String,
    /// Whether it is the one shown.
    pub here: bool,
}

/// The parts; none where there is only one.
pub(crate) fn tabs(ctx: &Ctx, register: &Register, office: &str, parts: &[&Part], here: &str) -> Vec<Tab> {
    let number = register.number.written();
    let tab = |p: &&Part| Tab {
        href: format!("/register/{number}?office={office}&part={}", p.written()),
        name: ctx.voice.pick(&p.en, &p.ur).to_owned(),
        here: p.written() == here,
    };
    if parts.len() > 1 { parts.iter().map(tab).collect() } else { Vec::new() }
}

/// The years, newest first, and all of them together; none where numbers do not begin anew each year.
pub(crate) fn years(
    ctx: &Ctx,
    register: &Register,
    question: &RegisterQuestion,
    periods: &[String],
) -> Vec<Tab> {
    if register.numbering != Numbering::Year || periods.is_empty() {
        return Vec::new();
    }
    let (number, part) = (register.number.written(), question.part.as_deref().unwrap_or_default());
    let tab = |period: &str, name: String| Tab {
        href: format!("/register/{number}?office={}&part={part}&period={period}", question.office),
        name,
        here: question.period.as_deref().unwrap_or("") == period,
    };
    let year = |p: &String| tab(p, digits::localise(ctx.voice.lang, p));
    std::iter::once(tab("", ctx.t("register-all-years"))).chain(periods.iter().rev().map(year)).collect()
}
