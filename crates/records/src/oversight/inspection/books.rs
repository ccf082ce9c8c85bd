//! The books themselves: what the nightly check found, corrections, orders not read over, earlier inspections and what
//! became of their directions.

use roznamcha_acts::views::{CorrectionRow, EntryRow, StaffRow};
use roznamcha_store::Query;
use std::collections::HashSet;

use super::pack::MOST_LINES;
use super::{PackCell, PackLead, PackRow, PackSection};
use crate::{DoorError, Records};

/// Entries of a register that are looked at.
const LOOKED_AT: u32 = 500;

fn cell(row: &EntryRow, key: &str) -> Option<String> {
    row.current(key).filter(|value| !value.trim().is_empty())
}

fn day(row: &EntryRow, key: &str) -> PackCell {
    cell(row, key).and_then(|value| value.parse().ok()).map_or(PackCell::Empty, PackCell::Day)
}

impl Records {
    /// What the last night's check found.
    pub(super) async fn pack_health(&self, office: &str) -> Result<PackSection, DoorError> {
        let page = self.health_page(office).await?;
        let found = page.lines.into_iter().filter(|line| line.count > 0);
        let rows: Vec<PackRow> = found
            .map(|line| PackRow {
                cells: vec![
                    PackCell::Law(line.law.en.clone(), line.law.ur.clone()),
                    PackCell::Code("health-severity-", line.law.severity.to_string()),
                    PackCell::Count(line.count),
                    line.since.map_or(PackCell::Empty, PackCell::Day),
                ],
                lead: Some(PackLead::Check(line.law.id)),
            })
            .collect();
        let counted = |row: &PackRow| match row.cells.get(2) {
            Some(PackCell::Count(n)) => *n,
            _ => 0,
        };
        Ok(PackSection {
            code: "health",
            total: rows.iter().map(counted).sum(),
            wants: true,
            columns: &["check", "severity", "number", "since"],
            rows,
        })
    }

    /// Corrections that nobody has attested, the oldest first.
    pub(super) async fn pack_unattested(&self, office: &str) -> Result<PackSection, DoorError> {
        let query = || Query::of::<CorrectionRow>(office).eq("attested", false);
        let total = self.store.count(&query()).await?;
        let rows: Vec<CorrectionRow> = self.all(query().by("at", false).limit(MOST_LINES)).await?;
        let row = |row: &CorrectionRow| {
            PackRow::of(&row.entry, vec![PackCell::Officer(row.by.clone()), PackCell::Moment(row.at)])
        };
        Ok(PackSection {
            code: "unattested",
            total,
            wants: true,
            columns: &["entry", "officer", "written"],
            rows: rows.iter().map(row).collect(),
        })
    }

    /// Standing orders in force that were not read over to everybody posted at the station.
    pub(super) async fn pack_unread(&self, office: &str) -> Result<PackSection, DoorError> {
        let staff: Vec<StaffRow> = self.all(Query::of::<StaffRow>(office).limit(LOOKED_AT)).await?;
        let posted: HashSet<String> =
            staff.into_iter().filter(|row| row.current().is_some()).map(|row| row.officer).collect();
        let today = self.clock.now().day();
        let orders = self.last_of(office, "3").await?;
        let in_force = |row: &&EntryRow| {
            let until = cell(row, "valid_to").and_then(|v| v.parse::<jiff::civil::Date>().ok());
            until.is_none_or(|day| day >= today)
        };
        let mut rows = Vec::new();
        for row in orders.iter().filter(in_force) {
            let read = row.cells.iter().filter(|c| c.key == "read_over_to");
            let read: HashSet<&str> = read.flat_map(|c| c.value.split_whitespace()).collect();
            let unread = posted.iter().filter(|officer| !read.contains(officer.as_str())).count() as u64;
            if unread > 0 {
                let number = PackCell::Words(cell(row, "order_no").unwrap_or_default());
                rows.push(PackRow::of(&row.entry, vec![number, day(row, "date"), PackCell::Count(unread)]));
            }
        }
        let total = rows.len() as u64;
        rows.truncate(MOST_LINES as usize);
        Ok(PackSection {
            code: "unread",
            total,
            wants: true,
            columns: &["entry", "order", "date", "unread"],
            rows,
        })
    }

    /// Directions of visits and inspections that are not complied with, the oldest first.
    pub(super) async fn pack_directions(&self, office: &str) -> Result<PackSection, DoorError> {
        let mut rows = Vec::new();
        for (register, directions, done) in
            [("13", "directions", "complied_at"), ("14", "orders", "compliance")]
        {
            let entries = self.last_of(office, register).await?;
            let open =
                entries.iter().rev().filter(|e| cell(e, directions).is_some() && cell(e, done).is_none());
            rows.extend(open.map(|row| {
                let by = cell(row, "officer").or_else(|| cell(row, "inspector")).unwrap_or_default();
                PackRow::of(
                    &row.entry,
                    vec![PackCell::Words(by), PackCell::Moment(row.written), day(row, "compliance_due")],
                )
            }));
        }
        let total = rows.len() as u64;
        rows.truncate(MOST_LINES as usize);
        Ok(PackSection {
            code: "directions",
            total,
            wants: true,
            columns: &["entry", "by", "written", "due"],
            rows,
        })
    }

    /// The last inspections and visits.
    pub(super) async fn pack_visits(&self, office: &str) -> Result<PackSection, DoorError> {
        let mut rows = Vec::new();
        for register in ["14", "13"] {
            for row in self.last_of(office, register).await?.iter().filter(|e| e.subject == "entered").take(5)
            {
                let by = cell(row, "officer").or_else(|| cell(row, "inspector")).unwrap_or_default();
                rows.push(PackRow::of(&row.entry, vec![PackCell::Words(by), PackCell::Moment(row.written)]));
            }
        }
        Ok(PackSection {
            code: "visits",
            total: rows.len() as u64,
            wants: false,
            columns: &["entry", "by", "written"],
            rows,
        })
    }

    /// The last entries of a register that stand, the last first.
    async fn last_of(&self, office: &str, register: &str) -> Result<Vec<EntryRow>, DoorError> {
        let query =
            Query::of::<EntryRow>(office).eq("register", register).by("written", true).limit(LOOKED_AT);
        let mut rows: Vec<EntryRow> = self.all(query).await?;
        rows.retain(|row| row.gone.is_none());
        Ok(rows)
    }
}
