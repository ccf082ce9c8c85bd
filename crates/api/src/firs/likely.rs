//! `POST /firs/likely-same`: reports that may be of the same occurrence.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::shapes::{FirLineShape, Json};
use crate::{Api, Client, Problem};

/// What is about to be registered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    #[serde(default)]
    cnic: Option<String>,
    #[serde(default)]
    phone: Option<String>,
    #[serde(default)]
    sections: Vec<String>,
    /// RFC 3339.
    occurred: String,
}

/// A report that may be the same.
#[derive(Serialize, ToSchema)]
pub struct LikelyShape {
    case: FirLineShape,
    /// `same-cnic`, `same-phone`, `same-sections`, `same-hour`.
    why: Vec<String>,
}

/// Reports of the officer's own station that may be of the same occurrence; to be asked before registering.
#[utoipa::path(post, path = "/firs/likely-same", tag = "firs", security(("token" = [])), request_body = About,
    responses((status = 200, body = Vec<LikelyShape>), (status = 422, body = crate::problem::Body),
        (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
        (status = 404, body = crate::problem::Body)))]
pub async fn likely(
    State(api): State<Api>,
    client: Client,
    Json(about): Json<About>,
) -> Result<axum::Json<Vec<LikelyShape>>, Problem> {
    let occurred = client.parse("occurred", &about.occurred)?;
    let (cnic, phone) = (about.cnic.as_deref(), about.phone.as_deref());
    let found = api.records.likely_same(&client.caller, cnic, phone, &about.sections, occurred).await;
    let shape = |l: roznamcha_records::Likely| LikelyShape {
        case: l.line.into(),
        why: l.why.iter().map(|w| (*w).to_owned()).collect(),
    };
    Ok(axum::Json(found.map_err(|e| client.problem(e))?.into_iter().map(shape).collect()))
}
