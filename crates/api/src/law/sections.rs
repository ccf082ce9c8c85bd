//! `GET /law/sections`: find a section.

use axum::extract::State;
use roznamcha_statute::Province;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::shapes::Query;
use crate::{Api, Client, Problem};

/// What is sought.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Sought {
    /// Number, English or Urdu words.
    q: String,
    /// At most so many, 50 the most.
    #[serde(default)]
    limit: Option<usize>,
}

/// A section.
#[derive(Serialize, ToSchema)]
pub struct SectionShape {
    code: String,
    section: String,
    title_en: String,
    title_ur: String,
    /// Absent where the book does not know.
    cognizable: Option<bool>,
    citation: String,
    verified: bool,
}

/// Sections in force today where the officer serves, best first.
#[utoipa::path(get, path = "/law/sections", tag = "law", security(("token" = [])), params(Sought),
    responses((status = 200, body = Vec<SectionShape>), (status = 400, body = crate::problem::Body),
        (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
        (status = 404, body = crate::problem::Body)))]
pub async fn sections(
    State(api): State<Api>,
    client: Client,
    Query(q): Query<Sought>,
) -> Result<axum::Json<Vec<SectionShape>>, Problem> {
    let province: Province = client.caller.province().parse().unwrap_or(Province::Pakistan);
    let query: String = q.q.chars().take(200).collect();
    let limit = q.limit.unwrap_or(12).min(50);
    let hits = api.records.statute().search_offences(&query, province, api.records.now().day(), limit);
    let shape = |o: &roznamcha_statute::Offence| SectionShape {
        code: o.code.to_string(),
        section: o.section.clone(),
        title_en: o.en.clone(),
        title_ur: o.ur.clone(),
        cognizable: o.is_cognizable(),
        citation: o.datum.citation.clone(),
        verified: o.datum.verified,
    };
    Ok(axum::Json(hits.iter().map(|h| shape(h.offence)).collect()))
}
