//! One round of checks over one office.

use roznamcha_acts::rows::TableDef;
use std::collections::BTreeMap;

use crate::check::{CHECKS, Check};
use crate::finding::{Finding, Found, Tally, Window};
use crate::item::{Item, TABLES};
use crate::scene::Scene;

/// A check under way, with the tables it reads.
type Running = (&'static [&'static str], Box<dyn Check>);

/// What a round found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many of each check that found something.
    pub tallies: BTreeMap<&'static str, Tally>,
    /// The findings that were to be listed.
    pub listed: Vec<Finding>,
    /// Of those listed or passed over, how many lead to each officer.
    pub by_officer: BTreeMap<String, u64>,
}

/// A round. Rows are passed in table by table, each table in the order of its keys.
pub struct Round<'a> {
    scene: Scene<'a>,
    found: Found<'a>,
    running: Vec<Running>,
}

impl<'a> Round<'a> {
    /// All checks that the law of the place has today.
    pub fn all(scene: Scene<'a>) -> Self {
        Self::of(scene, None, Window::default())
    }

    /// One check, listing its findings.
    pub fn one(scene: Scene<'a>, check: &str, window: Window) -> Self {
        Self::of(scene, Some(check), window)
    }

    fn of(scene: Scene<'a>, only: Option<&str>, window: Window) -> Self {
        let laws = scene.book.crosschecks_on(scene.province, scene.now.day());
        let found = Found::new(laws.filter(|law| only.is_none_or(|id| law.id == id)), window);
        let wanted = CHECKS.iter().filter(|maker| maker.ids.iter().any(|id| found.wants(id)));
        let running = wanted.map(|maker| (maker.tables, (maker.make)())).collect();
        Self { scene, found, running }
    }

    /// The tables whose rows are to be passed in, in order.
    pub fn tables(&self) -> Vec<&'static TableDef> {
        let read = |table: &&&TableDef| self.running.iter().any(|(tables, _)| tables.contains(&table.name));
        TABLES.iter().filter(read).copied().collect()
    }

    /// The next row.
    pub fn take(&mut self, item: &Item) {
        let table = item.table();
        for (_, check) in self.running.iter_mut().filter(|(tables, _)| tables.contains(&table)) {
            check.take(item, &self.scene, &mut self.found);
        }
    }

    /// No more rows.
    pub fn end(mut self) -> Outcome {
        for (_, check) in &mut self.running {
            check.end(&self.scene, &mut self.found);
        }
        let Found { tallies, listed, by_officer, .. } = self.found;
        Outcome { tallies, listed, by_officer }
    }
}
