//! `POST /prints/enrol`: a person is enrolled, and searched for at once.

use axum::extract::State;
use axum::http::StatusCode;
use roznamcha_records::Enrolled;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::written;
use crate::acts::NewActShape;
use crate::shapes::{Json, ReceiptShape};
use crate::{Api, Client, Problem};

/// An enrolment.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEnrolment {
    /// The act, of kind `prints.enrol`. Of each print that names a file, template and quality are made here.
    act: NewActShape,
    /// Dots an inch of the images, where they do not say; 500 when left out.
    #[serde(default)]
    dpi: Option<u16>,
}

/// What became of it.
#[derive(Serialize, ToSchema)]
pub struct EnrolledShape {
    /// The act's receipt.
    receipt: ReceiptShape,
    /// The search made at it: record office and act; absent where the district has no record office, or the engine could
    /// not look.
    search: Option<SearchName>,
    /// Candidates of that search.
    candidates: usize,
    /// Open latents whose list it has joined.
    latents: usize,
}

/// A search by its office and act.
#[derive(Serialize, ToSchema)]
pub struct SearchName {
    office: String,
    act: String,
}

impl From<Enrolled> for EnrolledShape {
    fn from(done: Enrolled) -> Self {
        Self {
            receipt: done.receipt.into(),
            search: done.search.map(|of| SearchName { office: of.office, act: of.act }),
            candidates: done.candidates,
            latents: done.latents,
        }
    }
}

/// Enrols a person at the station of the case, searches for him under other names, and looks at every open latent
/// again. 201 the first time, 200 when it had been written before.
#[utoipa::path(post, path = "/prints/enrol", tag = "cro", security(("token" = [])), request_body = NewEnrolment,
    params(("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
        ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 201, body = EnrolledShape), (status = 200, body = EnrolledShape), (status = 401,
        body = crate::problem::Body), (status = 403, body = crate::problem::Body), (status = 404,
        body = crate::problem::Body), (status = 409, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn enrol(
    State(api): State<Api>,
    client: Client,
    Json(shape): Json<NewEnrolment>,
) -> Result<(StatusCode, axum::Json<EnrolledShape>), Problem> {
    let new = shape.act.read(None).map_err(|(field, code)| client.fault(&field, code))?;
    let done = api.records.enrol(&client.caller, new, shape.dpi).await.map_err(|e| client.problem(e))?;
    Ok((written(&done.receipt), axum::Json(done.into())))
}
