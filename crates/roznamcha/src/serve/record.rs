//! Each request gets an id and leaves one line in the log and its count in the metrics: the route's template, never the
//! path, for paths hold ids and queries hold names.

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::time::Instant;
use uuid::Uuid;

use crate::metrics;

/// The header of a request's id.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Gives the request its id, lets it run, and records it.
pub async fn note(mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let id = id_of(&request);
    // Only the id's own letters: no text of a client comes into log or audit by this way.
    let value = HeaderValue::from_str(&id).ok();
    if let Some(value) = &value {
        request.headers_mut().insert(REQUEST_ID, value.clone());
    }
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let method = method_of(&request);
    let mut response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), began.elapsed());
    metrics::answered(&route, method, status, took);
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(method, route, status, ms, request = id, "request");
    if let Some(value) = value {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// The id a proxy gave, where it is a UUID; else a new one.
fn id_of(request: &Request) -> String {
    let given = request.headers().get(REQUEST_ID).and_then(|v| v.to_str().ok());
    let given = given.and_then(|text| Uuid::try_parse(text).ok());
    given.unwrap_or_else(Uuid::new_v4).to_string()
}

/// A method may be any word; a log and a metric hold the known ones.
fn method_of(request: &Request) -> &'static str {
    let known = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    known.into_iter().find(|name| *name == request.method().as_str()).unwrap_or("other")
}
