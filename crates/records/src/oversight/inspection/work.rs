//! Work that waits: deadlines passed, cases by age, directions of the justice of peace.

use roznamcha_acts::views::{CaseRow, EntryRow};
use roznamcha_deadlines::State;
use roznamcha_store::Query;

use super::pack::MOST_LINES;
use super::{PackCell, PackLead, PackRow, PackSection};
use crate::oversight::awaits_compliance;
use crate::{AGE_BANDS, DeadlineFilter, DoorError, Records};

impl Records {
    /// Deadlines passed, the longest first.
    pub(super) async fn pack_overdue(&self, office: &str) -> Result<PackSection, DoorError> {
        let state = Some(State::Overdue);
        let board = self.board(&DeadlineFilter { office: office.to_owned(), officer: None, state }).await?;
        let rows = board.lines.into_iter().take(MOST_LINES as usize).map(|line| PackRow {
            cells: vec![
                PackCell::Law(line.law.act_en.clone(), line.law.act_ur.clone()),
                PackCell::Key(line.title.unwrap_or_default()),
                line.officer.map_or(PackCell::Empty, PackCell::Officer),
                line.due.map_or(PackCell::Empty, PackCell::Moment),
                if line.reasoned {
                    PackCell::Code("inspection-", "reasoned".to_owned())
                } else {
                    PackCell::Empty
                },
            ],
            lead: line.fir.map(PackLead::Case),
        });
        Ok(PackSection {
            code: "overdue",
            total: board.counts.overdue,
            wants: true,
            columns: &["duty", "case", "officer", "due", "reason"],
            rows: rows.collect(),
        })
    }

    /// Open cases by age and stage, and the oldest of them.
    pub(super) async fn pack_pendency(&self, office: &str) -> Result<PackSection, DoorError> {
        let pending = self.pending(office).await?;
        let total = pending.iter().flat_map(|p| p.ages).sum();
        let over = |days: u32| {
            let first = AGE_BANDS.iter().position(|band| *band >= days).map_or(AGE_BANDS.len(), |i| i + 1);
            pending.iter().flat_map(|p| p.ages.iter().skip(first)).sum::<u64>()
        };
        let mut rows: Vec<PackRow> = AGE_BANDS
            .iter()
            .map(|days| PackRow {
                cells: vec![
                    PackCell::Empty,
                    PackCell::Code("inspection-older-", days.to_string()),
                    PackCell::Count(over(*days)),
                    PackCell::Empty,
                ],
                lead: None,
            })
            .collect();
        let oldest = Query::of::<CaseRow>(office).eq("open", true).by("registered", false).limit(10);
        let oldest: Vec<CaseRow> = self.all(oldest).await?;
        rows.extend(oldest.into_iter().map(|case| PackRow {
            cells: vec![
                PackCell::Key(case.title()),
                PackCell::Code("case-stage-", case.stage.as_str().to_owned()),
                PackCell::Empty,
                case.io().map_or(PackCell::Empty, |io| PackCell::Officer(io.officer.clone())),
            ],
            lead: Some(PackLead::Case(case.fir)),
        }));
        Ok(PackSection {
            code: "pendency",
            total,
            wants: false,
            columns: &["case", "stage", "number", "officer"],
            rows,
        })
    }

    /// Directions of the justice of peace not complied with.
    pub(super) async fn pack_justice(&self, office: &str) -> Result<PackSection, DoorError> {
        let query = Query::of::<EntryRow>(office).eq("register", "5").eq("subject", "justice");
        let mut waiting: Vec<EntryRow> = self.all(query.by("written", true).limit(1_000)).await?;
        waiting.retain(awaits_compliance);
        let total = waiting.len() as u64;
        let row = |row: &EntryRow| {
            let cell = |key: &str| row.cells.iter().find(|c| c.key == key).map(|c| c.value.clone());
            let directs =
                cell("directs").map_or(PackCell::Empty, |what| PackCell::Code("code-directs-", what));
            let received = cell("received").and_then(|at| at.parse().ok());
            let cells = vec![
                PackCell::Words(cell("case").unwrap_or_default()),
                directs,
                received.map_or(PackCell::Empty, PackCell::Moment),
            ];
            PackRow::of(&row.entry, cells)
        };
        let rows = waiting.iter().rev().take(MOST_LINES as usize).map(row).collect();
        Ok(PackSection {
            code: "justice",
            total,
            wants: true,
            columns: &["entry", "petition", "directs", "received"],
            rows,
        })
    }
}
