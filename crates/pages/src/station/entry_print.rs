//! `POST /entry/print`: the informant's copy of a non-cognizable report, or the notice of a refusal.

use axum::extract::State;
use axum::response::Response;
use roznamcha_acts::kinds::{Body, DocumentPrint, Party};
use roznamcha_journal::export::{self, Line};
use roznamcha_journal::leaf_hash;
use roznamcha_print as print;
use roznamcha_records::{DoorError, EntryView};
use roznamcha_words::Lang;

use super::entry::render;
use super::form::{self, Pairs};
use super::paper::Paper;
use crate::fir::print::pdf;
use crate::fir::typed::Typed;
use crate::fir::{law, sheet};
use crate::{Ctx, Pages, Problem};

/// `POST /entry/print`.
pub(crate) async fn print(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let office = typed.opt("office").unwrap_or_else(|| ctx.caller.office().to_owned());
    let act = typed.get("act").to_owned();
    form::at(&mut ctx, &format!("/entry?office={office}&act={act}"));
    let Some(press) = pages.press.clone() else {
        let view = pages.records.entry_of_act(&ctx.caller, &office, &act).await;
        let (view, _) = view.map_err(|e| ctx.problem(e))?;
        return render(&pages, &ctx, view, form::unprinted(&ctx), None).await;
    };
    let sheet = extract(&pages, &ctx, &typed, &office, &act).await.map_err(|e| ctx.problem(e))?;
    pdf(&ctx, &format!("extract-{act}.pdf"), press, move |p| p.diary_extract(&sheet)).await
}

async fn extract(
    pages: &Pages,
    ctx: &Ctx,
    typed: &Typed,
    office: &str,
    act: &str,
) -> Result<print::DiaryExtract, DoorError> {
    let (view, body) = pages.records.entry_of_act(&ctx.caller, office, act).await?;
    let (informant, kind) = kind(pages, ctx, body)?;
    let leaf = leaf(pages, ctx, &view).await?;
    let paper = Paper::of(pages, ctx, office, std::iter::once(&view.row)).await?;
    let document =
        DocumentPrint { form: "extract".to_owned(), of: act.to_owned(), copy: "complainant".to_owned() };
    let grant = pages.records.count_print(&ctx.caller, typed.act_id(), office, document).await?;
    let lang = ctx.voice.lang;
    let relation = |r: &roznamcha_acts::kinds::Relation| {
        let key = format!("relation-{}", sheet::relation_code(r.kind));
        format!("{} {}", pages.words.say(lang, &key), r.name)
    };
    Ok(print::DiaryExtract {
        language: if lang == Lang::Ur { print::Language::Ur } else { print::Language::En },
        office: paper.office(office),
        day: view.row.entry.period.parse().unwrap_or_else(|_| view.row.stated.day()),
        line: paper.line(&view),
        informant: sheet::plain_party(&informant, relation),
        kind,
        certified_by: paper.officer(ctx.caller.officer(), ctx.caller.rank()),
        stamp: print::Stamp {
            verify_url: format!("{}/verify?act={act}&hash={leaf}", pages.options.public_url),
            act_hash: leaf,
            print_no: grant.count,
            printed_at: pages.records.now().local().datetime(),
            provisional: false,
        },
    })
}

/// Whom it is given to and why; any other entry is given to nobody.
fn kind(pages: &Pages, ctx: &Ctx, body: Body) -> Result<(Party, print::ExtractKind), DoorError> {
    let book = pages.records.statute();
    let day = pages.records.now().day();
    let section = |code: &String| match law::offence(book, code, ctx.caller.province(), day) {
        Some(o) => print::Section { code: law::cited(o), title_en: o.en.clone(), title_ur: o.ur.clone() },
        None => print::Section { code: code.clone(), ..print::Section::default() },
    };
    match body {
        Body::ReportNoncognizable(report) => {
            let kind = print::ExtractKind::NonCognizable {
                sections: report.sections.iter().map(section).collect(),
                magistrate: report.magistrate.unwrap_or_default().into(),
                referred_at: None,
            };
            Ok((report.informant, kind))
        }
        Body::ReportRefuse(refusal) => {
            Ok((refusal.informant, print::ExtractKind::Refusal { reasons: refusal.reasons.into() }))
        }
        _ => Err(DoorError::NotFound),
    }
}

/// The hash of the entry's act, by the proof that it is in the journal.
async fn leaf(pages: &Pages, ctx: &Ctx, view: &EntryView) -> Result<String, DoorError> {
    let defect = |e: String| DoorError::Defect(e);
    let line = pages.records.prove_act(&ctx.caller, &view.row.office, view.row.seq).await?;
    match export::parse_line(line.as_bytes()).map_err(|e| defect(e.to_string()))? {
        Line::Inclusion(proof) => Ok(leaf_hash(proof.header.as_bytes()).to_string()),
        _ => Err(defect("a proof that is none".to_owned())),
    }
}
