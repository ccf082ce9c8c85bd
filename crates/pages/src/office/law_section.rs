//! `/law/section/{code}`: one section of the statute book, each province and period it is given for.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use roznamcha_access::Action;
use roznamcha_records::DoorError;
use roznamcha_statute::{Bail, Cognizance, Compounding, Datum, Maximum, Offence, Province};
use roznamcha_words::{Arg, dates};

use super::law::{act_name, leave};
use crate::ctx::Voice;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/law/section/{code}", get(section))
}

/// The section as it holds in some provinces for some time.
struct Version {
    facts: Vec<(String, String)>,
    verified: bool,
    note: String,
}

#[derive(Template)]
#[template(path = "office/law_section.html")]
struct SectionPage {
    shell: Shell,
    heading: String,
    title: String,
    versions: Vec<Version>,
}

async fn section(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    leave(&pages, &ctx, Action::ReadStatute).map_err(|e| ctx.problem(e))?;
    let book = pages.records.statute();
    let all: Vec<&Offence> = book.offences().iter().filter(|o| o.code.as_str() == code).collect();
    let first = all.first().ok_or_else(|| ctx.problem(DoorError::NotFound))?;
    let act = act_name(&pages, &ctx, first.act.as_str());
    let heading = if first.section.is_empty() {
        act
    } else {
        let no = roznamcha_words::bidi::ltr(&first.section);
        format!("{} · {act}", ctx.voice.with("law-section-n", &[("n", Arg::Text(&no))]))
    };
    let sheet = SectionPage {
        shell: Shell::new(&pages, &ctx, &heading),
        title: ctx.voice.pick(&first.en, &first.ur).to_owned(),
        heading,
        versions: all.iter().map(|o| version(&pages, &ctx, o)).collect(),
    };
    Ok(page(StatusCode::OK, &sheet))
}

fn version(pages: &Pages, ctx: &Ctx, offence: &Offence) -> Version {
    let voice = &ctx.voice;
    let t = |key: &str| voice.t(key);
    let head = pages.records.statute().head(&offence.head);
    let mut facts = vec![
        (t("law-heading"), voice.pick(&offence.en, &offence.ur).to_owned()),
        (t("law-class"), t(&format!("law-class-{}", offence.class))),
    ];
    let cognizance = match offence.cognizance {
        Some(Cognizance::Cognizable) => "law-cognizable-yes",
        Some(Cognizance::NonCognizable) => "law-cognizable-no",
        Some(Cognizance::Unknown) => "unknown",
        None => "law-as-principal",
    };
    facts.push((t("law-cognizable"), t(cognizance)));
    let bail = match offence.bail {
        Some(Bail::Bailable) => "law-bail-yes",
        Some(Bail::NonBailable) => "law-bail-no",
        Some(Bail::Unknown) => "unknown",
        None => "law-as-principal",
    };
    facts.push((t("law-bail"), t(bail)));
    let compounding = match offence.compounding {
        Some(Compounding::Yes) => "law-compound-yes",
        Some(Compounding::No) => "law-compound-no",
        Some(Compounding::WithLeave) => "law-compound-leave",
        None => "unknown",
    };
    facts.push((t("law-compound"), t(compounding)));
    facts.push((t("law-max"), maximum(voice, &offence.maximum)));
    facts.push((
        t("law-head"),
        head.map_or_else(|| offence.head.to_string(), |h| voice.pick(&h.en, &h.ur).to_owned()),
    ));
    if let Some(why) = offence.sensitive {
        facts.push((t("law-sealed"), t(&format!("law-sensitive-{why}"))));
    }
    facts.extend(source(voice, &offence.datum));
    Version { facts, verified: offence.datum.verified, note: offence.datum.note.clone() }
}

/// Where a datum comes from, where and when it holds.
fn source(voice: &Voice, datum: &Datum) -> Vec<(String, String)> {
    let comma = voice.t("comma");
    let provinces: Vec<String> = datum.provinces.iter().map(|p| province(voice, *p)).collect();
    let mut facts = vec![
        (voice.t("law-citation"), datum.citation.clone()),
        (voice.t("law-province"), provinces.join(&format!("{comma} "))),
        (voice.t("law-effective"), dates::date(voice.lang, datum.effective_from)),
    ];
    if let Some(end) = datum.effective_to {
        facts.push((voice.t("law-until"), dates::date(voice.lang, end)));
    }
    facts.push((voice.t("law-tag"), voice.t(super::law_unverified::tag_key(datum.tag))));
    facts
}

fn province(voice: &Voice, province: Province) -> String {
    voice.t(&format!("law-province-{province}"))
}

/// The greatest punishment in words.
fn maximum(voice: &Voice, max: &Maximum) -> String {
    let mut parts = Vec::new();
    if !max.is_known() {
        return voice.t("unknown");
    }
    if max.as_principal {
        parts.push(voice.t("law-as-principal"));
    }
    if max.death {
        parts.push(voice.t("law-max-death"));
    }
    if max.life {
        parts.push(voice.t("law-max-life"));
    }
    let term = |key: &str, months: u32| match months % 12 {
        0 => voice.n(&format!("{key}-years"), "n", i64::from(months / 12)),
        _ => voice.n(&format!("{key}-months"), "n", i64::from(months)),
    };
    parts.extend(max.months.map(|m| term("law-max", m)));
    parts.extend(max.minimum_months.map(|m| term("law-min", m)));
    if max.diyat {
        parts.push(voice.t("law-max-diyat"));
    }
    if max.fine {
        parts.push(voice.t("law-max-fine"));
    }
    parts.join(&format!("{} ", voice.t("comma")))
}
