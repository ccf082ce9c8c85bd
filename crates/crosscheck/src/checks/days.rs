//! A day of the diary begins with its opening entry and ends with its closing entry, and is not left open.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;

use super::diary_day;
use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Opening and closing entries.
pub(crate) const MAKER: Maker =
    Maker { ids: &["diary-bracket"], tables: &["desk", "entry"], make: || Box::new(Brackets::default()) };

/// Days left open.
pub(crate) const OPEN: Maker = Maker { ids: &["day-not-closed"], tables: &["desk"], make: || Box::new(Open) };

#[derive(Default)]
struct Brackets {
    open_day: Option<Date>,
    last: Option<(Date, EntryRef, bool)>,
}

impl Brackets {
    fn close(&mut self, found: &mut Found<'_>) {
        let Some((day, entry, closed)) = self.last.take() else { return };
        if !closed && self.open_day != Some(day) {
            found.add("diary-bracket", day, Lead::to(&entry.to_string()).entry(&entry));
        }
    }
}

impl Check for Brackets {
    fn take(&mut self, item: &Item, _: &Scene<'_>, found: &mut Found<'_>) {
        match item {
            Item::Desk(row) => self.open_day = row.open_day,
            Item::Entry(row) => {
                let Some(day) = diary_day(row) else { return };
                if self.last.as_ref().is_none_or(|(before, ..)| *before != day) {
                    self.close(found);
                    if row.kind != "diary.open" {
                        let lead = Lead::to(&row.entry.to_string()).entry(&row.entry);
                        found.add("diary-bracket", day, lead);
                    }
                }
                self.last = Some((day, row.entry.clone(), row.kind == "diary.close"));
            }
            _ => {}
        }
    }

    fn end(&mut self, _: &Scene<'_>, found: &mut Found<'_>) {
        self.close(found);
    }
}

struct Open;

impl Check for Open {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Desk(row) = item else { return };
        let hours = found.hours("day-not-closed");
        if let Some(day) = row.open_day.filter(|day| scene.day_older(*day, hours)) {
            found.add("day-not-closed", day, Lead::to(&day.to_string()));
        }
    }
}
