//! `GET /cases`: the cases of a station, or of all stations below an office, by stage, officer and age.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::views::Stage;
use roznamcha_records::{CaseFilter, CaseLine, CaseList};
use roznamcha_sheets::{law, people};
use roznamcha_words::{dates, digits};
use std::collections::{BTreeMap, HashMap};

use super::head::stage_key;
use crate::fir::field::{Choice, Form};
use crate::fir::typed::Typed;
use crate::office::show;
use crate::shell::page;
use crate::station::show::machine;
use crate::{Ctx, Pages, Problem, Shell};

/// Cases to the page.
const PAGE: u32 = 50;
/// What the field `stage` says of all that are in hand.
const OPEN: &str = "open";
/// The fields of the question, as they stand in the address.
const FIELDS: [&str; 8] = ["office", "stage", "officer", "older", "younger", "no", "year", "oldest"];

/// A case in the list.
struct Line {
    href: String,
    title: String,
    station: String,
    at: String,
    machine: String,
    days: String,
    stage: String,
    ended: bool,
    sections: Vec<String>,
    officer: String,
    accused: String,
    next: String,
    stayed: bool,
    sealed: bool,
    gone: bool,
}

#[derive(Template)]
#[template(path = "case/list.html")]
struct List {
    shell: Shell,
    form: Form,
    stages: Vec<Choice>,
    stations: Vec<Choice>,
    officers: Vec<Choice>,
    /// More than one station is shown.
    many: bool,
    /// May see how many cases each officer has.
    lines: Vec<Line>,
    /// The query of the next page; empty for none.
    more: String,
    /// The query of the first page; empty when this is it.
    start: String,
}

/// `GET /cases?office=&stage=&officer=&older=&younger=&no=&year=&oldest=&after=`
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let mut form = Form::new(&ctx.voice, "", Typed::read(pairs));
    let filter = filter(&pages, &ctx, &mut form);
    let list = pages.records.cases(&ctx.caller, &filter).await.map_err(|e| ctx.problem(e))?;
    let names = names(&pages, &ctx, &list).await?;
    let tree = pages.records.offices();
    let stations = tree.stations(&pages.records.cases_office(&ctx.caller));
    let many = stations.len() > 1 && tree.stations(&filter.office).len() > 1;
    let choice = |code: &str, label: String| Choice { value: code.to_owned(), label };
    let mut stages = vec![choice(OPEN, ctx.t("case-in-hand"))];
    stages.extend(Stage::ALL.iter().map(|s| choice(s.as_str(), ctx.t(&stage_key(s.as_str())))));
    let view = List {
        shell: Shell::new(&pages, &ctx, ctx.t("cases-title")),
        stages,
        stations: stations.iter().map(|o| choice(&o.code, ctx.voice.pick(&o.en, &o.ur).to_owned())).collect(),
        officers: officers(&pages, &ctx).await?,
        many,
        lines: list.lines.iter().map(|l| line(&pages, &ctx, l, &names)).collect(),
        more: list
            .next
            .map(|(at, office, key)| query(&form.typed, &format!("{at}.{office}.{key}")))
            .unwrap_or_default(),
        start: form.typed.opt("after").map(|_| query(&form.typed, "")).unwrap_or_default(),
        form,
    };
    let status = if view.form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(status, &view))
}

/// The question as typed; what cannot be read is named and left out.
fn filter(pages: &Pages, ctx: &Ctx, form: &mut Form) -> CaseFilter {
    let typed = &form.typed;
    let figure = |name: &str| typed.opt(name).map(|t| digits::ascii(&t).trim().to_owned());
    let stage = typed.opt("stage").unwrap_or_else(|| OPEN.to_owned());
    let mut filter = CaseFilter {
        office: typed.opt("office").unwrap_or_else(|| pages.records.cases_office(&ctx.caller)),
        stage: Stage::of(&stage),
        open: stage == OPEN,
        officer: typed.opt("officer"),
        oldest_first: typed.ticked("oldest"),
        after: typed.opt("after").and_then(|after| seek(&after)),
        limit: PAGE,
        ..CaseFilter::default()
    };
    let mut faults = Vec::new();
    let mut read = |name: &'static str| {
        let typed = figure(name)?;
        let number = typed.parse::<u32>().ok();
        if number.is_none() {
            faults
                .push(roznamcha_acts::FieldFault { field: name.to_owned(), code: "fault-number".to_owned() });
        }
        number
    };
    filter.older = read("older");
    filter.younger = read("younger");
    filter.no = read("no").map(u64::from);
    filter.year = read("year").and_then(|y| i16::try_from(y).ok());
    *form = form.clone().with_faults(&faults);
    filter
}

