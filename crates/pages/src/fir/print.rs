//! Printing a report: each print is counted as an act before it leaves the press; a draft prints as provisional.

use axum::Form as Sent;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use roznamcha_acts::FieldFault;
use roznamcha_acts::kinds::DocumentPrint;
use roznamcha_print::{FirCopy, Press, PrintError, Stamp};
use roznamcha_records::DoorError;
use std::sync::Arc;

use crate::{Ctx, Pages, Problem};

use super::sheet::Source;
use super::typed::Typed;
use super::{new, people, read, show};

/// `POST /fir/{act}/print`: `kind` is `fir` or `complainant_copy`, `copy` one of the four.
pub(crate) async fn print(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path(act): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    ctx.path = format!("/fir/{act}");
    let typed = Typed::read(pairs);
    let Some(press) = pages.press.clone() else {
        let tried = show::Tried::said(&ctx, "print", typed, "print-unavailable");
        return show::render(&pages, &ctx, &act, Some(tried)).await;
    };
    let view = pages.records.fir(&ctx.caller, &act).await.map_err(|e| ctx.problem(e))?;
    let row = &view.row;
    let Some(fir) = &row.fir else { return Err(ctx.problem(DoorError::NotFound)) };
    let (form, copy) = (typed.get("kind").to_owned(), typed.get("copy").to_owned());
    let Some(which) = copy_of(&copy).filter(|_| matches!(form.as_str(), "fir" | "complainant_copy")) else {
        let fault = FieldFault { field: "copy".to_owned(), code: "fault-choice".to_owned() };
        let refusal = roznamcha_acts::Refusal::Fields { faults: vec![fault] };
        return Err(ctx.problem(refusal));
    };
    let mut codes = show::officers_of(row);
    codes.push(row.writer.clone());
    let staff = people::rows(&pages.records, &row.office, codes).await.map_err(|e| ctx.problem(e))?;
    let document = DocumentPrint { form: form.clone(), of: act.clone(), copy: copy.clone() };
    let grant = pages.records.count_print(&ctx.caller, typed.act_id(), &row.office, document).await;
    let grant = grant.map_err(|e| ctx.problem(e))?;
    let public = &pages.options.public_url;
    let stamp = Stamp {
        act_hash: row.leaf.clone(),
        verify_url: format!("{public}/verify?act={act}&hash={}", row.leaf),
        print_no: grant.count,
        printed_at: pages.records.now().local().datetime(),
        provisional: false,
    };
    let offices = pages.records.offices();
    let source = Source {
        words: &pages.words,
        book: pages.records.statute(),
        offices: &offices,
        staff: &staff,
        office: &row.office,
        fir,
        row: Some(row),
        writer: (&row.writer, &row.writer_rank),
    };
    let name = format!("FIR-{}-{}", row.no, row.year);
    if form == "fir" {
        let sheet = source.fir(which, stamp);
        pdf(&ctx, &format!("{name}-{copy}.pdf"), press, move |p| p.fir(&sheet)).await
    } else {
        let sheet = source.complainant(ctx.voice.lang, public, stamp);
        pdf(&ctx, &format!("{name}-receipt.pdf"), press, move |p| p.complainant_copy(&sheet)).await
    }
}

/// `POST /fir/preview`: what is typed, marked as provisional. It has no number and is not counted.
pub(crate) async fn preview(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    ctx.path = "/fir/new".to_owned();
    let typed = Typed::read(pairs).compact(&read::GROUPS);
    let Some(press) = pages.press.clone() else {
        let fault = FieldFault { field: String::new(), code: "print-unavailable".to_owned() };
        return new::refused(&pages, &ctx, typed, &[fault]).await;
    };
    let fir = match read::report(&typed, &pages.records, &ctx, true) {
        Ok(fir) => fir,
        Err(faults) => return new::refused(&pages, &ctx, typed, &faults).await,
    };
    let codes = vec![ctx.caller.officer().to_owned()];
    let staff = people::rows(&pages.records, ctx.caller.office(), codes).await;
    let staff = staff.map_err(|e| ctx.problem(e))?;
    let stamp = Stamp {
        act_hash: "-".to_owned(),
        verify_url: pages.options.public_url.clone(),
        print_no: 0,
        printed_at: pages.records.now().local().datetime(),
        provisional: true,
    };
    let offices = pages.records.offices();
    let source = Source {
        words: &pages.words,
        book: pages.records.statute(),
        offices: &offices,
        staff: &staff,
        office: ctx.caller.office(),
        fir: &fir,
        row: None,
        writer: (ctx.caller.officer(), ctx.caller.rank()),
    };
    let sheet = source.fir(FirCopy::Station, stamp);
    pdf(&ctx, "FIR-provisional.pdf", press, move |p| p.fir(&sheet)).await
}

fn copy_of(code: &str) -> Option<FirCopy> {
    match code {
        "station" => Some(FirCopy::Station),
        "dpo" => Some(FirCopy::Dpo),
        "magistrate" => Some(FirCopy::Magistrate),
        "complainant" => Some(FirCopy::Complainant),
        _ => None,
    }
}

/// Typesetting takes a while and is no work for the threads that answer requests.
pub(crate) async fn pdf(
    ctx: &Ctx,
    name: &str,
    press: Arc<Press>,
    work: impl FnOnce(&Press) -> Result<Vec<u8>, PrintError> + Send + 'static,
) -> Result<Response, Problem> {
    let done = tokio::task::spawn_blocking(move || work(&press)).await;
    let failed = |what: String| ctx.problem(DoorError::Defect(what));
    let bytes = done.map_err(|e| failed(e.to_string()))?.map_err(|e| failed(e.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((StatusCode::OK, headers, bytes).into_response())
}
