//! The frame of every page: head, side navigation by role, the words the script needs.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use roznamcha_access::{Action, ResourceKind};
use roznamcha_words::Lang;

use crate::ctx::Voice;
use crate::{Ctx, Pages};

/// A link of the side navigation.
#[derive(Clone, Debug)]
pub struct NavLink {
    /// Where to.
    pub href: &'static str,
    /// Message key.
    pub key: &'static str,
    /// The page shown is this one or below it.
    pub current: bool,
}

/// A group of links under a heading.
#[derive(Clone, Debug)]
pub struct NavGroup {
    /// Message key of the heading; empty for none.
    pub key: &'static str,
    /// The links.
    pub links: Vec<NavLink>,
}

/// The frame. Every page's template has one as `shell` and extends `shell.html`.
#[derive(Clone)]
pub struct Shell {
    /// How to speak.
    pub voice: Voice,
    /// The page's title.
    pub title: String,
    /// The officer's name, in the page's language.
    pub name: String,
    /// The officer's code.
    pub officer: String,
    /// The office's name, in the page's language.
    pub office: String,
    /// The same page in the other language.
    pub other_lang: &'static str,
    /// The path shown, to come back to.
    pub path: String,
    /// Side navigation.
    pub nav: Vec<NavGroup>,
    /// This is a demonstration.
    pub demo: bool,
    /// Name of a draft that became an act; empty for none.
    pub draft_done: String,
}

/// Link, its key, and the leave it needs (action and kind of record); `None` needs none.
type Entry = (&'static str, &'static str, Option<(Action, ResourceKind)>);

const DESK: &[Entry] = &[
    ("/", "nav-home", None),
    ("/diary", "nav-diary", Some((Action::ReadDiary, ResourceKind::Diary))),
    ("/fir/new", "nav-new-fir", Some((Action::RegisterFir, ResourceKind::Office))),
    ("/firs", "nav-firs", Some((Action::ReadFir, ResourceKind::Fir))),
    ("/cases", "nav-cases", Some((Action::ReadCase, ResourceKind::Fir))),
    ("/pendency", "nav-pendency", Some((Action::ReadCase, ResourceKind::Fir))),
    ("/deadlines", "nav-deadlines", Some((Action::ReadFir, ResourceKind::Fir))),
    ("/custody", "nav-custody", Some((Action::LodgeCustody, ResourceKind::Office))),
    ("/do", "nav-acts", Some((Action::ReportMissing, ResourceKind::Office))),
    ("/do", "nav-acts", Some((Action::CountersignCharge, ResourceKind::Office))),
    ("/cash", "nav-cash", Some((Action::MoveCash, ResourceKind::Office))),
    ("/drafts", "nav-drafts", Some((Action::UseDraft, ResourceKind::Draft))),
];
const PRINTS: &[Entry] = &[
    ("/cro", "nav-cro", Some((Action::SearchPrints, ResourceKind::Office))),
    ("/cro/enrol", "nav-cro-enrol", Some((Action::EnrolPrints, ResourceKind::Office))),
    ("/cro/search/new", "nav-cro-search", Some((Action::SearchPrints, ResourceKind::Office))),
    ("/cro/looks", "nav-cro-looks", Some((Action::SearchLooks, ResourceKind::Office))),
    ("/cro/lineup", "nav-cro-lineup", Some((Action::MakeLineup, ResourceKind::Office))),
];
const RECORDS: &[Entry] = &[
    ("/search", "nav-search", Some((Action::SearchRecords, ResourceKind::Fir))),
    ("/registers", "nav-registers", Some((Action::ReadRegister, ResourceKind::Register))),
    ("/corrections", "nav-corrections", Some((Action::AttestCorrection, ResourceKind::Register))),
    ("/incidents", "nav-incidents", Some((Action::ReadLegacy, ResourceKind::Legacy))),
    ("/journal", "nav-checks", Some((Action::ReadCheckpoint, ResourceKind::Journal))),
];
const OVERSIGHT: &[Entry] = &[
    ("/health", "nav-health", Some((Action::ReadHealth, ResourceKind::Office))),
    ("/burking", "nav-burking", Some((Action::ReadHealth, ResourceKind::Office))),
    ("/inspection", "nav-inspection", Some((Action::ReadHealth, ResourceKind::Office))),
    ("/audit", "nav-audit", Some((Action::ReadAudit, ResourceKind::Audit))),
    ("/staff", "nav-officers", Some((Action::ReadStaff, ResourceKind::Staff))),
    ("/offices", "nav-offices", Some((Action::OpenOffice, ResourceKind::Office))),
    ("/law", "nav-law", Some((Action::ReadStatute, ResourceKind::Statute))),
    ("/law/unverified", "nav-law-unverified", Some((Action::ReadUnverified, ResourceKind::Statute))),
    ("/imports", "nav-import", Some((Action::ImportLegacy, ResourceKind::Legacy))),
    ("/account", "nav-account", None),
];

impl Shell {
    /// The frame for a signed-in officer. `title` is shown in the browser's tab.
    pub fn new(pages: &Pages, ctx: &Ctx, title: impl Into<String>) -> Self {
        let office = pages.records.offices().get(ctx.caller.office()).cloned();
        let office = office.map(|o| ctx.voice.pick(&o.en, &o.ur).to_owned());
        let groups = [
            ("nav-section-desk", DESK),
            ("nav-section-cro", PRINTS),
            ("nav-section-records", RECORDS),
            ("nav-section-supervise", OVERSIGHT),
        ];
        let here = ctx.path.split('?').next().unwrap_or("/").to_owned();
        let mut nav = Vec::new();
        for (key, entries) in groups {
            let may = |need: &Option<(Action, ResourceKind)>| {
                need.is_none_or(|(a, k)| pages.records.may(&ctx.caller, a, k, ctx.caller.office()))
            };
            let links: Vec<NavLink> = entries
                .iter()
                .filter(|(_, _, need)| may(need))
                .map(|(href, key, _)| NavLink { href, key, current: here == *href })
                .collect();
            if !links.is_empty() {
                nav.push(NavGroup { key, links });
            }
        }
        Self {
            title: title.into(),
            name: ctx.voice.pick(ctx.caller.name_en(), ctx.caller.name_ur()).to_owned(),
            officer: ctx.caller.officer().to_owned(),
            office: office.unwrap_or_else(|| ctx.caller.office().to_owned()),
            other_lang: if ctx.voice.lang == Lang::En { "ur" } else { "en" },
            path: ctx.path.clone(),
            nav,
            demo: pages.options.demo,
            draft_done: String::new(),
            voice: ctx.voice.clone(),
        }
    }

    /// Whether the navigation leads this officer to a page.
    pub fn leads_to(&self, href: &str) -> bool {
        self.nav.iter().flat_map(|group| &group.links).any(|link| link.href == href)
    }

    /// A message.
    pub fn t(&self, key: &str) -> String {
        self.voice.t(key)
    }
}

/// Renders a page; a template that fails is a defect and says so.
pub fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a template failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
