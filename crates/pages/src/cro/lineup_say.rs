//! Line-ups in words: the faces of a proposal, how fair it is, why there is none.

use roznamcha_records::{Measured, NoLineup, ProposedLineup};
use roznamcha_words::{Arg, digits};

use super::record_path;
use super::ties::{self, Tie};
use crate::ctx::Voice;
use crate::{Ctx, Pages};

/// A face of a proposal.
pub(super) struct FaceTile {
    pub place: String,
    pub href: String,
    pub photograph: String,
    pub suspect: bool,
    pub groups: Vec<Tie>,
    /// In what nobody else is like him, in words; empty where in nothing.
    pub alone: String,
    /// The name of his enrolment.
    pub key: String,
    pub exchange_label: String,
}

/// Why there is no line-up.
pub(super) struct Reason {
    pub text: String,
    /// How many of the others were turned away, and why.
    pub unfit: Vec<(String, String)>,
}

/// The faces in their order.
pub(super) fn proposed(pages: &Pages, ctx: &Ctx, lineup: &ProposedLineup) -> Vec<FaceTile> {
    let voice = &ctx.voice;
    let comma = voice.pick(", ", "، ");
    let tile = |(place, face): (usize, &roznamcha_records::ProposedFace)| {
        let number = digits::number(voice.lang, i64::try_from(place + 1).unwrap_or_default());
        let named = |key: &str| voice.with(key, &[("n", Arg::Text(&number))]);
        let alone: Vec<String> = face.alone_in.iter().map(|list| ties::thing(pages, voice, list)).collect();
        let alone = (!alone.is_empty())
            .then(|| voice.with("lineup-alone", &[("what", Arg::Text(&alone.join(comma)))]));
        FaceTile {
            place: named("lineup-place"),
            href: record_path(&face.of),
            photograph: format!("{}/photograph/{}", record_path(&face.of), face.photograph),
            suspect: place == lineup.suspect,
            key: face.of.key(),
            groups: ties::groups(pages, voice, &face.ties, None),
            alone: alone.unwrap_or_default(),
            exchange_label: named("lineup-exchange-of"),
        }
    };
    lineup.faces.iter().enumerate().map(tile).collect()
}

/// Tenths as a number.
fn tenths(voice: &Voice, size: u32) -> String {
    digits::localise(voice.lang, &format!("{}.{}", size / 10, size % 10))
}

/// How fair it is, a line each.
pub(super) fn measured(voice: &Voice, measured: &Measured) -> Vec<String> {
    let functional = measured.functional.map_or_else(
        || voice.t("lineup-functional-none"),
        |size| voice.with("lineup-functional", &[("n", Arg::Text(&tenths(voice, size)))]),
    );
    let (effective, of) = (tenths(voice, measured.effective), digits::number(voice.lang, measured.of.into()));
    let seed = digits::localise(voice.lang, &measured.seed.to_string());
    vec![
        functional,
        voice.with("lineup-effective", &[("n", Arg::Text(&effective)), ("of", Arg::Text(&of))]),
        voice.n("lineup-fair-of", "n", measured.fair.into()),
        voice.with("lineup-seed", &[("n", Arg::Text(&seed))]),
    ]
}

/// Why there is none.
pub(super) fn none(pages: &Pages, voice: &Voice, why: &NoLineup) -> Reason {
    let key = format!("lineup-none-{}", why.code());
    let number = |n: usize| digits::number(voice.lang, i64::try_from(n).unwrap_or(i64::MAX));
    match why {
        NoLineup::Size { fewest, most } => {
            let (fewest, most) = (number(*fewest), number(*most));
            plain(voice.with(&key, &[("fewest", Arg::Text(&fewest)), ("most", Arg::Text(&most))]))
        }
        NoLineup::Child | NoLineup::NoPhotograph | NoLineup::NotDescribed => plain(voice.t(&key)),
        NoLineup::TooFew { fair, asked, unfit } => {
            let (fair, asked) = (number(*fair), number(*asked));
            Reason {
                text: voice.with(&key, &[("fair", Arg::Text(&fair)), ("asked", Arg::Text(&asked))]),
                unfit: unfit.iter().map(|(why, n)| (unfit_in_words(pages, voice, why), number(*n))).collect(),
            }
        }
        NoLineup::Unfair { effective, of, .. } => {
            let (n, of) = (tenths(voice, *effective), number(*of));
            plain(voice.with(&key, &[("n", Arg::Text(&n)), ("of", Arg::Text(&of))]))
        }
    }
}

fn plain(text: String) -> Reason {
    Reason { text, unfit: Vec::new() }
}

fn unfit_in_words(pages: &Pages, voice: &Voice, why: &str) -> String {
    match why {
        "child" | "no_photograph" | "age" | "too_bad" | "too_good" | "not_free" => {
            voice.t(&super::say::key("lineup-unfit-", why))
        }
        thing => {
            let what = ties::thing(pages, voice, thing);
            voice.with("lineup-unfit-differs", &[("what", Arg::Text(&what))])
        }
    }
}

/// How often it was shown.
pub(super) fn times(voice: &Voice, showings: usize) -> String {
    match i64::try_from(showings) {
        Ok(0) => voice.t("lineup-shown-not"),
        n => voice.n("lineup-shown-times", "n", n.unwrap_or(i64::MAX)),
    }
}
