//! Limits set by law: reports under section 173 that are late, and every other breach without a reason on record.

use roznamcha_acts::views::ClockRow;
use roznamcha_deadlines::State;
use std::collections::HashSet;

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Final and interim report.
const REPORTS: [&str; 2] = ["D8", "D9"];

/// Clocks.
pub(crate) const MAKER: Maker = Maker {
    ids: &["challan-late", "clock-breached"],
    tables: &["clock"],
    make: || Box::new(Clocks::default()),
};

#[derive(Default)]
struct Clocks {
    late: HashSet<String>,
}

impl Check for Clocks {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Clock(row) = item else { return };
        let Some(reckoning) = scene.reckon(row) else { return };
        let due = reckoning.due.map_or(row.run.started.at, roznamcha_acts::Moment::new).day();
        let key = ClockRow::key_of(&row.subject, &row.deadline);
        let lead = || Lead::to(&key).fir(row.fir.as_deref()).officer(row.officer.as_deref());
        let report = REPORTS.contains(&row.deadline.as_str()) && row.is_open();
        let overdue = reckoning.state == State::Overdue;
        if overdue && report {
            // One case is late once, whichever of its two limits has passed.
            if self.late.insert(row.subject.clone()) {
                found.add("challan-late", due, lead());
            }
        } else if (overdue || reckoning.state == State::Breached) && row.run.reasons.is_empty() {
            found.add("clock-breached", due, lead());
        }
    }
}
