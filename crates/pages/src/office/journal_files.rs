//! What is taken away from a journal: the signed checkpoint, proofs, the export. Each is a file to keep.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream;
use roznamcha_records::{DoorError, ExportOptions};
use serde::Deserialize;
use std::io::Seek;
use tokio::io::AsyncReadExt;

use super::form::office_of;
use crate::{Ctx, Pages, Problem};

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/journal/checkpoint", get(checkpoint))
        .route("/journal/export", get(export))
        .route("/journal/proof", get(inclusion))
        .route("/journal/growth", get(growth))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    office: String,
    seq: u64,
    from: u64,
    /// Where the later journal of a proof of growth ends; 0 for now.
    to: u64,
    /// With content, where the officer may read it.
    content: Option<String>,
}

/// A file to save under a name made of plain letters only.
fn file(name: &str, mime: &'static str, body: impl Into<Body>) -> Response {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_') { c } else { '_' };
    let name: String = name.chars().map(plain).collect();
    let head = [
        (header::CONTENT_TYPE, mime.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (StatusCode::OK, head, body.into()).into_response()
}

async fn checkpoint(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let state = pages.records.checkpoint(&ctx.caller, &office).await.map_err(|e| ctx.problem(e))?;
    let name = format!("{office}-{}.checkpoint", state.size);
    Ok(file(&name, "text/plain; charset=utf-8", state.note))
}

async fn inclusion(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let proof = pages.records.prove_act(&ctx.caller, &office, asked.seq).await.map_err(|e| ctx.problem(e))?;
    Ok(file(&format!("{office}-{}.proof.json", asked.seq), "application/json", proof))
}

async fn growth(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let to = match asked.to {
        0 => pages.records.checkpoint(&ctx.caller, &office).await.map_err(|e| ctx.problem(e))?.size,
        to => to,
    };
    let proof = pages.records.prove_growth(&ctx.caller, &office, asked.from, to).await;
    let proof = proof.map_err(|e| ctx.problem(e))?;
    Ok(file(&format!("{office}-{}-{to}.growth.json", asked.from), "application/json", proof))
}

/// Written to a nameless file first: a journal of years does not fit into memory, and one that fails half-way is a
/// page that says so, not half a download.
async fn export(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let office = office_of(&asked.office, &ctx);
    let io = |e: std::io::Error| ctx.problem(DoorError::Unavailable(e.to_string()));
    let mut kept = tempfile::tempfile().map_err(io)?;
    let options = ExportOptions { headers_only: asked.content.is_none() };
    let mut writer = std::io::BufWriter::new(&mut kept);
    let written = pages.records.export_journal(&ctx.caller, &office, options, &mut writer).await;
    drop(writer);
    let size = written.map_err(|e| ctx.problem(e))?;
    kept.rewind().map_err(io)?;
    let source = tokio::fs::File::from_std(kept);
    let chunks = stream::try_unfold(source, |mut source| async move {
        let mut chunk = Vec::with_capacity(64 * 1024);
        let read = source.read_buf(&mut chunk).await?;
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(chunk), source)))
    });
    Ok(file(&format!("{office}-{size}.jsonl"), "application/x-ndjson", Body::from_stream(chunks)))
}
