//! Finding entries of a register by the words that stand in them. What this officer may not see is masked first and
//! sought afterwards: no answer tells that masked words are there.

use roznamcha_access::Action;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{EntryRow, StaffRow};
use roznamcha_store::{After, Query};
use roznamcha_words::fold::fold;

use crate::mask::Seen;
use crate::{Caller, DoorError, EntryView, Records, RegisterPage};

/// Entries looked at for one answer: the rest is asked for with the next.
const MOST_LOOKED_AT: usize = 5_000;
/// Entries read at a time.
const READ: u32 = 500;

impl Records {
    /// The entries of a question in which the words stand, page by page through the book.
    pub(crate) async fn find_words(
        &self,
        caller: &Caller,
        action: Action,
        mut query: Query,
        words: &str,
    ) -> Result<RegisterPage, DoorError> {
        let wanted = query.limit as usize;
        query.limit = READ;
        let mut page = RegisterPage::default();
        let mut seen = Seen::default();
        let mut looked_at = 0;
        loop {
            let rows: Vec<EntryRow> = self.all(query.clone()).await?;
            let last_batch = rows.len() < READ as usize;
            for row in rows {
                let (office, key) = (row.office.clone(), row.key());
                query.after = Some(After { value: None, office, key: key.clone() });
                let view = self.veil(caller, action, row, &mut seen);
                if holds(&view, words) {
                    page.entries.push(view);
                }
                if page.entries.len() == wanted {
                    page.next = Some(key);
                    return Ok(page);
                }
                looked_at += 1;
            }
            if last_batch {
                page.next = None;
                return Ok(page);
            }
            if looked_at >= MOST_LOOKED_AT {
                page.next = query.after.take().map(|after| after.key);
                page.unfinished = true;
                return Ok(page);
            }
        }
    }

    /// The officer who is meant, among all who ever served at an office; `None` when nobody or several are.
    pub(crate) async fn writer(&self, office: &str, said: &str) -> Result<Option<String>, DoorError> {
        let said = fold(said);
        let staff: Vec<StaffRow> = self.all(Query::of::<StaffRow>(office).limit(1000)).await?;
        if let Some(row) = staff.iter().find(|s| fold(&s.officer) == said || fold(&s.belt_no) == said) {
            return Ok(Some(row.officer.clone()));
        }
        let named = |s: &&StaffRow| fold(&s.name_en).contains(&said) || fold(&s.name_ur).contains(&said);
        let mut found = staff.iter().filter(named);
        Ok(found.next().filter(|_| found.next().is_none()).map(|s| s.officer.clone()))
    }
}

/// Whether the words stand in an entry as it is shown: as written, struck through, or as corrected.
fn holds(view: &EntryView, words: &str) -> bool {
    let row = &view.row;
    let shown = |cell: &str| cell != crate::MASK && fold(cell).contains(words);
    let corrected = |key: &str| row.current(key).is_some_and(|text| shown(&text));
    row.cells.iter().any(|c| shown(&c.value) || corrected(&c.key))
}
