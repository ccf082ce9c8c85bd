//! A check: what it reads, and how it looks.

use crate::checks::{
    absconders, arrests, cash, charge, children, clocks, corrections, custody, days, despatch, diary_pairs,
    flags, hearings, imports, investigators, missing, parcels, prints, property, seals, secrecy, serials,
    zimni,
};
use crate::finding::Found;
use crate::item::Item;
use crate::scene::Scene;

/// Looks at rows one after another; what it remembers between them is small.
pub trait Check: Send {
    /// A row of one of its tables.
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>);

    /// No more rows.
    fn end(&mut self, _: &Scene<'_>, _: &mut Found<'_>) {}
}

/// How a check is made.
pub struct Maker {
    /// What it may find: codes of the statute book's rows.
    pub ids: &'static [&'static str],
    /// The tables it reads.
    pub tables: &'static [&'static str],
    /// Makes it.
    pub make: fn() -> Box<dyn Check>,
}

/// Every check.
pub const CHECKS: &[&Maker] = &[
    &serials::MAKER,
    &serials::TWICE,
    &imports::MAKER,
    &diary_pairs::MAKER,
    &arrests::MAKER,
    &custody::MAKER,
    &cash::MAKER,
    &days::MAKER,
    &days::OPEN,
    &investigators::MAKER,
    &absconders::MAKER,
    &absconders::WATCHED,
    &children::MAKER,
    &property::MAKER,
    &seals::MAKER,
    &parcels::MAKER,
    &zimni::MAKER,
    &clocks::MAKER,
    &despatch::MAKER,
    &corrections::MAKER,
    &flags::MAKER,
    &charge::MAKER,
    &secrecy::MAKER,
    &missing::MAKER,
    &hearings::MAKER,
    &prints::MAKER,
    &prints::ENDED,
    &prints::SEARCHES,
];
