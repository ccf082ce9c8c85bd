//! `POST /register/{no}/print`: a register as a book. Each print is counted before it leaves the press.

use axum::extract::{Path, State};
use axum::response::Response;
use roznamcha_acts::kinds::DocumentPrint;
use roznamcha_acts::views::EntryRow;
use roznamcha_books::{Binding, Plan, sheet, take};
use roznamcha_journal::export::{self, Line};
use roznamcha_journal::leaf_hash;
use roznamcha_print as print;
use roznamcha_records::{DoorError, RegisterRange};
use roznamcha_sheets::Copyist;
use roznamcha_statute::RegisterNo;

use super::form::{self, Pairs};
use super::register_export::{again, back, range};
use crate::fir::print::pdf;
use crate::fir::typed::Typed;
use crate::{Ctx, Pages, Problem};

/// `POST /register/{no}/print`.
pub(crate) async fn print(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path(number): Path<String>,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let range = range(&ctx, &number, &typed);
    form::at(&mut ctx, &back(&range));
    let Some(copyist) = pages.copyist() else {
        let error = form::faulty(vec![form::fault("", "print-unavailable")]);
        return again(&pages, &ctx, &range, typed, error).await;
    };
    let name = format!("register-{}-{}-{}.pdf", range.register, range.office, range.part);
    match book(&pages, &ctx, &copyist, &typed, &range).await {
        Ok(sheet) => {
            let count = sheet.stamp.print_no;
            let printed = copyist.pressed(name, count, move |p| p.register(&sheet)).await;
            Ok(pdf(printed.map_err(|e| ctx.problem(e))?))
        }
        Err(error) => again(&pages, &ctx, &range, typed, error).await,
    }
}

async fn book(
    pages: &Pages,
    ctx: &Ctx,
    copyist: &Copyist,
    typed: &Typed,
    range: &RegisterRange,
) -> Result<print::RegisterSheet, DoorError> {
    let (records, office) = (&pages.records, range.office.as_str());
    let statute = records.statute();
    let number: RegisterNo = range.register.parse().map_err(|_| DoorError::NotFound)?;
    let register = statute.register(number).ok_or(DoorError::NotFound)?;
    let part = statute.part(number, &range.part).ok_or(DoorError::NotFound)?;
    let plan = Plan::of(statute, number, &range.part).map_err(|_| DoorError::NotFound)?;
    let rows = take::rows(records, &ctx.caller, range.clone()).await?;
    let mut speaker = take::speaker(records, &pages.words, ctx.voice.lang, office);
    take::learn(records, &mut speaker, office, &rows).await?;
    let own = records.officer_names(ctx.caller.office(), &[ctx.caller.officer().to_owned()]).await?;
    speaker.staff.extend(own.into_iter().map(|row| (row.officer.clone(), row)));
    let state = records.checkpoint(&ctx.caller, office).await?;
    let last = rows.iter().max_by_key(|row| row.seq);
    let leaf = match last {
        Some(row) => leaf(pages, ctx, row).await?,
        None => state.root.to_string(),
    };
    let public = &pages.options.public_url;
    let verify_url = match last {
        Some(row) => format!("{public}/verify?act={}&hash={leaf}", row.act),
        None => public.clone(),
    };
    let document = DocumentPrint { form: "register".to_owned(), of: name_of(range), copy: "-".to_owned() };
    let grant = records.count_print(&ctx.caller, typed.act_id(), office, document).await?;
    let binding = Binding {
        register,
        office: copyist.office(office),
        period: range.period.clone().unwrap_or_default(),
        printed_by: speaker.officer_of(ctx.caller.officer(), ctx.caller.rank()),
        checkpoint: print::CheckpointLine { size: state.size, root: state.root.to_string() },
        stamp: print::Stamp {
            verify_url,
            act_hash: leaf,
            print_no: grant.count,
            printed_at: records.now().local().datetime(),
            provisional: false,
        },
    };
    Ok(sheet(&speaker, binding, &[(part, &plan, &rows)]))
}

/// `19.-.2026.1-200`: which book, for the counter of its prints.
fn name_of(range: &RegisterRange) -> String {
    let serial = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    let period = range.period.as_deref().unwrap_or("all");
    format!("{}.{}.{period}.{}-{}", range.register, range.part, serial(range.from), serial(range.to))
}

/// The hash of an entry's act, by the proof that it is in the journal.
async fn leaf(pages: &Pages, ctx: &Ctx, row: &EntryRow) -> Result<String, DoorError> {
    let defect = |e: String| DoorError::Defect(e);
    let line = pages.records.prove_act(&ctx.caller, &row.office, row.seq).await?;
    match export::parse_line(line.as_bytes()).map_err(|e| defect(e.to_string()))? {
        Line::Inclusion(proof) => Ok(leaf_hash(proof.header.as_bytes()).to_string()),
        _ => Err(defect("a proof that is none".to_owned())),
    }
}
