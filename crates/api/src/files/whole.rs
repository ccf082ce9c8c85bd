//! `GET /attachments/{act}/files/{sha256}`: a copy of a file, or of a range of it.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use futures_util::stream;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// Nothing in a file acts in a browser: no script, no frame, no request of its own.
const POLICY: &str = "default-src 'none'; sandbox";

/// A copy of the file, always as a download. Each copy is in the file's custody. `Range` is answered with 206.
#[utoipa::path(get, path = "/attachments/{act}/files/{sha256}", tag = "files", security(("token" = [])),
    params(("act" = String, Path), ("sha256" = String, Path), ("Range" = Option<String>, Header),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 200, content_type = "application/octet-stream"),
        (status = 206, content_type = "application/octet-stream"), (status = 401, body = crate::problem::Body),
        (status = 403, body = crate::problem::Body), (status = 404, body = crate::problem::Body),
        (status = 409, body = crate::problem::Body)))]
pub async fn whole(
    State(api): State<Api>,
    client: Client,
    Path((act, sha256)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let range = headers.get(header::RANGE).and_then(|v| v.to_str().ok());
    let file = api.records.open_file(&client.caller, &act, &sha256, range, true).await;
    let file = file.map_err(|e| client.problem(e))?;
    let part = file.len < file.size;
    let name: String = sha256.chars().take(12).collect();
    let mut answer = Response::builder()
        .status(if part { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK })
        .header(header::CONTENT_TYPE, file.media)
        .header(header::CONTENT_LENGTH, file.len)
        .header(header::ACCEPT_RANGES, "bytes")
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{}\"", file.ending));
    if part {
        let last = (file.from + file.len).saturating_sub(1);
        answer = answer.header(header::CONTENT_RANGE, format!("bytes {}-{last}/{}", file.from, file.size));
    }
    let pieces = stream::unfold(file.pieces, |mut pieces| async {
        let next = pieces.recv().await?;
        Some((next, pieces))
    });
    let whole = answer.body(Body::from_stream(pieces));
    whole.map_err(|e| client.problem(roznamcha_records::DoorError::Defect(e.to_string())))
}
