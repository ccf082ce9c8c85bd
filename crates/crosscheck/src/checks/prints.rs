//! Enrolments and searches of prints: nobody who was freed is shown, nor whose case has ended without him, nobody is
//! traced without the examiners the law of evidence asks for, and no slip lies unanswered.

use roznamcha_acts::Moment;
use roznamcha_acts::kinds::ProbeKind;
use roznamcha_acts::views::{AccusedRow, EnrolRow, SearchRow, Stage};
use std::collections::{HashMap, HashSet};

use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Who was freed of a case and is shown all the same.
pub(crate) const MAKER: Maker = Maker {
    ids: &["freed-still-enrolled"],
    tables: &["accused", "enrol"],
    make: || Box::new(Freed::default()),
};

/// Who is shown although his case has ended without him.
pub(crate) const ENDED: Maker = Maker {
    ids: &["ended-still-enrolled", "transferred-still-enrolled"],
    tables: &["case", "accused", "enrol"],
    make: || Box::new(Ended::default()),
};

/// Searches and their answers.
pub(crate) const SEARCHES: Maker = Maker {
    ids: &["trace-unverified", "search-unanswered"],
    tables: &["search"],
    make: || Box::new(Searches),
};

#[derive(Default)]
struct Freed {
    freed: HashSet<String>,
}

impl Freed {
    fn enrolment(&self, row: &EnrolRow, found: &mut Found<'_>) {
        let Some(enrolment) = row.enrolment.as_ref().filter(|_| row.is_standing()) else { return };
        let (Some(fir), Some(index)) = (&enrolment.fir, enrolment.accused) else { return };
        if self.freed.contains(&AccusedRow::key_of(fir, index)) {
            found.add("freed-still-enrolled", row.since.day(), Lead::to(&row.act).fir(Some(fir)));
        }
    }
}

impl Check for Freed {
    fn take(&mut self, item: &Item, _: &Scene<'_>, found: &mut Found<'_>) {
        match item {
            Item::Accused(row) if row.suppressed.is_some() => {
                self.freed.insert(AccusedRow::key_of(&row.fir, row.index));
            }
            Item::Enrol(row) => self.enrolment(row, found),
            _ => {}
        }
    }
}

/// Cases that have ended or gone elsewhere, by stage and since when; of those, accused who are not decided.
#[derive(Default)]
struct Ended {
    cases: HashMap<String, (Stage, Moment)>,
    left: HashSet<String>,
}

impl Ended {
    fn enrolment(&self, row: &EnrolRow, scene: &Scene<'_>, found: &mut Found<'_>) {
        let Some(enrolment) = row.enrolment.as_ref().filter(|_| row.is_standing()) else { return };
        let (Some(fir), Some(index)) = (&enrolment.fir, enrolment.accused) else { return };
        if !self.left.contains(&AccusedRow::key_of(fir, index)) {
            return;
        }
        let Some((stage, since)) = self.cases.get(fir) else { return };
        let check = match stage {
            Stage::Transferred => "transferred-still-enrolled",
            _ => "ended-still-enrolled",
        };
        if scene.older(*since, found.hours(check)) {
            found.add(check, since.day(), Lead::to(&row.act).fir(Some(fir)));
        }
    }
}

impl Check for Ended {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        match item {
            // A dormant case goes on against whoever is found.
            Item::Case(row) if !row.stage.is_open() && row.stage != Stage::InAbsentia => {
                self.cases.insert(row.fir.clone(), (row.stage, row.since));
            }
            Item::Accused(row) if !row.is_decided() && self.cases.contains_key(&row.fir) => {
                self.left.insert(AccusedRow::key_of(&row.fir, row.index));
            }
            Item::Enrol(row) => self.enrolment(row, scene, found),
            _ => {}
        }
    }
}

struct Searches;

/// Whether whom an answer traced was identified as it must be. Of one destroyed since, the examinations are gone.
fn is_verified(row: &SearchRow) -> bool {
    let Some(traced) = row.traced() else { return true };
    let mut of = row.candidates.iter().filter(|listed| listed.of == *traced);
    of.any(|listed| listed.forgotten || listed.is_identified(row.probe))
}

impl Check for Searches {
    fn take(&mut self, item: &Item, scene: &Scene<'_>, found: &mut Found<'_>) {
        let Item::Search(row) = item else { return };
        let lead = || Lead::to(&row.act).entry(&row.entry).officer(Some(&row.officer));
        if !is_verified(row) {
            found.add("trace-unverified", row.opened.day(), lead());
        }
        // A print from a scene may wait for years.
        let waits = row.is_open() && row.probe != ProbeKind::Latent;
        if waits && scene.older(row.opened, found.hours("search-unanswered")) {
            found.add("search-unanswered", row.opened.day(), lead());
        }
    }
}
