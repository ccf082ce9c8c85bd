//! An accused: arrested, told of his rights, remanded, bailed, released; or looked for and proclaimed.

use roznamcha_acts::kinds::{
    CaseArrest, CaseBail, CaseInform, CaseProclaim, CaseRelease, CaseRemand, CaseWarrant, Told, WarrantKind,
};
use roznamcha_acts::views::Keeping;

use super::{Beat, COURT, Case, MAGISTRATE, Stands};
use crate::calendar::DAY;
use crate::crimes::{Loot, Victim};
use crate::follow::to_court;
use crate::life::Life;
use crate::step::Step;

impl Life<'_> {
    /// What happens to an accused.
    pub(super) fn person(&mut self, at: usize, case: &Case, beat: &Beat, now: i64) -> Option<Step> {
        let fir = case.id.clone();
        match *beat {
            Beat::Arrest(suspect) => self.arrest(at, case, suspect, now),
            Beat::Told(suspect, legal_aid) => {
                let accused = case.suspects.get(suspect)?.index;
                let (told, whom) = if legal_aid {
                    (Told::LegalAid, "نوعمر کو روبرو سرپرست زبانی و تحریری")
                } else {
                    (Told::Relative, "بھائی کو بذریعہ ٹیلی فون")
                };
                Some(self.step(&case.io, CaseInform { fir, accused, told, whom: whom.to_owned() }))
            }
            Beat::Remand { suspect, police } => self.remand(at, case, suspect, police, now),
            Beat::Bail(suspect) => self.bail(at, case, suspect, now),
            Beat::Release(suspect) => {
                if case.sent {
                    return self.remand(at, case, suspect, None, now);
                }
                let person = case.suspects.get(suspect).filter(|s| s.stands == Stands::Police)?;
                self.with_suspect(at, suspect, |s| s.stands = Stands::Released);
                let (reasons, bond) = (self.say("release_169"), "مچلکہ ذاتی".to_owned());
                let body = CaseRelease { fir, accused: person.index, reasons, bond };
                Some(self.step(&case.io, body))
            }
            Beat::Warrant(suspect) => {
                let person = case.suspects.get(suspect).filter(|s| s.stands == Stands::Named)?;
                let order = self.order(MAGISTRATE, now);
                let warrant = WarrantKind::NonBailable;
                Some(self.step(&case.io, CaseWarrant { fir, accused: person.index, warrant, order }))
            }
            Beat::Proclaim(suspect) => {
                let person = case.suspects.get(suspect)?;
                if !matches!(person.stands, Stands::Named | Stands::Hidden) {
                    return None;
                }
                self.with_suspect(at, suspect, |s| s.stands = Stands::Hidden);
                let body = CaseProclaim {
                    fir,
                    accused: person.index,
                    order: self.order(MAGISTRATE, now),
                    published: self.calendar.at(now - 30),
                    days: 30,
                    watched: None,
                };
                Some(self.step(&case.io, body))
            }
            _ => None,
        }
    }

    fn arrest(&mut self, at: usize, case: &Case, suspect: usize, now: i64) -> Option<Step> {
        let person = case.suspects.get(suspect)?;
        if !matches!(person.stands, Stands::Named | Stands::Hidden) {
            return None;
        }
        let hidden = person.stands == Stands::Hidden;
        self.with_suspect(at, suspect, |s| s.stands = Stands::Police);
        let arrested = (now - self.chance.between(15, 50)).max(case.minute + 1);
        let police = (self.chance.odds(0.3) && !person.child).then_some(2);
        let often = if self.plan.small { 0.7 } else { 0.3 };
        let freed = !hidden && suspect > 0 && self.chance.odds(often);
        if freed {
            self.beat_at(to_court(now) - 90, at, Beat::Release(suspect));
        } else {
            self.beat_at(to_court(now) - 70, at, Beat::Remand { suspect, police });
        }
        self.beat_at(now + 35, at, Beat::Enrol(suspect));
        if person.child {
            self.beat_at(now + 20, at, Beat::Told(suspect, true));
        }
        if hidden {
            self.beat_at(now + 60, at, Beat::Reopen { arrested: true });
        }
        let recovers = case.crime.victim != Victim::Nobody && case.articles.is_empty();
        if recovers && !freed && case.crime.loot != Loot::Plate && self.chance.odds(0.45) {
            let found = now + self.chance.between(100, 400);
            self.beat_at(found, at, Beat::Memo);
            self.beat_at(found + 30, at, Beat::Store);
        }
        let told = |is: bool, whom: &str| is.then(|| whom.to_owned());
        let justification = self.tell("arrest_reason");
        let body = CaseArrest {
            fir: case.id.clone(),
            accused: person.index,
            arrested: self.calendar.at(arrested),
            place: if case.place.is_empty() { self.station.code.clone() } else { case.place.to_owned() },
            by: case.io.clone(),
            justification,
            relative_told: told(true, "بھائی کو بذریعہ ٹیلی فون"),
            woman_officer: None,
            guardian_told: told(person.child, "والد کو روبرو"),
            probation_told: told(person.child, "پروبیشن افسر نمونہ (فرضی)"),
            marks: Vec::new(),
        };
        Some(self.step(&case.io, body))
    }

    /// Whether he stays in jail until the trial is over.
    fn stays(case: &Case) -> bool {
        matches!(case.crime.key, "murder" | "dacoity" | "rape" | "child")
    }

    fn remand(
        &mut self,
        at: usize,
        case: &Case,
        suspect: usize,
        police: Option<u32>,
        now: i64,
    ) -> Option<Step> {
        let person = case.suspects.get(suspect)?;
        if !matches!(person.stands, Stands::Police | Stands::Jail) {
            return None;
        }
        self.with_suspect(at, suspect, |s| {
            s.remands += 1;
            s.stands = if police.is_some() { Stands::Police } else { Stands::Jail };
        });
        let (keeping, days) = match police {
            Some(days) => {
                let next = now + i64::from(days) * DAY - self.chance.between(10, 90);
                self.beat_at(next, at, Beat::Remand { suspect, police: None });
                (Keeping::Police, days)
            }
            None => {
                let again = Self::stays(case) || (person.remands < 2 && self.chance.odds(0.15));
                if again {
                    let next = now + 13 * DAY + self.chance.between(0, 600);
                    self.beat_at(next, at, Beat::Remand { suspect, police: None });
                } else {
                    let next = self.later_by(now, 1, 9);
                    self.beat_at(next, at, Beat::Bail(suspect));
                }
                (Keeping::Judicial, 14)
            }
        };
        let body = CaseRemand {
            fir: case.id.clone(),
            accused: person.index,
            keeping,
            days,
            order: self.order(MAGISTRATE, now),
            challan: format!("IC-{}", self.chance.between(100, 9999)),
        };
        Some(self.step(&case.io, body))
    }

    fn bail(&mut self, at: usize, case: &Case, suspect: usize, now: i64) -> Option<Step> {
        let person = case.suspects.get(suspect)?;
        if !matches!(person.stands, Stands::Named | Stands::Jail) {
            return None;
        }
        self.with_suspect(at, suspect, |s| s.stands = Stands::Bailed);
        let body = CaseBail {
            fir: case.id.clone(),
            accused: person.index,
            order: self.order(COURT, now),
            bond_rupees: u64::try_from(self.chance.between(1, 5) * 50_000).unwrap_or(50_000),
            sureties: self.somebody(false, (30, 65)).line(),
        };
        Some(self.step(&case.io, body))
    }
}
