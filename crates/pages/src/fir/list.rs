//! `/firs`: the reports of a station, or of all stations below an office.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_records::{FirFilter, FirLine};
use roznamcha_words::{dates, digits};
use std::collections::{BTreeMap, HashMap};

use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

use super::field::{Choice, Form};
use super::law;
use super::typed::Typed;
use roznamcha_sheets::people;

/// Reports to the page.
const PAGE: u32 = 50;

#[derive(Template)]
#[template(path = "fir/list.html")]
struct ListPage {
    shell: Shell,
    form: Form,
    stations: Vec<Choice>,
    officers: Vec<Choice>,
    lines: Vec<Line>,
    /// More than one station is shown.
    many: bool,
    /// The query of the next page; empty for none.
    older: String,
    /// The query of the first page; empty when this is it.
    newest: String,
    may_register: bool,
}

struct Line {
    act: String,
    title: String,
    station: String,
    at: String,
    machine: String,
    sections: Vec<String>,
    io: String,
    unsigned: bool,
    unsent: String,
    sealed: bool,
    gone: bool,
}

/// `GET /firs?year=&no=&section=&unsigned=&unsent=&io=&office=&after=`
pub(crate) async fn list(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let mut form = Form::new(&ctx.voice, "", typed);
    let filter = filter(&pages, &ctx, &mut form);
    let list = pages.records.firs(&ctx.caller, &filter).await.map_err(|e| ctx.problem(e))?;
    let names = names(&pages, &ctx, &list.lines).await?;
    let offices = pages.records.offices();
    let stations: Vec<Choice> = offices
        .stations(ctx.caller.office())
        .into_iter()
        .map(|o| Choice { value: o.code.clone(), label: ctx.voice.pick(&o.en, &o.ur).to_owned() })
        .collect();
    let station = |code: &str| {
        offices.get(code).map_or_else(|| code.to_owned(), |o| ctx.voice.pick(&o.en, &o.ur).to_owned())
    };
    let lines = list.lines.iter().map(|l| line(&pages, &ctx, l, station(&l.office), &names)).collect();
    let colleagues = pages.records.colleagues(&ctx.caller).await.map_err(|e| ctx.problem(e))?;
    let book = pages.records.statute();
    let officers = colleagues.iter().map(|c| Choice {
        value: c.officer.clone(),
        label: people::named(&ctx.voice, book, c, c.current().map_or("", |p| p.rank.as_str())),
    });
    let office = ctx.caller.office();
    let view = ListPage {
        shell: Shell::new(&pages, &ctx, ctx.t("fir-register")),
        many: offices.get(office).is_none_or(|o| o.kind != "police_station"),
        officers: officers.collect(),
        stations,
        lines,
        older: list.next.map(|next| older(&form.typed, &next)).unwrap_or_default(),
        newest: form.typed.opt("after").map(|_| plain(&form.typed)).unwrap_or_default(),
        may_register: pages.records.may(&ctx.caller, Action::RegisterFir, ResourceKind::Office, office),
        form,
    };
    let status = if view.form.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(status, &view))
}

/// The question as typed; what cannot be read is named and left out.
fn filter(pages: &Pages, ctx: &Ctx, form: &mut Form) -> FirFilter {
    let typed = form.typed.clone();
    let mut faults = Vec::new();
    let year = typed.number("year", 1.0, &mut faults).and_then(|y| i16::try_from(y).ok());
    // `17/2026` is a number with its year.
    let (no, of_year) = match typed.get("no").split_once('/') {
        Some((no, year)) => {
            let digits = |t: &str| digits::ascii(t.trim());
            (digits(no).parse().ok(), digits(year).parse().ok())
        }
        None => (typed.number("no", 1.0, &mut faults).and_then(|n| u64::try_from(n).ok()), None),
    };
    let day = pages.records.now().day();
    let sections = law::typed(pages.records.statute(), typed.get("section"), ctx.caller.province(), day);
    *form = form.clone().with_faults(&faults);
    FirFilter {
        office: typed.opt("office").unwrap_or_else(|| ctx.caller.office().to_owned()),
        year: year.or(of_year),
        no,
        section: sections.into_iter().next(),
        unsigned: typed.ticked("unsigned"),
        unsent: typed.ticked("unsent"),
        io: typed.opt("io"),
        after: after(typed.get("after")),
        limit: PAGE,
    }
}

/// Where the page before ended: `milliseconds,office,act`.
fn after(text: &str) -> Option<(i64, String, String)> {
    let mut parts = text.splitn(3, ',');
    Some((parts.next()?.parse().ok()?, parts.next()?.to_owned(), parts.next()?.to_owned()))
}

/// The same question without where it goes on.
fn plain(typed: &Typed) -> String {
    let names = ["office", "year", "no", "section", "unsigned", "unsent", "io"];
    let kept = names.into_iter().filter_map(|n| typed.opt(n).map(|v| format!("{n}={}", escaped(&v))));
    format!("?{}", kept.collect::<Vec<_>>().join("&"))
}

fn older(typed: &Typed, next: &(i64, String, String)) -> String {
    let (at, office, act) = next;
    format!("{}&after={}", plain(typed), escaped(&format!("{at},{office},{act}")))
}

fn escaped(text: &str) -> String {
    let one = |b: u8| {
        if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b',') {
            char::from(b).to_string()
        } else {
            format!("%{b:02X}")
        }
    };
    text.bytes().map(one).collect()
}

/// Names of the investigating officers, by office and code.
async fn names(
    pages: &Pages,
    ctx: &Ctx,
    lines: &[FirLine],
) -> Result<HashMap<(String, String), String>, Problem> {
    let mut asked: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for line in lines {
        if let Some(io) = &line.io {
            asked.entry(&line.office).or_default().push(io.clone());
        }
    }
    let mut names = HashMap::new();
    for (office, codes) in asked {
        let rows = people::rows(&pages.records, office, codes).await.map_err(|e| ctx.problem(e))?;
        for (code, row) in rows {
            let name = ctx.voice.pick(&row.name_en, &row.name_ur).to_owned();
            names.insert((office.to_owned(), code), name);
        }
    }
    Ok(names)
}

fn line(
    pages: &Pages,
    ctx: &Ctx,
    line: &FirLine,
    station: String,
    names: &HashMap<(String, String), String>,
) -> Line {
    let at = line.registered.local().datetime();
    let book = pages.records.statute();
    let offices = pages.records.offices();
    let province = offices.get(&line.office).map_or("PK", |o| o.province.as_str());
    let section = |code: &String| law::in_words(&ctx.voice, book, code, province, line.registered.day());
    let io = line
        .io
        .as_ref()
        .map(|io| names.get(&(line.office.clone(), io.clone())).cloned().unwrap_or_else(|| io.clone()));
    let unsent = match line.unsent.len() {
        0 => String::new(),
        n => ctx.voice.n("fir-unsent-n", "n", i64::try_from(n).unwrap_or(0)),
    };
    Line {
        act: line.act.clone(),
        title: format!("{}/{}", line.no, line.year),
        station,
        at: dates::date_time(ctx.voice.lang, at),
        machine: dates::machine(at),
        sections: line.sections.iter().map(section).collect(),
        io: io.unwrap_or_default(),
        unsigned: line.unsigned,
        unsent,
        sealed: line.sealed,
        gone: line.gone,
    }
}
