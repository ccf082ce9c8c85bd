//! `GET /files/{act}/{sha256}`: a picture or a recording in the browser, anything else and `?copy=1` as a download.

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use futures_util::stream;
use roznamcha_records::{DoorError, FileOut};
use serde::Deserialize;

use crate::{Ctx, Pages, Problem};

/// Nothing in a file acts in a browser: no script, no frame, no request of its own.
const POLICY: &str =
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/// How it is wanted.
#[derive(Deserialize)]
pub(crate) struct How {
    copy: Option<String>,
}

pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path((act, sha256)): Path<(String, String)>,
    Query(how): Query<How>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let range = headers.get(header::RANGE).and_then(|v| v.to_str().ok());
    let wants_copy = how.copy.is_some();
    let file = pages.records.open_file(&ctx.caller, &act, &sha256, range, wants_copy).await;
    let file = file.map_err(|e| ctx.problem(e))?;
    let part = file.len < file.size;
    let inline = !wants_copy && file.media != "application/pdf";
    let name: String = sha256.chars().take(12).collect();
    let place = if inline { "inline" } else { "attachment" };
    let mut answer = Response::builder()
        .status(if part { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK })
        .header(header::CONTENT_TYPE, file.media)
        .header(header::CONTENT_LENGTH, file.len)
        .header(header::ACCEPT_RANGES, "bytes")
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_DISPOSITION, format!("{place}; filename=\"{name}.{}\"", file.ending));
    if part {
        let last = (file.from + file.len).saturating_sub(1);
        answer = answer.header(header::CONTENT_RANGE, format!("bytes {}-{last}/{}", file.from, file.size));
    }
    answer.body(piecewise(file)).map_err(|e| ctx.problem(DoorError::Defect(e.to_string())))
}

fn piecewise(file: FileOut) -> Body {
    Body::from_stream(stream::unfold(file.pieces, |mut pieces| async {
        let next = pieces.recv().await?;
        Some((next, pieces))
    }))
}

/// A whole picture, shown in a page and kept by no browser: it may be destroyed tomorrow.
pub(crate) fn inline(file: FileOut) -> Result<Response, DoorError> {
    let answer = Response::builder()
        .header(header::CONTENT_TYPE, file.media)
        .header(header::CONTENT_LENGTH, file.len)
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_DISPOSITION, "inline");
    answer.body(piecewise(file)).map_err(|e| DoorError::Defect(e.to_string()))
}
