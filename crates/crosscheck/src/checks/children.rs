//! A child is never under surveillance and has no history sheet.

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Children in registers X and XI.
pub(crate) const MAKER: Maker =
    Maker { ids: &["child-watched"], tables: &["accused"], make: || Box::new(Children) };

struct Children;

impl Check for Children {
    fn take(&mut self, item: &Item, _: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Accused(row) = item else { return };
        let entry = row.books.iter().find(|e| matches!(e.register.as_str(), "10" | "11"));
        if let Some(entry) = entry.filter(|_| row.juvenile) {
            let day = row.links.first().map_or(jiff::civil::Date::MIN, |l| l.at.day());
            let key = roznamcha_acts::views::AccusedRow::key_of(&row.fir, row.index);
            found.add("child-watched", day, Lead::to(&key).fir(Some(&row.fir)).entry(entry));
        }
    }
}
