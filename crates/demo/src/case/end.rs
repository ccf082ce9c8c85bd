//! Ends of a case that are no judgment: untraced, cancelled, compounded, withdrawn, quashed, sent elsewhere, laid aside;
//! and its being taken up again.

use roznamcha_acts::kinds::{
    CaseCompound, CaseFalsehood, CaseQuash, CaseReopen, CaseShelve, CaseTransfer, CaseWithdraw,
    CompoundUnder, FalsehoodUnder, FinalAgree, FinalOrder, FinalRecommend, TransferTo,
};
use roznamcha_acts::views::ReportKind;

use super::{Beat, COURT, Case, End, Fate, MAGISTRATE, PROSECUTION, Stands};
use crate::life::Life;
use crate::step::Step;

impl Life<'_> {
    pub(super) fn recommend(&mut self, at: usize, fir: String, report: ReportKind, now: i64) -> Step {
        let agree = self.later_by(now, 1, 3);
        self.beat_at(agree, at, Beat::Agree(report));
        let section = match report {
            ReportKind::False => "final_false",
            ReportKind::Mistake => "final_mistake",
            ReportKind::NonCognizable => "final_noncognizable",
            _ => "final_untraced",
        };
        let grounds = self.say(section);
        let io = self.cases.get(at).map(|c| c.io.clone()).unwrap_or_default();
        let (through, prosecutor) = (self.sho.clone(), PROSECUTION.to_owned());
        self.step(&io, FinalRecommend { fir, report, grounds, through, prosecutor })
    }

    pub(super) fn agree(&mut self, at: usize, case: &Case, report: ReportKind, now: i64) -> Step {
        let order = self.later_by(now, 2, 9);
        self.beat_at(order, at, Beat::Order(report));
        let by = self.writes_for(case, "NMN-PROS");
        let (prosecutor, remarks) = (PROSECUTION.to_owned(), String::new());
        self.step(&by, FinalAgree { fir: case.id.clone(), prosecutor, agreed: true, remarks })
    }

    pub(super) fn final_order(&mut self, at: usize, case: &Case, report: ReportKind, now: i64) -> Step {
        self.with_case(at, |c| c.ended = true);
        match report {
            ReportKind::Untraced if self.chance.odds(0.06) => {
                let minute = self.later_by(now, 20, 90);
                self.beat_at(minute, at, Beat::Reopen { arrested: false });
            }
            ReportKind::False => {
                let minute = self.later_by(now, 2, 8);
                self.beat_at(minute, at, Beat::Falsehood);
            }
            _ => {}
        }
        let body = FinalOrder {
            fir: case.id.clone(),
            agreed: true,
            order: self.order(MAGISTRATE, now),
            report: None,
            freed: Vec::new(),
        };
        let by = self.writes_for(case, "NMN-COURT");
        self.step(&by, body)
    }

    pub(super) fn falsehood(&mut self, case: &Case) -> Step {
        let body = CaseFalsehood {
            fir: case.id.clone(),
            under: FalsehoodUnder::S182,
            person: self.somebody(false, (25, 60)).line(),
            court: COURT.to_owned(),
            grounds: self.say("final_false"),
        };
        let sho = self.sho.clone();
        self.step(&sho, body)
    }

    /// The case as a whole ends.
    pub(super) fn whole(&mut self, at: usize, case: &Case, now: i64) -> Option<Step> {
        if case.stayed {
            let again = self.later_by(now, 10, 20);
            self.beat_at(again, at, Beat::Whole);
            return None;
        }
        self.with_case(at, |c| c.ended = true);
        self.order_articles(at, now);
        let fir = case.id.clone();
        let court = self.writes_for(case, "NMN-COURT");
        Some(match case.fate {
            Fate::Quashed => {
                let order = self.order("ہائی کورٹ نمونہ (فرضی)", now);
                self.step(&court, CaseQuash { fir, order, freed: Vec::new() })
            }
            Fate::Elsewhere => {
                let order = self.order("ضلعی پولیس افسر نمونہ (فرضی)", now);
                let (to, name) = (TransferTo::Station, "تھانہ دیگر ضلع (فرضی)".to_owned());
                let sho = self.sho.clone();
                self.step(&sho, CaseTransfer { fir, to, name, order })
            }
            Fate::Tried(End::Withdrawn) => {
                let order = self.order(COURT, now);
                self.step(&court, CaseWithdraw { fir, order, freed: Vec::new() })
            }
            _ => {
                let qisas = case.crime.flavour() == "hurt";
                let under = if qisas { CompoundUnder::Qisas } else { CompoundUnder::Ordinary };
                let order = self.order(COURT, now);
                self.step(&court, CaseCompound { fir, under, order, freed: Vec::new() })
            }
        })
    }

    /// Evidence against one who hides is recorded, and the file laid aside; some are caught later.
    pub(super) fn shelve(&mut self, at: usize, case: &Case, now: i64) -> Step {
        if case.suspects.len() == 1 && self.chance.odds(0.35) {
            let minute = self.later_by(now, 10, 120);
            self.beat_at(minute, at, Beat::Arrest(0));
        }
        let order = self.order(COURT, now);
        let by = self.writes_for(case, "NMN-COURT");
        self.step(&by, CaseShelve { fir: case.id.clone(), order })
    }

    pub(super) fn reopen(&mut self, at: usize, case: &Case, arrested: bool, now: i64) -> Option<Step> {
        let held = case.suspects.first().filter(|s| s.stands == Stands::Police || s.stands == Stands::Jail);
        let accused = held.filter(|_| arrested).map(|s| s.index);
        if arrested != accused.is_some() {
            return None;
        }
        let end = if arrested { End::Convicted } else { End::Acquitted };
        self.with_case(at, |c| {
            c.ended = false;
            c.hearings = 0;
            c.fate = Fate::Tried(end);
        });
        if arrested {
            let minute = self.later_by(now, 7, 14);
            self.beat_at(minute, at, Beat::Hearing);
        } else {
            let named = self.later_by(now, 1, 2);
            let report = self.later_by(now, 6, 12);
            self.beat_at(named, at, Beat::Nominate);
            self.beat_at(report, at, Beat::Challan(ReportKind::Complete));
        }
        let ground = self.say(if arrested { "reopen_arrest" } else { "reopen_found" });
        let order = Some(self.order("ضلعی پولیس افسر نمونہ (فرضی)", now));
        let sho = self.sho.clone();
        Some(self.step(&sho, CaseReopen { fir: case.id.clone(), ground, order, accused }))
    }
}
