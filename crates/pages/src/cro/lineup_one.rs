//! `GET /cro/lineup/{office}/{act}`: a line-up as this officer may see it: whoever is blind to it sees the faces alone.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::views::Shown;
use roznamcha_records::{Action, LineupView};
use roznamcha_words::{Arg, digits};
use serde::Deserialize;

use super::{lineup_path, lineup_say, record_path};
use crate::ctx::Voice;
use crate::office::show::{office as office_name, when};
use crate::shell::page;
use crate::station::form::fresh;
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_access::ResourceKind;

/// What was just done.
#[derive(Deserialize)]
pub(super) struct Done {
    done: Option<String>,
}

/// A face.
pub(super) struct Face {
    pub name: String,
    /// Address of its photograph; empty where it may be shown no more.
    pub src: String,
    /// The record of his enrolment; empty for who is blind.
    href: String,
    suspect: bool,
}

/// A showing.
struct Showing {
    at: String,
    by: String,
    witness: String,
    knew: String,
    picked: String,
    said: String,
}

#[derive(Template)]
#[template(path = "cro/lineup_one.html")]
struct LineupOne {
    shell: Shell,
    path: String,
    done: bool,
    blind: bool,
    own: bool,
    facts: Vec<(String, String)>,
    faces: Vec<Face>,
    withdrawn: String,
    said: String,
    measured: Vec<String>,
    shown: Vec<Showing>,
    may_show: bool,
    may_print: bool,
    print_id: String,
}

/// The faces in their order.
pub(super) fn faces(voice: &Voice, view: &LineupView, small: bool) -> Vec<Face> {
    let path = lineup_path(&view.office, &view.act);
    let end = if small { "?small=1" } else { "" };
    let face = |face: &roznamcha_records::LineupFace| {
        let number = digits::number(voice.lang, i64::from(face.place));
        Face {
            name: voice.with("lineup-face", &[("n", Arg::Text(&number))]),
            src: if face.there { format!("{path}/face/{}{end}", face.place) } else { String::new() },
            href: face.of.as_ref().filter(|_| face.there).map(record_path).unwrap_or_default(),
            suspect: view.suspect == Some(face.place),
        }
    };
    view.faces.iter().map(face).collect()
}

/// `GET /cro/lineup/{office}/{act}`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((office, act)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let view = pages.records.lineup_view(&ctx.caller, &office, &act).await.map_err(|e| ctx.problem(e))?;
    let voice = &ctx.voice;
    let own = view.office == ctx.caller.office();
    let may =
        |action| own && pages.records.may(&ctx.caller, action, ResourceKind::Office, ctx.caller.office());
    let mut facts = vec![
        (voice.t("lineup-made"), when(voice, view.made)),
        (voice.t("lineup-made-by"), roznamcha_words::bidi::ltr(&view.officer)),
        (voice.t("cro-asked-by"), office_name(&pages, voice, &view.asked_by)),
        (voice.t("cro-case-no"), roznamcha_words::bidi::ltr(&view.case)),
    ];
    if view.blind {
        facts.push((voice.t("lineup-showings"), lineup_say::times(voice, view.showings)));
    }
    let gone = i64::try_from(view.withdrawn).unwrap_or(i64::MAX);
    let template = LineupOne {
        path: lineup_path(&view.office, &view.act),
        done: done.done.is_some(),
        blind: view.blind,
        own,
        facts,
        faces: faces(voice, &view, true),
        withdrawn: if gone > 0 { voice.n("lineup-withdrawn", "n", gone) } else { String::new() },
        said: view.said.clone(),
        measured: view.measured.as_ref().map(|m| lineup_say::measured(voice, m)).unwrap_or_default(),
        shown: view.shown.iter().map(|one| showing(voice, &view, one)).collect(),
        may_show: may(Action::MakeLineup) && view.withdrawn == 0,
        may_print: may(Action::PrintDocument) && !view.blind,
        print_id: fresh(),
        shell: Shell::new(&pages, &ctx, ctx.t("lineup-one")),
    };
    Ok(page(StatusCode::OK, &template))
}

fn showing(voice: &Voice, view: &LineupView, one: &Shown) -> Showing {
    let picked = one.picked.map(|place| {
        let number = digits::number(voice.lang, i64::from(place));
        let key = if view.suspect == Some(place) { "lineup-picked-suspect" } else { "lineup-picked-place" };
        voice.with(key, &[("n", Arg::Text(&number))])
    });
    Showing {
        at: when(voice, one.at),
        by: one.shown_by.clone(),
        witness: one.witness.line(),
        knew: voice.t(if one.knew { "lineup-knew-yes" } else { "lineup-knew-no" }),
        picked: picked.unwrap_or_else(|| voice.t("lineup-picked-none")),
        said: one.said.clone(),
    }
}
