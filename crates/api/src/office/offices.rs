//! `GET /offices`: the hierarchy.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::shapes::Query;
use crate::{Api, Client, Problem};

/// Below which.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Below {
    /// Offices directly below this one; the officer's own when left out.
    #[serde(default)]
    below: Option<String>,
}

/// An office.
#[derive(Serialize, ToSchema)]
pub struct OfficeShape {
    code: String,
    kind: String,
    parent: Option<String>,
    name_en: String,
    name_ur: String,
    province: String,
}

/// Offices directly below an office.
#[utoipa::path(get, path = "/offices", tag = "office", security(("token" = [])), params(Below),
    responses((status = 200, body = Vec<OfficeShape>), (status = 400, body = crate::problem::Body),
        (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
        (status = 404, body = crate::problem::Body)))]
pub async fn offices(
    State(api): State<Api>,
    client: Client,
    Query(q): Query<Below>,
) -> Result<axum::Json<Vec<OfficeShape>>, Problem> {
    let tree = api.records.offices();
    let below = q.below.unwrap_or_else(|| client.caller.office().to_owned());
    let shape = |o: &roznamcha_records::OfficeInfo| OfficeShape {
        code: o.code.clone(),
        kind: o.kind.clone(),
        parent: o.parent.clone(),
        name_en: o.en.clone(),
        name_ur: o.ur.clone(),
        province: o.province.clone(),
    };
    Ok(axum::Json(tree.children(&below).into_iter().map(shape).collect()))
}
