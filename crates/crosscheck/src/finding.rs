//! What was found: counted by check, and where it is asked for, listed.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use roznamcha_statute::Crosscheck;
use std::collections::{BTreeMap, HashMap};

/// Where a finding leads: never a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    /// The key of the row it was found in.
    pub subject: String,
    /// The entry it leads to.
    pub entry: Option<EntryRef>,
    /// The case it leads to.
    pub fir: Option<String>,
    /// The officer who must act or who acted.
    pub officer: Option<String>,
}

impl Lead {
    /// To a row.
    pub fn to(subject: &str) -> Self {
        Self { subject: subject.to_owned(), ..Self::default() }
    }

    /// And to an entry.
    pub fn entry(mut self, entry: &EntryRef) -> Self {
        self.entry = Some(entry.clone());
        self
    }

    /// And to a case.
    pub fn fir(mut self, fir: Option<&str>) -> Self {
        self.fir = fir.map(str::to_owned);
        self
    }

    /// And to an officer.
    pub fn officer(mut self, officer: Option<&str>) -> Self {
        self.officer = officer.map(str::to_owned);
        self
    }
}

/// A violation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which check.
    pub check: &'static str,
    /// Since which day.
    pub day: Date,
    /// Where it leads.
    pub lead: Lead,
}

/// How many, and since when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Violations.
    pub count: u64,
    /// The day of the oldest.
    pub since: Option<Date>,
}

/// Which findings to list: so many are passed over, so many are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// Passed over.
    pub skip: u64,
    /// Kept.
    pub keep: usize,
}

/// Collects what the checks find.
pub struct Found<'a> {
    laws: HashMap<&'a str, &'a Crosscheck>,
    window: Window,
    pub(crate) tallies: BTreeMap<&'static str, Tally>,
    pub(crate) by_officer: BTreeMap<String, u64>,
    pub(crate) listed: Vec<Finding>,
    seen: u64,
}

impl<'a> Found<'a> {
    /// Under these rows of the law; what has no row is not counted.
    pub fn new(laws: impl Iterator<Item = &'a Crosscheck>, window: Window) -> Self {
        Self {
            laws: laws.map(|law| (law.id.as_str(), law)).collect(),
            window,
            tallies: BTreeMap::new(),
            by_officer: BTreeMap::new(),
            listed: Vec::new(),
            seen: 0,
        }
    }

    /// Whether the check is asked for.
    pub fn wants(&self, check: &str) -> bool {
        self.laws.contains_key(check)
    }

    /// The hours of the check's row.
    pub fn hours(&self, check: &str) -> u32 {
        self.laws.get(check).map_or(0, |law| law.hours)
    }

    /// A violation, since that day.
    pub fn add(&mut self, check: &'static str, day: Date, lead: Lead) {
        if !self.wants(check) {
            return;
        }
        let tally = self.tallies.entry(check).or_default();
        tally.count = tally.count.saturating_add(1);
        tally.since = Some(tally.since.map_or(day, |since| since.min(day)));
        if self.window.keep == 0 {
            return;
        }
        if let Some(officer) = &lead.officer {
            let count = self.by_officer.entry(officer.clone()).or_default();
            *count = count.saturating_add(1);
        }
        if self.seen >= self.window.skip && self.listed.len() < self.window.keep {
            self.listed.push(Finding { check, day, lead });
        }
        self.seen = self.seen.saturating_add(1);
    }
}
