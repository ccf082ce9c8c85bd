//! Styles, scripts and fonts, from the binary itself: nothing needs the internet.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;

use crate::Pages;

// The print fonts are in the print crate already.
#[derive(RustEmbed)]
#[folder = "../../assets/dist"]
#[exclude = "fonts/*.ttf"]
#[allow_missing = true]
struct Dist;

/// Routes under `/assets`.
pub(crate) fn routes() -> Router<Pages> {
    Router::new().route("/assets/{*path}", get(asset))
}

async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let Some(file) = Dist::get(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let hash: String = file.metadata.sha256_hash().iter().take(12).map(|b| format!("{b:02x}")).collect();
    let tag = format!("\"{hash}\"");
    let cache = if path.starts_with("fonts/") { "public, max-age=31536000" } else { "public, max-age=300" };
    let unchanged = headers.get(header::IF_NONE_MATCH).is_some_and(|v| v.as_bytes() == tag.as_bytes());
    let common = [(header::ETAG, tag), (header::CACHE_CONTROL, cache.to_owned())];
    if unchanged {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    let mime = mime_guess::from_path(&path).first_or_octet_stream().to_string();
    (common, [(header::CONTENT_TYPE, mime)], file.data.into_owned()).into_response()
}
