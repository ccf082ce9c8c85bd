//! The court: hearings with their next dates, the charge, a stay, and what is decided of each accused.

use roznamcha_acts::kinds::{
    AccusedAbate, AccusedAcquit, AccusedConvict, AccusedDischarge, AccusedReview, AcquitUnder, Body,
    CaseCharge, CaseHearing, CaseStay, CaseUnstay, DischargeUnder, HearingPurpose, PrintsDestroy, PrintsFate,
};

use super::{Beat, COURT, Case, End, Fate, PROSECUTION, Stands};
use crate::calendar::DAY;
use crate::life::Life;
use crate::step::Step;

impl Life<'_> {
    /// After how many hearings a case is decided.
    fn hearings_of(case: &Case) -> u32 {
        let spread = u32::try_from(case.minute.rem_euclid(4)).unwrap_or(0);
        match case.crime.key {
            "narcotics" | "liquor" | "arms" | "kites" | "gambling" => 2 + spread / 2,
            "murder" | "dacoity" | "rape" | "child" => 6 + spread,
            _ => 3 + spread,
        }
    }

    pub(super) fn hearing(&mut self, at: usize, case: &Case, now: i64) -> Step {
        let count = case.hearings + 1;
        self.with_case(at, |c| c.hearings = count);
        let last = count >= if self.plan.small { 2 } else { Self::hearings_of(case) };
        let whole = matches!(case.fate, Fate::Tried(End::Compounded | End::Withdrawn)) && last;
        let next = if case.fate == Fate::Absconds && count >= 2 {
            self.beat_at(now + 20, at, Beat::Shelve);
            None
        } else if case.fate.is_tried() && last && !case.stayed {
            self.close_trial(at, case, whole, now);
            None
        } else {
            let (low, high) = if self.plan.small { (3, 6) } else { (12, 28) };
            let minute = self.later_by(now, low, high);
            self.beat_at(minute, at, Beat::Hearing);
            Some(self.calendar.day(minute.div_euclid(DAY)))
        };
        if count == 1 && case.fate.is_tried() {
            self.beat_at(now + 15, at, Beat::Charge);
        }
        let purpose = match count {
            1 => HearingPurpose::Appearance,
            _ if last => HearingPurpose::Judgment,
            _ => HearingPurpose::Evidence,
        };
        let on = self.calendar.at(now).day();
        let body = CaseHearing {
            fir: case.id.clone(),
            on,
            court: COURT.to_owned(),
            purpose,
            order: self.say("hearing"),
            next: next.filter(|day| *day > on),
            next_purpose: next.filter(|day| *day > on).map(|_| HearingPurpose::Evidence),
            witnesses: Vec::new(),
            prosecutor: PROSECUTION.to_owned(),
        };
        let by = self.writes_for(case, "NMN-COURT");
        self.step(&by, body)
    }

    fn close_trial(&mut self, at: usize, case: &Case, whole: bool, now: i64) {
        if whole {
            self.beat_at(now + 20, at, Beat::Whole);
            return;
        }
        // Those whose release was recommended first, then the others in their order.
        let mut order: Vec<usize> = (0..case.suspects.len()).collect();
        order.sort_by_key(|i| case.suspects.get(*i).is_none_or(|s| s.stands != Stands::Released));
        for (nth, suspect) in order.into_iter().enumerate() {
            let shift = i64::try_from(nth).unwrap_or(0);
            self.beat_at(now + 20 + shift, at, Beat::Decide(suspect));
        }
    }

    pub(super) fn charge(&mut self, at: usize, case: &Case, now: i64) -> Option<Step> {
        let sent = |s: &&super::Suspect| !matches!(s.stands, Stands::Decided | Stands::Released);
        let accused: Vec<u32> = case.suspects.iter().filter(sent).take(5).map(|s| s.index).collect();
        if accused.is_empty() {
            return None;
        }
        self.with_case(at, |c| c.charged = true);
        let shown = self.plan.small && case.fate == Fate::Tried(End::Acquitted) && !at.is_multiple_of(3);
        if self.chance.odds(0.02) || shown {
            let minute = self.later_by(now, 2, 6);
            self.beat_at(minute, at, Beat::Stay);
        }
        let body = CaseCharge {
            fir: case.id.clone(),
            court: COURT.to_owned(),
            on: self.calendar.at(now).day(),
            accused,
            sections: case.sections.clone(),
            juveniles: Vec::new(),
            rape: false,
        };
        let by = self.writes_for(case, "NMN-COURT");
        Some(self.step(&by, body))
    }

    pub(super) fn stay(&mut self, at: usize, case: &Case, now: i64) -> Option<Step> {
        if case.stayed {
            return None;
        }
        self.with_case(at, |c| c.stayed = true);
        let minute = self.later_by(now, 20, 50);
        self.beat_at(minute, at, Beat::Unstay);
        let order = self.order("ہائی کورٹ نمونہ (فرضی)", now);
        let by = self.writes_for(case, "NMN-COURT");
        Some(self.step(&by, CaseStay { fir: case.id.clone(), order }))
    }

    pub(super) fn unstay(&mut self, at: usize, case: &Case, now: i64) -> Step {
        self.with_case(at, |c| c.stayed = false);
        let order = self.order("ہائی کورٹ نمونہ (فرضی)", now);
        let by = self.writes_for(case, "NMN-COURT");
        self.step(&by, CaseUnstay { fir: case.id.clone(), order })
    }

    /// What is decided of one accused.
    pub(super) fn decide(&mut self, at: usize, case: &Case, suspect: usize, now: i64) -> Option<Step> {
        let person = case.suspects.get(suspect).filter(|s| s.stands != Stands::Decided)?;
        if case.stayed {
            let again = self.later_by(now, 10, 20);
            self.beat_at(again, at, Beat::Decide(suspect));
            return None;
        }
        let (fir, accused) = (case.id.clone(), person.index);
        let order = self.order(COURT, now);
        self.with_suspect(at, suspect, |s| s.stands = Stands::Decided);
        let end = match case.fate {
            Fate::Tried(end) => end,
            _ => End::Convicted,
        };
        let alone = case.suspects.iter().filter(|s| s.stands != Stands::Decided).count() <= 1;
        if alone {
            self.with_case(at, |c| c.ended = true);
            self.order_articles(at, now);
        }
        let body: Body = match end {
            _ if person.stands == Stands::Released => {
                AccusedDischarge { fir, accused, under: DischargeUnder::S169, order }.into()
            }
            End::Discharged => AccusedDischarge { fir, accused, under: DischargeUnder::S63, order }.into(),
            End::Abated if suspect == 0 => AccusedAbate { fir, accused, order }.into(),
            End::Convicted if suspect == 0 || self.chance.odds(0.6) => {
                let review =
                    if self.plan.small { self.later_by(now, 1, 4) } else { self.later_by(now, 6, 25) };
                if !person.child && self.chance.odds(0.9) {
                    self.beat_at(review, at, Beat::Review(suspect));
                }
                self.beat_at(now + 60, at, Beat::EnrolConvict(suspect));
                self.conviction(case, person.child, accused, order)
            }
            _ => {
                let certified =
                    if self.plan.small { self.later_by(now, 1, 3) } else { self.later_by(now, 3, 20) };
                self.beat_at(certified, at, Beat::Prints(suspect));
                let under = if case.charged { AcquitUnder::Merits } else { AcquitUnder::S249A };
                AccusedAcquit { fir, accused, under, order }.into()
            }
        };
        let by = self.writes_for(case, "NMN-COURT");
        Some(self.step(&by, body))
    }

    fn conviction(
        &mut self,
        case: &Case,
        child: bool,
        accused: u32,
        order: roznamcha_acts::kinds::Order,
    ) -> Body {
        let village = !child && !case.place.is_empty() && self.chance.odds(0.7);
        let slip = format!("CS-{}", self.chance.between(100, 9999));
        AccusedConvict {
            fir: case.id.clone(),
            accused,
            order,
            sections: case.sections.clone(),
            sentence: self.say("sentence"),
            fine_rupees: u64::try_from(self.chance.between(1, 10) * 5_000).unwrap_or(5_000),
            village: village.then(|| case.place.to_owned()),
            slip_no: (!child).then_some(slip),
            release_date: None,
            notify_residence: false,
            juvenile: false,
        }
        .into()
    }

    /// The superintendent considers a convict.
    pub(super) fn review(&mut self, case: &Case, suspect: usize, now: i64) -> Option<Step> {
        let accused = case.suspects.get(suspect)?.index;
        let body = AccusedReview {
            fir: case.id.clone(),
            accused,
            order: self.order("ضلعی پولیس افسر نمونہ (فرضی)", now),
            watched: false,
            grounds: self.say("review"),
        };
        Some(self.step("NMN-DPO", body))
    }

    /// The record office certifies what became of the finger-prints of one who was acquitted.
    pub(super) fn prints(&mut self, case: &Case, suspect: usize, now: i64) -> Option<Step> {
        let person = case.suspects.get(suspect)?;
        let accused = person.index;
        let taken = self.chance.odds(0.7) || person.enrolled;
        let fate = if taken { PrintsFate::Destroyed } else { PrintsFate::NoneTaken };
        let particulars = if taken { self.say("prints") } else { String::new() };
        let order = self.order("کریمنل ریکارڈ آفس نمونہ (فرضی)", now);
        let (fir, enrolment, removed) = (case.id.clone(), None, Vec::new());
        let body = PrintsDestroy { fir, accused, enrolment, fate, order, particulars, removed };
        Some(self.step("NMN-CRO", body))
    }
}
