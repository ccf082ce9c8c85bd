//! What becomes of a case, drawn when it is registered, and the first beats that lead there.

use roznamcha_acts::views::ReportKind;

use super::Beat;
use crate::calendar::DAY;
use crate::crimes::{Crime, Victim};
use crate::life::Life;

/// How a trial ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Convicted,
    Acquitted,
    Discharged,
    Compounded,
    Withdrawn,
    Abated,
}

/// What becomes of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Tried(End),
    Absconds,
    Untraced,
    Cancelled(ReportKind),
    /// To another station.
    Elsewhere,
    Quashed,
    /// Nothing more is heard of it.
    Quiet,
}

impl Fate {
    /// Whether somebody is sent up.
    pub fn is_tried(self) -> bool {
        matches!(self, Self::Tried(_))
    }
}

const ENDS: [(End, i64); 6] = [
    (End::Convicted, 30),
    (End::Acquitted, 42),
    (End::Discharged, 5),
    (End::Compounded, 16),
    (End::Withdrawn, 5),
    (End::Abated, 2),
];

impl Life<'_> {
    /// Draws what becomes of a case with that many accused known by name.
    pub fn draw_fate(&mut self, crime: &Crime, named: usize) -> Fate {
        let roll = self.chance.between(1, 1000);
        if named == 0 {
            return if roll <= 480 { Fate::Tried(self.draw_end()) } else { Fate::Untraced };
        }
        match roll {
            1..=14 if crime.victim != Victim::Nobody => Fate::Cancelled(ReportKind::False),
            15..=24 if crime.victim != Victim::Nobody => Fate::Cancelled(ReportKind::Mistake),
            25..=34 if crime.flavour() == "money" => Fate::Cancelled(ReportKind::NonCognizable),
            35..=74 if named == 1 && crime.victim != Victim::Nobody => Fate::Absconds,
            75..=82 => Fate::Elsewhere,
            83..=90 => Fate::Quashed,
            _ => Fate::Tried(self.draw_end()),
        }
    }

    fn draw_end(&mut self) -> End {
        let mut left = self.chance.between(1, ENDS.iter().map(|(_, weight)| weight).sum());
        let found = ENDS.iter().find(|(_, weight)| {
            left -= weight;
            left <= 0
        });
        found.map_or(End::Acquitted, |(end, _)| *end)
    }

    /// Plans the first beats.
    pub(super) fn begin(&mut self, at: usize, now: i64) {
        let Some(case) = self.cases.get(at).cloned() else { return };
        let first = now + self.chance.between(60, 240);
        self.beat_at(first, at, Beat::Zimni("zimni_first"));
        let statement = self.later_by(now, 1, 2);
        self.beat_at(statement, at, Beat::Statement);
        if matches!(case.crime.key, "rape" | "child") {
            self.beat_at(now + 50, at, Beat::Examine);
        } else if case.crime.flavour() == "hurt" && case.crime.key != "murder" {
            self.beat_at(now + 25, at, Beat::Doctor);
        }
        if case.crime.victim == Victim::Nobody {
            self.beat_at(now + 25, at, Beat::Memo);
            self.beat_at(now + 35, at, Beat::Store);
        }
        self.side_ways(at, now, case.suspects.len());
        match case.fate {
            Fate::Tried(_) => self.begin_tried(at, now, case.crime, case.suspects.len()),
            Fate::Absconds => self.begin_absconding(at, now),
            Fate::Untraced => {
                let minute = self.report_minute(now);
                self.beat_at(minute - 40, at, Beat::Zimni("zimni_untraced"));
                self.beat_at(minute, at, Beat::Recommend(ReportKind::Untraced));
            }
            Fate::Cancelled(kind) => {
                let minute = self.later_by(now, 5, 13);
                self.beat_at(minute, at, Beat::Recommend(kind));
            }
            Fate::Elsewhere | Fate::Quashed => {
                let minute = self.later_by(now, 3, 9);
                self.beat_at(minute, at, Beat::Whole);
            }
            Fate::Quiet => {}
        }
    }

    fn begin_tried(&mut self, at: usize, now: i64, crime: &Crime, named: usize) {
        if named == 0 {
            let minute = self.later_by(now, 2, 6);
            self.beat_at(minute, at, Beat::Nominate);
        }
        let red_handed = crime.victim == Victim::Nobody;
        for suspect in 0..named.min(3) {
            if red_handed && (suspect == 0 || self.chance.odds(crime.arrest)) {
                let shift = i64::try_from(suspect).unwrap_or(0);
                self.beat_at(now + 45 + shift, at, Beat::Arrest(suspect));
            } else if self.chance.odds(if suspect == 0 { 0.6 } else { 0.25 }) {
                let minute = self.later_by(now, 1, 5);
                self.beat_at(minute, at, Beat::Arrest(suspect));
            } else if self.chance.odds(0.5) {
                let minute = self.later_by(now, 1, 6);
                self.beat_at(minute, at, Beat::Bail(suspect));
            }
        }
        let minute = self.report_minute(now);
        self.beat_at(minute - 45, at, Beat::Zimni("zimni_last"));
        if minute > now + 14 * DAY || self.shows(at, 0) {
            self.beat_at(minute - 30, at, Beat::Excuse);
        }
        // By the fourteenth day a case not ready goes up on what is known.
        let interim = if self.plan.small { self.shows(at, 3) } else { self.chance.odds(0.05) };
        if interim {
            let known = self.later_by(now, 13, 15);
            let ready = self.later_by(now, 18, 32);
            self.beat_at(known, at, Beat::Challan(ReportKind::Interim));
            self.beat_at(ready, at, Beat::Challan(ReportKind::Complete));
        } else {
            self.beat_at(minute, at, Beat::Challan(ReportKind::Complete));
        }
    }

    fn begin_absconding(&mut self, at: usize, now: i64) {
        let (warrant, proclaimed) = (self.later_by(now, 4, 7), self.later_by(now, 14, 22));
        let report = self.later_by(now, 8, 13);
        self.beat_at(warrant, at, Beat::Warrant(0));
        self.beat_at(report, at, Beat::Challan(ReportKind::Absentia));
        self.beat_at(proclaimed, at, Beat::Proclaim(0));
    }

    /// When the report under section 173 is ready: most in time, some late.
    fn report_minute(&mut self, now: i64) -> i64 {
        if self.plan.small {
            return self.later_by(now, 5, 12);
        }
        if self.chance.odds(0.11) { self.later_by(now, 15, 23) } else { self.later_by(now, 6, 13) }
    }

    /// What happens beside the straight way.
    fn side_ways(&mut self, at: usize, now: i64, named: usize) {
        let Some(case) = self.cases.get(at).cloned() else { return };
        if named > 0 && case.crime.flavour() == "hurt" && (self.plan.small || self.chance.odds(0.12)) {
            let minute = self.later_by(now, 1, 3);
            self.beat_at(minute, at, Beat::Version);
        }
        if self.chance.odds(0.07) || self.shows(at, 2) {
            let minute = self.later_by(now, 2, 5);
            self.beat_at(minute, at, Beat::Sections);
        }
        let settled = case.fate.is_tried() && !case.sealed && named > 0;
        if settled && (self.chance.odds(0.02) || self.shows(at, 4)) {
            let minute = now + DAY / 6;
            self.beat_at(minute, at, Beat::Apply);
        }
    }
}
