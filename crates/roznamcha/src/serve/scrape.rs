//! `/metrics`, for who holds the token or, where none is set, for this machine alone.

use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use metrics_exporter_prometheus::PrometheusHandle;
use std::net::SocketAddr;
use subtle::ConstantTimeEq as _;

use crate::metrics;
use crate::serve::address;

/// What the route has at hand.
#[derive(Clone)]
pub struct Scrape {
    /// The counts.
    pub handle: PrometheusHandle,
    /// The secret; empty for none.
    pub token: String,
}

/// The counts as text; not found for whom they are not meant.
pub async fn show(
    State(scrape): State<Scrape>,
    peer: Option<axum::Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
) -> Response {
    let allowed = if scrape.token.is_empty() {
        address::is_local(peer.as_deref(), &headers)
    } else {
        let given = headers.get(header::AUTHORIZATION).map_or(&b""[..], |v| v.as_bytes());
        let wanted = format!("Bearer {}", scrape.token);
        bool::from(given.ct_eq(wanted.as_bytes()))
    };
    if !allowed {
        return StatusCode::NOT_FOUND.into_response();
    }
    metrics::note_memory();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], scrape.handle.render()).into_response()
}
