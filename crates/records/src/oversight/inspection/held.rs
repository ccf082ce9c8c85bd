//! Persons the station holds or watches: hours, days and entries, never names.

use jiff::ToSpan;
use roznamcha_acts::views::{CustodyRow, EntryRow, WatchRow};
use roznamcha_store::Query;

use super::pack::MOST_LINES;
use super::{PackCell, PackLead, PackRow, PackSection};
use crate::{DoorError, Records};

/// Reviews due within so many days are shown.
const AHEAD_DAYS: i32 = 30;

impl Records {
    /// Who is in the lock-up now.
    pub(super) async fn pack_lockup(&self, office: &str) -> Result<PackSection, DoorError> {
        let held: Vec<CustodyRow> =
            self.all(Query::of::<CustodyRow>(office).eq("held", true).limit(500)).await?;
        let now = self.clock.now();
        let total = held.len() as u64;
        let mut rows = Vec::new();
        for row in held.into_iter().take(MOST_LINES as usize) {
            let entries = Query::of::<EntryRow>(office).eq("act", row.act.as_str()).limit(1);
            let entry = self.all::<EntryRow>(entries).await?.into_iter().next().map(|e| e.entry);
            let hours = u64::try_from(now.seconds_since(row.arrested) / 3_600).unwrap_or(0);
            rows.push(PackRow {
                cells: vec![
                    entry.as_ref().map_or(PackCell::Empty, |e| PackCell::Key(e.to_string())),
                    PackCell::Moment(row.arrested),
                    PackCell::Moment(row.lodged),
                    PackCell::Count(hours),
                    PackCell::Key(row.sections.join(" ")),
                ],
                lead: entry.map(PackLead::Entry),
            });
        }
        Ok(PackSection {
            code: "lockup",
            total,
            wants: false,
            columns: &["entry", "arrested", "lodged", "hours", "sections"],
            rows,
        })
    }

    /// Orders of surveillance whose review is past or due soon.
    pub(super) async fn pack_reviews(&self, office: &str) -> Result<PackSection, DoorError> {
        let today = self.clock.now().day();
        let until = today.checked_add(AHEAD_DAYS.days()).unwrap_or(today);
        let query = Query::of::<WatchRow>(office).by("review_due", false).limit(1_000);
        let mut due: Vec<WatchRow> = self.all(query).await?;
        due.retain(|row| row.removed.is_none() && row.review_due <= until);
        let row = |row: &WatchRow| {
            let entry = row.listed.as_ref().or(row.sheet.as_ref())?;
            let state = if row.review_due < today { "past" } else { "coming" };
            let cells = vec![
                PackCell::Code("code-ground-", row.ground.clone()),
                PackCell::Day(row.review_due),
                PackCell::Code("inspection-", state.to_owned()),
                row.last_visit.map_or(PackCell::Empty, PackCell::Moment),
            ];
            Some(PackRow::of(entry, cells))
        };
        Ok(PackSection {
            code: "reviews",
            total: due.len() as u64,
            wants: true,
            columns: &["entry", "ground", "due", "state", "visit"],
            rows: due.iter().filter_map(row).take(MOST_LINES as usize).collect(),
        })
    }
}
