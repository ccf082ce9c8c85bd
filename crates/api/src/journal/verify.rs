//! `GET /verify`: whether a printed document agrees with the books. For anyone.

use axum::extract::State;
use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::problem::lang_of;
use crate::shapes::Query;
use crate::{Api, Problem};

/// What is printed.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Printed {
    /// The act's id.
    act: String,
    /// The hash.
    hash: String,
}

/// Whether it agrees.
#[derive(Serialize, ToSchema)]
pub struct Agreement {
    agrees: bool,
    office: String,
    written: String,
    /// Number in the journal.
    seq: u64,
    /// Register entries, when it agrees.
    entries: Vec<String>,
    /// Its content was since removed by a court's order.
    expunged: bool,
}

/// Compares what is printed with the journal. Needs no sign-in and tells nothing of persons.
#[utoipa::path(get, path = "/verify", tag = "journal", params(Printed),
    responses((status = 200, body = Agreement), (status = 400, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body)))]
pub async fn verify(
    State(api): State<Api>,
    headers: HeaderMap,
    Query(q): Query<Printed>,
) -> Result<axum::Json<Agreement>, Problem> {
    let checked = api.records.check_print(&q.act, &q.hash).await;
    let c = checked.map_err(|e| Problem::of(e, lang_of(&headers), &api.words))?;
    Ok(axum::Json(Agreement {
        agrees: c.agrees,
        office: c.office,
        written: c.written.to_string(),
        seq: c.seq,
        entries: c.entries,
        expunged: c.expunged,
    }))
}
