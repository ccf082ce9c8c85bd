//! `POST /diary/print`: the sheet of a day, in Form 22.48(1). Each print is counted before it leaves the press.

use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use roznamcha_acts::kinds::DocumentPrint;
use roznamcha_acts::views::{CustodyRow, StaffRow};
use roznamcha_print as print;
use roznamcha_records::{DoorError, EntryView};

use super::diary::render;
use super::form::{self, Pairs};
use super::paper::Paper;
use crate::fir::print::pdf;
use crate::fir::typed::Typed;
use crate::{Ctx, Pages, Problem};

/// A day, whole.
struct Whole {
    entries: Vec<EntryView>,
    custody: Vec<CustodyRow>,
    leaf: String,
}

/// `POST /diary/print`.
pub(crate) async fn print(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    axum::Form(pairs): Pairs,
) -> Result<Response, Problem> {
    let typed = Typed::read(pairs);
    let office = typed.opt("office").unwrap_or_else(|| ctx.caller.office().to_owned());
    let day: Date = typed.get("day").parse().map_err(|_| ctx.problem(DoorError::NotFound))?;
    form::at(&mut ctx, &format!("/diary?office={office}&day={day}"));
    let Some(press) = pages.press.clone() else {
        return render(&pages, &ctx, &office, Some(day), 0, form::unprinted(&ctx)).await;
    };
    let sheet = sheet(&pages, &ctx, &typed, &office, day).await.map_err(|e| ctx.problem(e))?;
    let name = format!("diary-{office}-{day}.pdf");
    pdf(&ctx, &name, press, move |p| p.diary(&sheet)).await
}

async fn sheet(
    pages: &Pages,
    ctx: &Ctx,
    typed: &Typed,
    office: &str,
    day: Date,
) -> Result<print::DiarySheet, DoorError> {
    let whole = read(pages, ctx, office, day).await?;
    let last = whole.entries.last().ok_or(DoorError::NotFound)?.row.act.clone();
    let paper = Paper::of(pages, ctx, office, whole.entries.iter().map(|e| &e.row)).await?;
    let staff = pages.records.staff(&ctx.caller, office).await?;
    let staff: Vec<StaffRow> = staff.into_iter().map(|l| l.row).collect();
    let document = DocumentPrint { form: "diary".to_owned(), of: day.to_string(), copy: "-".to_owned() };
    let grant = pages.records.count_print(&ctx.caller, typed.act_id(), office, document).await?;
    let custody = whole.custody.iter().map(|row| print::Custody {
        person: row
            .person
            .as_ref()
            .map_or_else(|| paper.sight.voice.t("entry-gone-short"), |p| p.line())
            .into(),
        offence: roznamcha_words::bidi::plain(&sections(&paper, row)).into(),
        arrested_at: row.arrested.local().datetime(),
    });
    Ok(print::DiarySheet {
        office: paper.office(office),
        day,
        custody: custody.collect(),
        closing_cash: closing(&whole.entries),
        clerk: paper.holder(&staff, "moharrar"),
        sho: paper.holder(&staff, "sho"),
        stamp: print::Stamp {
            verify_url: format!("{}/verify?act={last}&hash={}", pages.options.public_url, whole.leaf),
            act_hash: whole.leaf,
            print_no: grant.count,
            printed_at: pages.records.now().local().datetime(),
            provisional: false,
        },
        entries: whole.entries.iter().map(|e| paper.line(e)).collect(),
    })
}

fn sections(paper: &Paper, row: &CustodyRow) -> String {
    row.sections.iter().map(|s| paper.sight.section(s)).collect::<Vec<_>>().join("، ")
}

/// Every page of the day.
async fn read(pages: &Pages, ctx: &Ctx, office: &str, day: Date) -> Result<Whole, DoorError> {
    let mut whole = Whole { entries: Vec::new(), custody: Vec::new(), leaf: String::new() };
    let mut after = Some(0);
    while let Some(from) = after {
        let page = pages.records.diary(&ctx.caller, office, day, from).await?;
        whole.entries.extend(page.entries);
        whole.custody.extend(page.custody.into_iter().map(|c| c.row));
        if let Some(leaf) = page.last_leaf {
            whole.leaf = leaf.to_string();
        }
        after = page.next;
    }
    Ok(whole)
}

/// Cash by the closing entry, in whole rupees as the form has it.
fn closing(entries: &[EntryView]) -> Option<print::Cash> {
    let close = entries.iter().rev().find(|e| e.row.subject == "close")?;
    let cell = close.row.cells.iter().find(|c| c.key == "cash")?;
    let paisa: i64 = cell.value.parse().ok()?;
    Some(print::Cash { rupees: paisa / 100, in_words: None })
}
