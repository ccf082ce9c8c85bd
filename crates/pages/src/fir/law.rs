//! Sections of law in words: for the picker, for lists and for print.

use axum::Json;
use axum::extract::{Query, State};
use jiff::civil::Date;
use roznamcha_statute::{Bail, Cognizance, Offence, OffenceCode, Province, Reason, StatuteBook};
use serde::{Deserialize, Serialize};

use crate::ctx::Voice;
use crate::{Ctx, Pages};

pub(crate) use roznamcha_sheets::law::{in_words, label};

/// Choices the picker shows.
const MOST: usize = 12;

/// What was typed into the picker.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
}

/// A choice of the picker.
#[derive(Debug, Serialize)]
pub(crate) struct Found {
    value: String,
    label: String,
    hint: String,
}

/// `GET /law/sections?q=`: sections in force in the officer's province, best first.
pub(crate) async fn sections(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Json<Vec<Found>> {
    let province = ctx.caller.province().parse().unwrap_or(Province::Pakistan);
    let day = pages.records.now().day();
    let hits = pages.records.statute().search_offences(&asked.q, province, day, MOST);
    let found = |o: &Offence| Found {
        value: o.code.to_string(),
        label: label(&ctx.voice, o),
        hint: hint(&ctx.voice, o),
    };
    Json(hits.iter().map(|h| found(h.offence)).collect())
}

/// What an officer weighs when choosing: cognizable, bailable, and whether anyone has verified that.
fn hint(voice: &Voice, offence: &Offence) -> String {
    let cognizance = offence.cognizance.and_then(|c| match c {
        Cognizance::Cognizable => Some("fir-section-cognizable"),
        Cognizance::NonCognizable => Some("fir-section-noncognizable"),
        Cognizance::Unknown => None,
    });
    let bail = offence.bail.and_then(|b| match b {
        Bail::Bailable => Some("fir-section-bailable"),
        Bail::NonBailable => Some("fir-section-nonbailable"),
        Bail::Unknown => None,
    });
    let unsure = (!offence.datum.verified).then_some("fir-section-unverified");
    let keys = [cognizance, bail, unsure];
    keys.into_iter().flatten().map(|k| voice.t(k)).collect::<Vec<_>>().join(" · ")
}

/// Codes of the sections typed without the picker: `392, 411 PPC`. A piece that is no section is kept as it is, for the
/// rules to name.
pub(crate) fn typed(book: &StatuteBook, text: &str, province: &str, day: Date) -> Vec<String> {
    let pieces = text.split([',', '،', ';', '؛', '\n']).map(str::trim).filter(|p| !p.is_empty());
    pieces.map(|p| resolve(book, p, province, day).unwrap_or_else(|| p.to_owned())).collect()
}

fn resolve(book: &StatuteBook, piece: &str, province: &str, day: Date) -> Option<String> {
    let province: Province = province.parse().unwrap_or(Province::Pakistan);
    if let Ok(code) = OffenceCode::new(piece)
        && book.offence(&code).is_some()
    {
        return Some(piece.to_owned());
    }
    let hits = book.search_offences(piece, province, day, 2);
    let best = hits.first()?;
    let exact = best.reasons.iter().any(|r| matches!(r, Reason::Code | Reason::Section(_)));
    // Two sections of one number in different enactments: the officer must say which.
    let alone = hits.get(1).is_none_or(|next| next.score < best.score);
    (exact && alone).then(|| best.offence.code.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn sections_typed_by_number_are_found() {
        let book = StatuteBook::built_in().unwrap();
        let day = date(2026, 1, 5);
        assert_eq!(typed(&book, "392 ppc، 411 ppc", "PB", day), ["PPC-392", "PPC-411"]);
        assert_eq!(typed(&book, "PPC-302", "PB", day), ["PPC-302"]);
        assert_eq!(typed(&book, "no such thing", "PB", day), ["no such thing"]);
        assert!(typed(&book, " , ", "PB", day).is_empty());
    }
}
