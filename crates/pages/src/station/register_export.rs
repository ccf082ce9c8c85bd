//! `POST /register/{no}/export`: a register as a file. Who receives it is stated and stays in the audit log.

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use roznamcha_books::take::{FileKind, Taken, take};
use roznamcha_records::RegisterRange;
use tokio::io::AsyncReadExt;

use super::form::{self, Pairs};
use super::register::{Asked, Sought, render};
use crate::fir::field::Form;
use crate::fir::typed::Typed;
use crate::{Ctx, Pages, Problem};

/// What the form says of the book.
pub(crate) fn range(ctx: &Ctx, number: &str, typed: &Typed) -> RegisterRange {
    let serial = |name: &str| typed.opt(name).and_then(|n| roznamcha_words::digits::ascii(&n).parse().ok());
    RegisterRange {
        office: typed.opt("office").unwrap_or_else(|| ctx.caller.office().to_owned()),
        register: number.to_owned(),
        part: typed.opt("part").unwrap_or_else(|| "-".to_owned()),
        period: typed.opt("period"),
        from: serial("from"),
        to: serial("to"),
    }
}

/// The page the form stands on.
pub(crate) fn back(range: &RegisterRange) -> String {
    let period = range.period.as_deref().unwrap_or("");
    format!("/register/{}?office={}&part={}&period={period}", range.register, range.office, range.part)
}

/// The page again with what is wrong, where the form can be mended.
pub(crate) async fn again(
    pages: &Pages,
    ctx: &Ctx,
    range: &RegisterRange,
    typed: Typed,
    error: roznamcha_records::DoorError,
) -> Result<Response, Problem> {
    if !form::mendable(&error) {
        return Err(ctx.problem(error));
    }
    let labels: form::Labels = &[
        ("recipient", "recipient", "book-recipient"),
        ("to", "to", "book-to"),
        ("from", "from", "book-from"),
    ];
    let shown = form::refused(Form::new(&ctx.voice, "", typed), &error, labels);
    let asked = Asked::of(&range.office, &range.part, range.period.clone());
    render(pages, ctx, &range.register, asked, Sought::default(), Some(shown)).await
}

/// `POST /register/{no}/export`.
pub(crate) async fn export(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path(number): Path<String>,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let range = range(&ctx, &number, &typed);
    form::at(&mut ctx, &back(&range));
    let kind = match typed.get("format") {
        "csv" => FileKind::Csv { mark: false },
        "csv-mark" => FileKind::Csv { mark: true },
        _ => FileKind::Xlsx,
    };
    let recipient = typed.get("recipient");
    let (records, words, lang) = (&pages.records, &pages.words, ctx.voice.lang);
    match take(records, words, &ctx.caller, lang, range.clone(), kind, recipient).await {
        Ok(taken) => Ok(download(taken)),
        Err(error) => again(&pages, &ctx, &range, typed, error).await,
    }
}

/// The file, read as it is sent.
fn download(taken: Taken) -> Response {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_') { c } else { '_' };
    let name: String = taken.name.chars().map(plain).collect();
    let head = [
        (header::CONTENT_TYPE, taken.mime.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    let source = tokio::fs::File::from_std(taken.file);
    let chunks = stream::try_unfold(source, |mut source| async move {
        let mut chunk = Vec::with_capacity(64 * 1024);
        let read = source.read_buf(&mut chunk).await?;
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(chunk), source)))
    });
    (StatusCode::OK, head, Body::from_stream(chunks)).into_response()
}
