//! `GET /offices/{office}/registers/{register}/export`: a register as a file to take away.

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use roznamcha_books::take::{FileKind, take};
use roznamcha_records::RegisterRange;
use serde::Deserialize;
use tokio::io::AsyncReadExt;
use utoipa::IntoParams;

use crate::shapes::{Path, Query};
use crate::{Api, Client, Problem};

/// Which entries, as which file, for whom.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct What {
    /// The part as entries name it; `-` when not given.
    #[serde(default)]
    part: Option<String>,
    /// Only this period: a year, or a day.
    #[serde(default)]
    period: Option<String>,
    /// From this serial number on.
    #[serde(default)]
    from: Option<u64>,
    /// Up to this serial number.
    #[serde(default)]
    to: Option<u64>,
    /// `csv` or `xlsx`.
    format: String,
    /// CSV begins with the mark that some spreadsheets need to read UTF-8.
    #[serde(default)]
    mark: bool,
    /// Who receives it; stays in the reading log.
    #[serde(default)]
    recipient: String,
}

/// A register as CSV or XLSX, masked as it is for this officer to read, in the language of `Accept-Language`. The
/// recipient, the purpose and the number of entries stay in the reading log.
#[utoipa::path(get, path = "/offices/{office}/registers/{register}/export", tag = "books",
    security(("token" = [])),
    params(("office" = String, Path), ("register" = String, Path,
        description = "1 to 25, or the word of a working register such as `w-zimni`"), What,
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
        ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, content_type = "text/csv", body = String), (status = 400,
        body = crate::problem::Body), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn export(
    State(api): State<Api>,
    client: Client,
    Path((office, register)): Path<(String, String)>,
    Query(what): Query<What>,
) -> Result<Response, Problem> {
    let kind = match what.format.as_str() {
        "csv" => FileKind::Csv { mark: what.mark },
        "xlsx" => FileKind::Xlsx,
        _ => return Err(client.fault("format", "fault-choice")),
    };
    let range = RegisterRange {
        office,
        register,
        part: what.part.unwrap_or_else(|| "-".to_owned()),
        period: what.period,
        from: what.from,
        to: what.to,
    };
    let taken = take(&api.records, &api.words, &client.caller, client.lang, range, kind, &what.recipient)
        .await
        .map_err(|e| client.problem(e))?;
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') { c } else { '_' };
    let name: String = taken.name.chars().map(plain).collect();
    let head = [
        (header::CONTENT_TYPE, taken.mime.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    let chunks = stream::try_unfold(tokio::fs::File::from_std(taken.file), |mut file| async move {
        let mut chunk = Vec::with_capacity(64 * 1024);
        let read = file.read_buf(&mut chunk).await?;
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(chunk), file)))
    });
    Ok((head, Body::from_stream(chunks)).into_response())
}
