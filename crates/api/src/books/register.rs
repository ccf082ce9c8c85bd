//! `GET /offices/{office}/registers/{register}`: a page of a register.

use axum::extract::State;
use roznamcha_records::RegisterQuestion;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::shapes::{EntryShape, Page, PageParams, Path, Query};
use crate::{Api, Client, Problem};

/// Which part of the register.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// Only this part.
    #[serde(default)]
    part: Option<String>,
    /// Only this period: a year, or a day.
    #[serde(default)]
    period: Option<String>,
    /// Only entries with a flag.
    #[serde(default)]
    flagged: bool,
    /// Only this serial number.
    #[serde(default)]
    serial: Option<u64>,
    /// Only what this officer wrote: code, belt number, or a name that only one officer of the office has.
    #[serde(default)]
    officer: Option<String>,
    /// Only entries in which these words stand, as far as the caller may read them. Looked for in 5,000 entries at
    /// most; where `next` is given, the book goes on.
    #[serde(default)]
    words: Option<String>,
    /// Newest first.
    #[serde(default)]
    newest_first: bool,
}

/// A page of a register.
#[utoipa::path(get, path = "/offices/{office}/registers/{register}", tag = "books", security(("token" = [])),
    params(("office" = String, Path),
        ("register" = String, Path, description = "1 to 25, or the word of a working register such as `w-zimni`"),
        Which, PageParams, ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
        ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, body = Page<EntryShape>), (status = 400, body = crate::problem::Body),
        (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
        (status = 404, body = crate::problem::Body)))]
pub async fn register(
    State(api): State<Api>,
    client: Client,
    Path((office, register)): Path<(String, String)>,
    Query(which): Query<Which>,
    Query(page): Query<PageParams>,
) -> Result<axum::Json<Page<EntryShape>>, Problem> {
    let question = RegisterQuestion {
        office,
        register,
        part: which.part,
        period: which.period,
        flagged: which.flagged,
        serial: which.serial,
        officer: which.officer,
        words: which.words,
        newest_first: which.newest_first,
        after: page.after,
        limit: page.limit.unwrap_or(50),
    };
    let page = api.records.register(&client.caller, &question).await.map_err(|e| client.problem(e))?;
    let items = page.entries.into_iter().map(EntryShape::from).collect();
    Ok(axum::Json(Page { items, next: page.next }))
}
