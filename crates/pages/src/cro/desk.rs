//! `GET /cro`: the record office's desk: destructions due, candidates to examine, searches and latents that are open.
//! No person is named on it.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_records::{Action, CaseHead, CroDesk, DueDestruction, NewCandidate, NotSearched, SearchLine};

use serde::Deserialize;

use super::say;
use crate::ctx::Voice;
use crate::office::show::{count, in_query, office as office_name, when};
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};
use roznamcha_access::ResourceKind;

/// What was just done.
#[derive(Deserialize)]
pub(super) struct Done {
    done: Option<String>,
}

/// A destruction that is due.
struct DueLine {
    number: String,
    station: String,
    /// The accused's place in the case, how he was freed and when.
    freed: Vec<String>,
    until: String,
    overdue: bool,
    href: String,
}

/// An enrolment that was not searched for.
struct Unsearched {
    number: String,
    station: String,
    enrolled: String,
    href: String,
    label: String,
}

/// A candidate to examine.
struct Waiting {
    number: String,
    probe: String,
    evidence: String,
    href: String,
    label: String,
}

/// A search in a list.
pub(super) struct Slip {
    pub href: String,
    pub number: String,
    pub probe: String,
    pub asked_by: String,
    pub case: String,
    pub opened: String,
    pub candidates: String,
    pub state: String,
    pub chip: &'static str,
}

/// Searches under a heading.
struct Group {
    id: &'static str,
    title: &'static str,
    lead: &'static str,
    none: &'static str,
    slips: Vec<Slip>,
}

#[derive(Template)]
#[template(path = "cro/desk.html")]
struct Desk {
    shell: Shell,
    /// What was certified just now; empty for nothing.
    certified: &'static str,
    gallery: String,
    enrols: bool,
    searches: bool,
    due: Vec<DueLine>,
    not_searched: Vec<Unsearched>,
    waiting: Vec<Waiting>,
    groups: Vec<Group>,
}

/// `GET /cro`.
pub(super) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let desk = pages.records.cro_desk(&ctx.caller).await.map_err(|e| ctx.problem(e))?;
    let may = |action| pages.records.may(&ctx.caller, action, ResourceKind::Office, ctx.caller.office());
    let template = Desk {
        certified: match done.done.as_deref() {
            Some("destroyed") => "cro-destroyed",
            Some(_) => "cro-certified",
            None => "",
        },
        not_searched: desk.not_searched.iter().map(|one| not_searched(&pages, &ctx, one)).collect(),
        gallery: gallery(&ctx, &desk),
        enrols: may(Action::EnrolPrints),
        searches: may(Action::SearchPrints),
        due: desk.due.iter().map(|line| due(&pages, &ctx, line)).collect(),
        waiting: desk.candidates.iter().map(|one| waiting(&ctx, one)).collect(),
        groups: vec![
            group(&pages, &ctx, ["open", "cro-open-searches", "", "cro-searches-none"], &desk.open),
            group(
                &pages,
                &ctx,
                ["latents", "cro-open-latents", "cro-open-latents-lead", "cro-latents-none"],
                &desk.latents,
            ),
        ],
        shell: Shell::new(&pages, &ctx, ctx.t("cro-title")),
    };
    Ok(page(StatusCode::OK, &template))
}

fn gallery(ctx: &Ctx, desk: &CroDesk) -> String {
    let people = desk.gallery.map(|n| ctx.voice.n("cro-gallery-people", "n", i64::try_from(n).unwrap_or(0)));
    let standing = ctx.voice.n("cro-standing", "n", i64::try_from(desk.standing).unwrap_or(0));
    people.map_or_else(|| ctx.t("cro-no-gallery"), |people| format!("{standing} {people}"))
}

fn due(pages: &Pages, ctx: &Ctx, line: &DueDestruction) -> DueLine {
    let voice = &ctx.voice;
    let case = line.case.as_ref();
    let status = case.and_then(|c| c.status).map(|s| voice.t(&crate::case::status_key(s)));
    let place = format!("{} {}", voice.t("cro-accused-no"), count(voice, u64::from(line.accused)));
    DueLine {
        number: case.map(number).unwrap_or_default(),
        station: office_name(pages, voice, &line.of.office),
        freed: [Some(place), status, Some(when(voice, line.since))].into_iter().flatten().collect(),
        until: line.deadline.due.map(|at| when(voice, at)).unwrap_or_default(),
        overdue: line.deadline.late_seconds > 0,
        href: format!("/cro/destroy?fir={}&accused={}", line.fir, line.accused),
    }
}

fn number(case: &CaseHead) -> String {
    format!("{}/{}", case.no, case.year)
}

fn not_searched(pages: &Pages, ctx: &Ctx, one: &NotSearched) -> Unsearched {
    let number = one.case.as_ref().map(number).unwrap_or_default();
    Unsearched {
        station: office_name(pages, &ctx.voice, &one.of.office),
        enrolled: when(&ctx.voice, one.enrolled),
        href: super::record_path(&one.of),
        label: format!("{}: {number}", ctx.t("cro-search-now")),
        number,
    }
}

fn waiting(ctx: &Ctx, one: &NewCandidate) -> Waiting {
    let number = format!("{}/{}", one.entry.serial, one.entry.period);
    Waiting {
        probe: say::probe(&ctx.voice, one.probe),
        evidence: say::evidence(&ctx.voice, one.centibans).line(),
        href: format!("/cro/search/{}/{}", in_query(&one.office), one.search),
        label: format!("{}: {number}", ctx.t("cro-open")),
        number,
    }
}

fn group(
    pages: &Pages,
    ctx: &Ctx,
    [id, title, lead, none]: [&'static str; 4],
    lines: &[SearchLine],
) -> Group {
    Group { id, title, lead, none, slips: lines.iter().map(|line| slip(pages, &ctx.voice, line)).collect() }
}

/// A search on one line.
pub(super) fn slip(pages: &Pages, voice: &Voice, line: &SearchLine) -> Slip {
    let (state, chip) = say::searched(voice, line.state, line.traced);
    Slip {
        href: format!("/cro/search/{}/{}", in_query(&line.office), line.act),
        number: format!("{}/{}", line.entry.serial, line.entry.period),
        probe: say::probe(voice, line.probe),
        asked_by: office_name(pages, voice, &line.asked_by),
        case: line.case.clone(),
        opened: when(voice, line.opened),
        candidates: if line.searched {
            count(voice, line.candidates as u64)
        } else {
            voice.t("cro-not-searched-short")
        },
        state,
        chip,
    }
}
