//! `/incidents`: incidents brought over from an older system, newest first.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use roznamcha_acts::views::IncidentRow;
use roznamcha_words::dates;
use serde::Deserialize;

use super::form::{office_of, optional};
use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/incidents", get(list))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    office: String,
    class: String,
    /// Where the page before ended: `millis~office~act`.
    after: String,
}

/// One incident.
struct Line {
    number: String,
    source: String,
    class: String,
    when: String,
    office: String,
    place: String,
    beat: String,
    /// Its content was removed.
    gone: bool,
}

#[derive(Template)]
#[template(path = "office/incidents.html")]
struct IncidentsPage {
    shell: Shell,
    office: String,
    office_name: String,
    class: String,
    lines: Vec<Line>,
    older: String,
    paged: bool,
}

fn after(text: &str) -> Option<(i64, String, String)> {
    let mut parts = text.splitn(3, '~');
    let millis = parts.next()?.parse().ok()?;
    Some((millis, parts.next()?.to_owned(), parts.next()?.to_owned()))
}

async fn list(State(pages): State<Pages>, ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let class = optional(&asked.class);
    let from = after(&asked.after);
    let paged = from.is_some();
    let found = pages.records.incidents(&ctx.caller, &office, class.as_deref(), from).await;
    let found = found.map_err(|e| ctx.problem(e))?;
    let class = class.unwrap_or_default();
    let older = found.next.map(|(millis, at, act)| {
        let (office, class) = (show::in_query(&office), show::in_query(&class));
        format!(
            "/incidents?office={office}&class={class}&after={millis}~{}~{}",
            show::in_query(&at),
            show::in_query(&act)
        )
    });
    let sheet = IncidentsPage {
        shell: Shell::new(&pages, &ctx, ctx.t("nav-incidents")),
        office_name: show::office(&pages, &ctx.voice, &office),
        lines: found.rows.into_iter().map(|row| line(&pages, &ctx, row)).collect(),
        older: older.unwrap_or_default(),
        office,
        class,
        paged,
    };
    Ok(page(StatusCode::OK, &sheet))
}

fn line(pages: &Pages, ctx: &Ctx, row: IncidentRow) -> Line {
    let office = show::office(pages, &ctx.voice, &row.office);
    let Some(incident) = row.incident else {
        let none = String::new;
        return Line {
            number: none(),
            source: none(),
            class: none(),
            when: none(),
            office,
            place: none(),
            beat: none(),
            gone: true,
        };
    };
    let when = if incident.time_known {
        show::when(&ctx.voice, incident.occurred_from)
    } else {
        dates::date(ctx.voice.lang, incident.occurred_from.day())
    };
    Line {
        number: incident.number,
        source: incident.source,
        class: incident.class,
        when,
        office,
        place: incident.place,
        beat: incident.beat.unwrap_or_default(),
        gone: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_page_ended_reads_back() {
        assert_eq!(after("-5~PK-PB~a~b"), Some((-5, "PK-PB".to_owned(), "a~b".to_owned())));
        assert_eq!(after(""), None);
        assert_eq!(after("x~y~z"), None);
    }
}
