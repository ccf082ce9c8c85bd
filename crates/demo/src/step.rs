//! One act of the plan, by whom and when.

use roznamcha_acts::kinds::{Body, CustodyRelease, CustodyReturn, DocumentPrint, FirDespatch, FirSign};
use roznamcha_acts::{ActId, Moment};
use roznamcha_records::{NewAct, Purpose};

/// An act to be performed at a minute.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// The officer's code.
    pub by: String,
    /// The purpose stated, where one is needed.
    pub purpose: Option<Purpose>,
    /// Minutes by which the office's clock stands wrong when it is written.
    pub slow: i64,
    /// The hour stated, when it is the officer's watch and not the clock.
    pub watch: bool,
    /// The act whose diary entry it corrects.
    pub corrects: Option<ActId>,
    /// The act.
    pub act: NewAct,
}

impl Step {
    /// An act at the office.
    pub fn new(id: ActId, office: &str, by: &str, body: impl Into<Body>) -> Self {
        let mut act = NewAct::now(id, body.into());
        act.office = Some(office.to_owned());
        Self { by: by.to_owned(), purpose: None, slow: 0, watch: false, corrects: None, act }
    }

    /// For a purpose.
    pub fn purpose(mut self, purpose: Purpose) -> Self {
        self.purpose = Some(purpose);
        self
    }

    /// Of something that happened, and was known, earlier.
    pub fn earlier(mut self, happened: Moment) -> Self {
        self.act.happened = Some(happened);
        self.act.informed = Some(happened);
        self
    }

    /// Whether it is a print, which has a door of its own.
    pub fn is_print(&self) -> bool {
        matches!(self.act.body, Body::DocumentPrint(_))
    }

    /// Whether charge is handed over, for which the files are counted first.
    pub fn hands_over(&self) -> bool {
        matches!(self.act.body, Body::ChargeHandOver(_))
    }

    /// Whether it must be written before authority for what follows can be asked: others act upon what it brings.
    pub fn must_stand_first(&self) -> bool {
        matches!(
            self.act.body,
            Body::FirRegister(_)
                | Body::FirSeal(_)
                | Body::FirUnseal(_)
                | Body::EntryCorrect(_)
                | Body::BookEnter(_)
                | Body::CaseAssign(_)
                | Body::CaseReassign(_)
                | Body::StaffAppoint(_)
                | Body::StaffRelieve(_)
        )
    }

    /// Whether it cannot be written together with these, which come before it. On a crowded day an entry is written and
    /// corrected in one minute, and has no number before it is written.
    pub fn waits_for(&self, before: &[Self]) -> bool {
        let corrected = |step: &Self| self.corrects == Some(step.act.id);
        !before.is_empty() && (self.is_print() || self.hands_over() || before.iter().any(corrected))
    }

    /// Whether it acts upon that act.
    pub fn upon(&self, id: &str) -> bool {
        match &self.act.body {
            Body::FirSign(FirSign { fir }) | Body::FirDespatch(FirDespatch { fir, .. }) => fir == id,
            Body::DocumentPrint(DocumentPrint { of, .. }) => of == id,
            Body::CustodyRelease(CustodyRelease { custody, .. })
            | Body::CustodyReturn(CustodyReturn { custody, .. }) => custody == id,
            _ => false,
        }
    }
}

/// A step with the minute it has got.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub minute: i64,
    pub step: Step,
}

#[cfg(test)]
mod tests {
    use super::*;
    use roznamcha_acts::kinds::DiaryOpen;
    use uuid::Uuid;

    #[test]
    fn a_correction_waits_for_its_entry_and_for_no_other() {
        let step = |id: u128| {
            let day = jiff::civil::date(2026, 3, 5);
            Step::new(ActId(Uuid::from_u128(id)), "PK-PB-NMN-CITY", "NMN-CITY-MOH1", DiaryOpen::on(day))
        };
        let correction = Step { corrects: Some(step(2).act.id), ..step(3) };
        assert!(correction.waits_for(&[step(1), step(2)]));
        assert!(!correction.waits_for(&[step(1)]) && !correction.waits_for(&[]));
        assert!(!step(3).waits_for(&[step(1), step(2)]));
    }
}
