//! A case in court has a next date that has not passed.

use roznamcha_acts::views::Stage;

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Dates of hearing.
pub(crate) const MAKER: Maker =
    Maker { ids: &["hearing-past"], tables: &["case"], make: || Box::new(Hearings) };

struct Hearings;

impl Check for Hearings {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Case(row) = item else { return };
        let before_court = matches!(row.stage, Stage::InCourt | Stage::Trial) && !row.is_stayed();
        let passed = row.next_date.filter(|day| scene.day_older(*day, found.hours("hearing-past")));
        if let Some(day) = passed.filter(|_| before_court) {
            let officer = row.io().map(|io| io.officer.as_str());
            found.add("hearing-past", day, Lead::to(&row.fir).fir(Some(&row.fir)).officer(officer));
        }
    }
}