/// Where the page before ended, as the address has it.
fn seek(text: &str) -> Option<(i64, String, String)> {
    let (at, rest) = text.split_once('.')?;
    let (office, key) = rest.split_once('.')?;
    Some((at.parse().ok()?, office.to_owned(), key.to_owned()))
}

/// The same question with the page after.
fn query(typed: &Typed, after: &str) -> String {
    let kept = FIELDS.iter().filter_map(|name| typed.opt(name).map(|value| (*name, value)));
    let mut all: Vec<String> =
        kept.map(|(name, value)| format!("{name}={}", show::in_query(&value))).collect();
    if !after.is_empty() {
        all.push(format!("after={}", show::in_query(after)));
    }
    format!("?{}", all.join("&"))
}

/// Officers named in the list, by office and code.
async fn names(
    pages: &Pages,
    ctx: &Ctx,
    list: &CaseList,
) -> Result<HashMap<(String, String), String>, Problem> {
    let mut wanted: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in &list.lines {
        if let Some(officer) = &line.officer {
            wanted.entry(line.office.clone()).or_default().push(officer.clone());
        }
    }
    let mut names = HashMap::new();
    for (office, codes) in wanted {
        let rows = people::rows(&pages.records, &office, codes).await.map_err(|e| ctx.problem(e))?;
        for (code, row) in rows {
            let name = ctx.voice.pick(&row.name_en, &row.name_ur).to_owned();
            names.insert((office.clone(), code), name);
        }
    }
    Ok(names)
}

/// Officers of the caller's own station, and nobody.
async fn officers(pages: &Pages, ctx: &Ctx) -> Result<Vec<Choice>, Problem> {
    let colleagues = pages.records.colleagues(&ctx.caller).await.map_err(|e| ctx.problem(e))?;
    let nobody = Choice { value: "-".to_owned(), label: ctx.t("case-no-officer") };
    let named = |row: &roznamcha_acts::views::StaffRow| Choice {
        value: row.officer.clone(),
        label: ctx.voice.pick(&row.name_en, &row.name_ur).to_owned(),
    };
    Ok(std::iter::once(nobody).chain(colleagues.iter().map(named)).collect())
}

fn line(pages: &Pages, ctx: &Ctx, line: &CaseLine, names: &HashMap<(String, String), String>) -> Line {
    let (voice, book) = (&ctx.voice, pages.records.statute());
    let province = pages.records.offices().get(&line.office).map_or("PK".to_owned(), |o| o.province.clone());
    let section = |code: &String| law::in_words(voice, book, code, &province, line.registered.day());
    let officer = line
        .officer
        .as_ref()
        .map(|code| names.get(&(line.office.clone(), code.clone())).cloned().unwrap_or_else(|| code.clone()));
    Line {
        href: format!("/cases/{}", line.fir),
        title: format!("{}/{}", line.no, line.year),
        station: show::office(pages, voice, &line.office),
        at: dates::date(voice.lang, line.registered.day()),
        machine: machine(line.registered),
        days: show::number(voice, line.days),
        stage: voice.t(&stage_key(line.stage.as_str())),
        ended: !line.stage.is_open(),
        sections: line.sections.iter().map(section).collect(),
        officer: officer.unwrap_or_default(),
        accused: show::count(voice, u64::try_from(line.accused).unwrap_or(0)),
        next: line.next_date.map(|d| dates::date(voice.lang, d)).unwrap_or_default(),
        stayed: line.stayed,
        sealed: line.sealed,
        gone: line.gone,
    }
}
