//! What the investigating officer writes: case diaries, statements, versions, memos, sections, who is nominated.

use roznamcha_acts::kinds::{
    CaseApply, CaseMedical, CaseMemo, CaseNominate, CaseReassign, CaseSections, CaseStatement, CaseVersion,
    CaseZimni, ClockExcuse, Found, Investigator, MemoOf, Party, Under,
};
use roznamcha_acts::views::NamedBy;

use super::{Beat, Case, MAGISTRATE, suspect};
use crate::crimes::Victim;
use crate::life::Life;
use crate::people;
use crate::step::Step;

impl Life<'_> {
    /// Somebody who lives in the station's area.
    pub fn somebody(&mut self, woman: bool, age: (i64, i64)) -> Party {
        let home = self.chance.pick(&self.station.localities).map_or("", |l| l.name);
        people::person(self.words, woman, age, home, &mut self.chance)
    }

    pub(super) fn zimni(&mut self, at: usize, case: &Case, section: &str, now: i64) -> Step {
        self.with_case(at, |c| c.zimnis += 1);
        let began = (now - self.chance.between(25, 90)).max(case.minute + 1);
        let text = self.say(section);
        let places = if case.place.is_empty() { Vec::new() } else { vec![case.place.to_owned()] };
        let body = CaseZimni {
            fir: case.id.clone(),
            received: self.calendar.at(began),
            began: self.calendar.at(began),
            closed: self.calendar.at(now),
            places,
            text,
        };
        self.step(&case.io, body)
    }

    pub(super) fn statement(&mut self, at: usize, case: &Case, now: i64) -> Step {
        self.with_case(at, |c| c.parties += 1);
        let under = if case.crime.key == "rape" { Under::Magistrate } else { Under::Police };
        let before = under == Under::Magistrate;
        let body = CaseStatement {
            fir: case.id.clone(),
            person: self.somebody(false, (22, 65)),
            under,
            magistrate: before.then(|| MAGISTRATE.to_owned()),
            signed: before,
            taken: self.calendar.at((now - 20).max(case.minute + 1)),
            text: self.say(if before { "statement_magistrate" } else { "statement" }),
            party: None,
        };
        self.step(&case.io, body)
    }

    pub(super) fn version(&mut self, at: usize, case: &Case) -> Step {
        self.with_case(at, |c| c.parties += 1);
        let body = CaseVersion {
            fir: case.id.clone(),
            person: self.somebody(false, (22, 60)),
            cross: true,
            sections: case.sections.iter().take(1).cloned().collect(),
            text: self.say("version"),
            party: None,
        };
        self.step(&case.io, body)
    }

    pub(super) fn sections(&mut self, at: usize, case: &Case) -> Option<Step> {
        let fitting: &[&str] = match case.crime.flavour() {
            "taken" => &["PPC-411"],
            "hurt" => &["PPC-337-F-iii", "PPC-34"],
            "money" => &["PPC-468", "PPC-471"],
            _ => &["PPC-34"],
        };
        let add = fitting.iter().find(|code| !case.sections.iter().any(|s| s == *code))?;
        if case.zimnis == 0 {
            return None;
        }
        let strike: Vec<String> = match case.sections.as_slice() {
            [_, .., last] if self.chance.odds(0.4) => vec![last.clone()],
            _ => Vec::new(),
        };
        self.with_case(at, |c| {
            c.sections.retain(|s| !strike.contains(s));
            c.sections.push((*add).to_owned());
        });
        let body = CaseSections {
            fir: case.id.clone(),
            add: vec![(*add).to_owned()],
            strike,
            zimni: case.zimnis,
            reason: self.say("sections"),
            seal: None,
        };
        Some(self.step(&case.io, body))
    }

    /// Why the report under section 173 is late.
    pub(super) fn excuse(&mut self, case: &Case) -> Step {
        let reason = self.say("excuse");
        let (subject, deadline) = (case.id.clone(), "D8".to_owned());
        self.step(&case.io, ClockExcuse { subject, deadline, reason, fir: None })
    }

    /// One who trusts the officer no longer asks for another.
    pub(super) fn apply(&mut self, at: usize, case: &Case, now: i64) -> Step {
        let order = self.later_by(now, 2, 5);
        self.beat_at(order, at, Beat::Reassign);
        let body = CaseApply {
            fir: case.id.clone(),
            applicant: self.somebody(false, (25, 60)),
            grounds: self.say("apply"),
        };
        let sho = self.sho.clone();
        self.step(&sho, body)
    }

    pub(super) fn reassign(&mut self, at: usize, case: &Case, now: i64) -> Step {
        let senior = self.ios.first().filter(|first| **first != case.io).cloned();
        if let Some(officer) = &senior {
            self.with_case(at, |c| c.io.clone_from(officer));
        }
        let body = CaseReassign {
            fir: case.id.clone(),
            order: self.order("ضلعی پولیس افسر نمونہ (فرضی)", now),
            authority: "sp".to_owned(),
            board: "ڈسٹرکٹ سٹینڈنگ بورڈ نمونہ (فرضی)".to_owned(),
            to: senior.map(|officer| Investigator { officer, rank: "si".to_owned(), special: true }),
        };
        self.step("NMN-DPO", body)
    }

    pub(super) fn examine(&mut self, case: &Case, now: i64) -> Step {
        let body = CaseMedical {
            fir: case.id.clone(),
            party: 1,
            examined: self.calendar.at((now - 15).max(case.minute + 1)),
            hospital: "ضلعی ہسپتال نمونہ (فرضی)".to_owned(),
            certificate: format!("MLC-{}", self.chance.between(100, 9999)),
            findings: self.say("findings"),
        };
        self.step(&case.io, body)
    }

    pub(super) fn nominate(&mut self, at: usize, case: &Case, now: i64) -> Step {
        let person = self.somebody(false, (19, 45));
        let place = case.suspects.len();
        self.with_case(at, |c| {
            c.suspects.push(suspect(c.parties, false));
            c.parties += 1;
        });
        let arrest = self.later_by(now, 1, 3);
        self.beat_at(arrest, at, Beat::Arrest(place));
        let ways = [NamedBy::Informant, NamedBy::Witness, NamedBy::Investigation];
        let body = CaseNominate {
            fir: case.id.clone(),
            person,
            description: String::new(),
            named_by: self.chance.pick(&ways).copied().unwrap_or(NamedBy::Witness),
            ground: self.say("nominate"),
            village: (!case.place.is_empty()).then(|| case.place.to_owned()),
            search_slip: self.chance.odds(0.4).then(|| format!("SS-{}", self.chance.between(100, 9999))),
            party: None,
        };
        self.step(&case.io, body)
    }

    /// The memo of what was found.
    pub(super) fn memo(&mut self, case: &Case, now: i64) -> Step {
        let search = case.crime.victim != Victim::Nobody && self.chance.odds(0.3);
        let at = (now - 8).max(case.minute + 1);
        let witnesses = (0..2).map(|_| self.somebody(false, (25, 60)).line()).collect();
        let description = self.found(case.crime).0.to_owned();
        let body = CaseMemo {
            fir: case.id.clone(),
            of: if search { MemoOf::Search } else { MemoOf::Recovery },
            at: self.calendar.at(at),
            place: if case.place.is_empty() { self.station.code.clone() } else { case.place.to_owned() },
            accused: case.suspects.first().map(|s| s.index),
            warrant: None,
            grounds: if search { self.say("memo_grounds") } else { String::new() },
            witnesses,
            items: vec![Found { description, quantity: String::new(), property: None }],
        };
        self.step(&case.io, body)
    }
}
