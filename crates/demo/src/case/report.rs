//! The report under section 173: submitted, looked at by the prosecutor, objected to and answered, sent to the court
//! and received there.

use roznamcha_acts::kinds::{
    Answer, ChallanAnswer, ChallanForward, ChallanObject, ChallanReceive, ChallanSubmit, Challaned, Witness,
};
use roznamcha_acts::views::{CustodyClass, ReportKind};

use super::{Beat, COURT, Case, PROSECUTION, Stands, Suspect};
use crate::life::Life;
use crate::step::Step;

/// In which custody column of the report he stands.
fn column(case: &Case, suspect: &Suspect) -> Challaned {
    let class = match suspect.stands {
        Stands::Released => CustodyClass::Jim,
        Stands::Police | Stands::Jail => CustodyClass::Alif,
        _ => CustodyClass::Be,
    };
    let sections = if class == CustodyClass::Jim { Vec::new() } else { case.sections.clone() };
    Challaned { accused: suspect.index, class, sections }
}

impl Life<'_> {
    /// A step of the report's way.
    pub(super) fn challan_beat(&mut self, at: usize, case: &Case, beat: &Beat, now: i64) -> Option<Step> {
        let fir = case.id.clone();
        match beat {
            Beat::Challan(kind) => self.challan(at, case, *kind, now),
            Beat::Object => {
                let count = u32::try_from(self.chance.between(1, 2)).unwrap_or(1);
                self.with_case(at, |c| c.objections = count);
                let answer = self.later_by(now, 1, 4);
                self.beat_at(answer, at, Beat::Answer);
                let objections = (0..count).map(|_| self.say("objection")).collect();
                let body = ChallanObject { fir, prosecutor: PROSECUTION.to_owned(), objections };
                let by = self.writes_for(case, "NMN-PROS");
                Some(self.step(&by, body))
            }
            Beat::Answer => {
                let forward = self.later_by(now, 1, 2);
                self.beat_at(forward, at, Beat::Forward(ReportKind::Complete));
                let answers =
                    (1..=case.objections).map(|no| Answer { no, text: self.say("answer") }).collect();
                Some(self.step(&case.io, ChallanAnswer { fir, answers }))
            }
            Beat::Forward(kind) => {
                if *kind != ReportKind::Interim {
                    let receive = self.later_by(now, 1, 4);
                    self.beat_at(receive, at, Beat::Receive);
                }
                let (prosecutor, court) = (PROSECUTION.to_owned(), COURT.to_owned());
                let by = self.writes_for(case, "NMN-PROS");
                Some(self.step(&by, ChallanForward { fir, prosecutor, court }))
            }
            _ => {
                let hearing =
                    if self.plan.small { self.later_by(now, 2, 4) } else { self.later_by(now, 5, 10) };
                self.beat_at(hearing, at, Beat::Hearing);
                let number = format!("C-{}", self.chance.between(100, 9999));
                let on = self.calendar.at(now).day();
                let by = self.writes_for(case, "NMN-COURT");
                Some(self.step(&by, ChallanReceive { fir, court: COURT.to_owned(), number, on }))
            }
        }
    }

    fn challan(&mut self, at: usize, case: &Case, kind: ReportKind, now: i64) -> Option<Step> {
        let absentia = kind == ReportKind::Absentia;
        let interim = kind == ReportKind::Interim;
        let goes = |s: &&Suspect| (s.stands == Stands::Hidden || absentia) == absentia;
        let persons: Vec<Challaned> =
            case.suspects.iter().filter(goes).take(5).map(|s| column(case, s)).collect();
        // Nobody found yet who could be sent up: the investigation goes on.
        if persons.iter().all(|p| p.sections.is_empty()) {
            let again = self.later_by(now, 3, 6);
            if !interim {
                self.beat_at(again, at, Beat::Challan(kind));
            }
            return None;
        }
        self.with_case(at, |c| c.sent |= !interim);
        if absentia {
            self.with_case(at, |c| c.suspects.iter_mut().for_each(|s| s.stands = Stands::Hidden));
        }
        let quick = self.later_by(now, 1, 2);
        let slow = self.later_by(now, 3, 6);
        let minute = if self.chance.odds(0.88) { quick } else { slow };
        let objects = kind == ReportKind::Complete && (self.chance.odds(0.13) || self.shows(at, 1));
        self.beat_at(minute, at, if objects { Beat::Object } else { Beat::Forward(kind) });
        let mut witness = |of: &str| {
            let person = self.somebody(false, (25, 65)).line();
            Witness { person, of: of.to_owned() }
        };
        let witnesses = vec![witness("eye"), witness("formal")];
        let samples = if case.articles.iter().any(|a| a.sealed) {
            "پارسل لیبارٹری ارسال شدہ"
        } else {
            ""
        };
        let body = ChallanSubmit {
            fir: case.id.clone(),
            report: kind,
            persons,
            witnesses,
            property: Vec::new(),
            samples: samples.to_owned(),
            through: self.sho.clone(),
            prosecutor: PROSECUTION.to_owned(),
        };
        Some(self.step(&case.io, body))
    }
}
