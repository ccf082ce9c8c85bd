//! Whose books: an officer of a station sees his own; an officer above chooses a station.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use crate::shell::page;
use crate::{Ctx, Pages, Shell};

/// A station to choose.
struct Choice {
    href: String,
    name: String,
}

#[derive(Template)]
#[template(path = "station/choose.html")]
struct Choose {
    shell: Shell,
    stations: Vec<Choice>,
}

/// The office asked for, else the officer's own where that is a station.
pub(crate) fn office_of(pages: &Pages, ctx: &Ctx, asked: Option<&str>) -> Option<String> {
    if let Some(office) = asked.filter(|o| !o.is_empty()) {
        return Some(office.to_owned());
    }
    let own = ctx.caller.office();
    let station = pages.records.offices().get(own).is_some_and(|o| o.kind == "police_station");
    station.then(|| own.to_owned())
}

/// The stations at or below the officer's office, each leading to `path` with its code as `office`.
pub(crate) fn choose(pages: &Pages, ctx: &Ctx, path: &str) -> Response {
    let offices = pages.records.offices();
    let choice = |o: &&roznamcha_records::OfficeInfo| Choice {
        href: format!("{path}?office={}", o.code),
        name: ctx.voice.pick(&o.en, &o.ur).to_owned(),
    };
    let stations = offices.stations(ctx.caller.office()).iter().map(choice).collect();
    let shell = Shell::new(pages, ctx, ctx.t("choose-station"));
    page(StatusCode::OK, &Choose { shell, stations })
}
