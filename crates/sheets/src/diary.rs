//! The sheet of a day of the diary: read, counted as an act, printed.

use jiff::civil::Date;
use roznamcha_acts::ActId;
use roznamcha_acts::kinds::DocumentPrint;
use roznamcha_acts::views::{CustodyRow, StaffRow};
use roznamcha_print as print;
use roznamcha_records::{Caller, DoorError, EntryView, Records};

use crate::paper::Paper;
use crate::{Copyist, Printed};

/// A day, whole.
struct Whole {
    entries: Vec<EntryView>,
    custody: Vec<CustodyRow>,
    leaf: String,
}

impl Copyist {
    /// The sheet of a day, in Form 22.48(1). The same id again is the same print.
    ///
    /// # Errors
    /// Whatever the door refuses; a day without an entry is not found.
    pub async fn diary(
        &self,
        caller: &Caller,
        id: ActId,
        office: &str,
        day: Date,
    ) -> Result<Printed, DoorError> {
        let (sheet, count) = self.day_sheet(caller, id, office, day).await?;
        self.pressed(format!("diary-{office}-{day}.pdf"), count, move |p| p.diary(&sheet)).await
    }

    async fn day_sheet(
        &self,
        caller: &Caller,
        id: ActId,
        office: &str,
        day: Date,
    ) -> Result<(print::DiarySheet, u32), DoorError> {
        let whole = read(&self.records, caller, office, day).await?;
        let last = whole.entries.last().ok_or(DoorError::NotFound)?.row.act.clone();
        let paper = Paper::of(self, caller, office, whole.entries.iter().map(|e| &e.row)).await?;
        let staff = self.records.staff(caller, office).await?;
        let staff: Vec<StaffRow> = staff.into_iter().map(|l| l.row).collect();
        let document = DocumentPrint { form: "diary".to_owned(), of: day.to_string(), copy: "-".to_owned() };
        let grant = self.records.count_print(caller, id, office, document).await?;
        let custody = whole.custody.iter().map(|row| print::Custody {
            person: row
                .person
                .as_ref()
                .map_or_else(|| paper.sight.voice.t("entry-gone-short"), |p| p.line())
                .into(),
            offence: roznamcha_words::bidi::plain(&sections(&paper, row)).into(),
            arrested_at: row.arrested.local().datetime(),
        });
        let sheet = print::DiarySheet {
            office: paper.office(office),
            day,
            custody: custody.collect(),
            closing_cash: closing(&whole.entries),
            clerk: paper.holder(&staff, "moharrar"),
            sho: paper.holder(&staff, "sho"),
            stamp: self.stamp(&last, &whole.leaf, grant.count),
            entries: whole.entries.iter().map(|e| paper.line(e)).collect(),
        };
        Ok((sheet, grant.count))
    }
}

fn sections(paper: &Paper, row: &CustodyRow) -> String {
    row.sections.iter().map(|s| paper.sight.section(s)).collect::<Vec<_>>().join("، ")
}

/// Every page of the day.
async fn read(records: &Records, caller: &Caller, office: &str, day: Date) -> Result<Whole, DoorError> {
    let mut whole = Whole { entries: Vec::new(), custody: Vec::new(), leaf: String::new() };
    let mut after = Some(0);
    while let Some(from) = after {
        let page = records.diary(caller, office, day, from).await?;
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
