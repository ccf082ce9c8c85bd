//! The question why a record is read. A form that was sent when it had to be asked is carried within the question, field
//! by field, and goes on to where it was sent once the purpose stands: nothing typed is typed twice.

use askama::Template;
use axum::Form;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::ctx::Voice;
use crate::problem::Reason;
use crate::shell::page;

/// Names of the question's own fields. None can be a field of a form of ours, so the two never mix.
pub(crate) const PURPOSE: &str = "stated-purpose";
pub(crate) const CASE: &str = "stated-case";
pub(crate) const NEXT: &str = "stated-next";
pub(crate) const SENT: &str = "stated-sent";
const OWN: [&str; 4] = [PURPOSE, CASE, NEXT, SENT];

const FORM: &str = "application/x-www-form-urlencoded";

/// The longest form carried on: what axum reads of one.
const LONGEST: usize = 2 * 1024 * 1024;

/// What is asked, travelling with the answer to whoever knows what was sent.
#[derive(Clone)]
pub(crate) struct Asked {
    /// How to speak.
    pub voice: Voice,
    /// The purposes that would do.
    pub purposes: Vec<Reason>,
    /// The case stated last.
    pub case: String,
    /// Where to go on.
    pub next: String,
}

#[derive(Template)]
#[template(path = "purpose.html")]
struct PurposePage<'a> {
    voice: &'a Voice,
    purposes: &'a [Reason],
    next: &'a str,
    case: &'a str,
    /// A form was sent; its fields follow.
    sent: bool,
    fields: &'a [(String, String)],
}

impl Asked {
    fn page(&self, next: &str, sent: Option<&[(String, String)]>) -> Response {
        let sheet = PurposePage {
            voice: &self.voice,
            purposes: &self.purposes,
            next,
            case: &self.case,
            sent: sent.is_some(),
            fields: sent.unwrap_or_default(),
        };
        page(StatusCode::FORBIDDEN, &sheet)
    }
}

impl IntoResponse for Asked {
    fn into_response(self) -> Response {
        let mut response = self.page(&self.next, None);
        response.extensions_mut().insert(self);
        response
    }
}

/// Keeps what is sent until it is known whether a purpose is asked for first.
pub(crate) async fn carry(request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !is_form(request.headers()) {
        return next.run(request).await;
    }
    let path = request.uri().path_and_query().map_or("/", |p| p.as_str()).to_owned();
    let (parts, body) = request.into_parts();
    // A body that is too long or breaks off is refused as it would be without us.
    let Ok(bytes) = to_bytes(body, LONGEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let response = next.run(Request::from_parts(parts, Body::from(bytes.clone()))).await;
    let Some(asked) = response.extensions().get::<Asked>() else { return response };
    match fields(bytes).await {
        Some(fields) => asked.page(&path, Some(&fields)),
        None => response,
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    kind.starts_with(FORM)
}

/// The fields of a form, in its order, without those of the question itself.
async fn fields(bytes: Bytes) -> Option<Vec<(String, String)>> {
    let again = Request::post("/").header(header::CONTENT_TYPE, FORM).body(Body::from(bytes)).ok()?;
    let Form(mut pairs) = Form::<Vec<(String, String)>>::from_request(again, &()).await.ok()?;
    pairs.retain(|(name, _)| !OWN.contains(&name.as_str()));
    Some(pairs)
}
