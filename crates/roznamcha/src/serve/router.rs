//! The router put together: pages, API, health and metrics, and around them what every request passes.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusHandle;
use roznamcha_api::Api;
use roznamcha_pages::{Pages, PagesOptions};
use roznamcha_print::Press;
use roznamcha_records::Records;
use roznamcha_sheets::Copyist;
use roznamcha_words::Words;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

use crate::config::Config;
use crate::error::CommandError;
use crate::serve::rate::{self, Tidy};
use crate::serve::scrape::{self, Scrape};
use crate::serve::{address, answer, health, patience, record};

/// Nothing but our own files, in no other page's frame, no script or style within a page.
const POLICY: &str =
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// Headers of every answer.
const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    // What is shown names persons: nothing but the files of the pages themselves is kept anywhere.
    (header::CACHE_CONTROL, "no-store"),
];

/// The router and what its upkeep needs.
pub struct Assembled {
    /// Everything.
    pub router: Router,
    /// Forgets addresses that rest.
    pub tidy: Tidy,
}

/// Puts the router together.
///
/// # Errors
/// [`CommandError::Wrong`] when words do not load or `public_url` is no address.
pub fn assemble(
    config: &Config,
    records: Arc<Records>,
    metrics: PrometheusHandle,
    bound: SocketAddr,
    demo: bool,
) -> Result<Assembled, CommandError> {
    let proxies: Arc<[IpAddr]> = config.trusted_proxies.iter().copied().collect();
    let router = faces(config, records.clone(), bound, demo)?
        .layer(DefaultBodyLimit::max(config.body_bytes))
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(
            StatusCode::GATEWAY_TIMEOUT,
            Duration::from_secs(config.request_seconds),
        ))
        .layer(from_fn(patience::tell));
    let (router, tidy) = rate::limit(config, router);
    let router = router
        .layer(CompressionLayer::new())
        .layer(from_fn(answer::dress))
        .layer(from_fn(record::note))
        .merge(operations(config, records, metrics))
        .layer(from_fn_with_state(proxies, address::settle));
    Ok(Assembled { router: guarded(router, config.behind_tls), tidy })
}

/// Pages at `/`, the API below its own folder.
fn faces(
    config: &Config,
    records: Arc<Records>,
    bound: SocketAddr,
    demo: bool,
) -> Result<Router, CommandError> {
    let words = Arc::new(Words::load().map_err(|e| CommandError::Wrong(e.to_string()))?);
    let press = match Press::new() {
        Ok(press) => Some(Arc::new(press)),
        Err(error) => {
            tracing::warn!(error = %error, "documents cannot be printed");
            None
        }
    };
    let public_url = match config.public_url.trim_end_matches('/') {
        "" => format!("http://{bound}"),
        url => url.to_owned(),
    };
    let mut csrf = CsrfLayer::new();
    if !config.public_url.is_empty() {
        // A proxy may name another host to us than the browser names to it.
        let wrong = |e| CommandError::Wrong(format!("`public_url`: {e}"));
        csrf = csrf.add_trusted_origin(&public_url).map_err(wrong)?;
    }
    let copyist = press.clone().map(|press| Copyist::new(records.clone(), words.clone(), press, &public_url));
    let options = PagesOptions { demo, secure_cookie: config.behind_tls, public_url };
    let pages = Pages { records: records.clone(), press, words: words.clone(), options };
    let api = Api { records, words, copyist };
    Ok(pages.router().layer(csrf).nest("/api/v1", api.router()))
}

/// For whoever runs the machine: neither logged nor limited.
fn operations(config: &Config, records: Arc<Records>, metrics: PrometheusHandle) -> Router {
    let scrape = Scrape { handle: metrics, token: config.metrics_token.clone() };
    let metrics = Router::new().route("/metrics", get(scrape::show)).with_state(scrape);
    Router::new()
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .with_state(records)
        .merge(metrics)
}

fn guarded(mut router: Router, behind_tls: bool) -> Router {
    for (name, value) in HEADERS {
        let value = HeaderValue::from_static(value);
        router = router.layer(SetResponseHeaderLayer::if_not_present(name, value));
    }
    if behind_tls {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        router =
            router.layer(SetResponseHeaderLayer::if_not_present(header::STRICT_TRANSPORT_SECURITY, year));
    }
    router
}
