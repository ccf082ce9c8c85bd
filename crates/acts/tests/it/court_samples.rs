//! One sound body of each kind of the court's half of a case. All persons are synthetic, visibly so.

use jiff::civil::date;
use roznamcha_acts::Body;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{CustodyClass, ReportKind};

use crate::samples::{DAY, OTHER};

pub fn order(number: &str) -> Order {
    Order { authority: "Synthetic Sessions Court".to_owned(), number: number.to_owned(), date: DAY }
}

pub fn challan(fir: &str, report: ReportKind, accused: &[u32]) -> ChallanSubmit {
    let person = |accused: &u32| Challaned {
        accused: *accused,
        class: CustodyClass::Alif,
        sections: vec!["T-1".to_owned()],
    };
    ChallanSubmit {
        fir: fir.to_owned(),
        report,
        persons: accused.iter().map(person).collect(),
        witnesses: vec![Witness { person: "Synthetic Witness".to_owned(), of: "eye".to_owned() }],
        property: vec![OTHER.to_owned()],
        samples: "One parcel sent, report awaited.".to_owned(),
        through: "sho-1".to_owned(),
        prosecutor: "Synthetic District Prosecutor".to_owned(),
    }
}

pub fn object(fir: &str) -> ChallanObject {
    ChallanObject {
        fir: fir.to_owned(),
        prosecutor: "Synthetic Prosecutor".to_owned(),
        objections: vec!["The recovery memo is unsigned.".to_owned(), "No site plan.".to_owned()],
    }
}

pub fn answer(fir: &str, numbers: &[u32]) -> ChallanAnswer {
    let answer = |no: &u32| Answer { no: *no, text: "Done and enclosed.".to_owned() };
    ChallanAnswer { fir: fir.to_owned(), answers: numbers.iter().map(answer).collect() }
}

pub fn forward(fir: &str) -> ChallanForward {
    ChallanForward {
        fir: fir.to_owned(),
        prosecutor: "Synthetic Prosecutor".to_owned(),
        court: "Synthetic Court".to_owned(),
    }
}

pub fn receive(fir: &str) -> ChallanReceive {
    ChallanReceive {
        fir: fir.to_owned(),
        court: "Synthetic Court".to_owned(),
        number: "C-7/2026".to_owned(),
        on: DAY,
    }
}

pub fn hearing(fir: &str) -> CaseHearing {
    CaseHearing {
        fir: fir.to_owned(),
        on: DAY,
        court: "Synthetic Court".to_owned(),
        purpose: HearingPurpose::Evidence,
        order: "Two witnesses examined.".to_owned(),
        next: Some(date(2026, 1, 19)),
        next_purpose: Some(HearingPurpose::Defence),
        witnesses: vec!["Synthetic Witness".to_owned()],
        prosecutor: "Synthetic Prosecutor".to_owned(),
    }
}

pub fn charge(fir: &str, accused: &[u32]) -> CaseCharge {
    CaseCharge {
        fir: fir.to_owned(),
        court: "Synthetic Court".to_owned(),
        on: DAY,
        accused: accused.to_vec(),
        sections: vec!["T-1".to_owned()],
        juveniles: vec![],
        rape: false,
    }
}

pub fn stay(fir: &str) -> CaseStay {
    CaseStay { fir: fir.to_owned(), order: order("ST-1") }
}

pub fn unstay(fir: &str) -> CaseUnstay {
    CaseUnstay { fir: fir.to_owned(), order: order("ST-2") }
}

pub fn transfer(fir: &str, to: TransferTo) -> CaseTransfer {
    let name = if to == TransferTo::Court { "Synthetic Other Court" } else { "Synthetic Other Station" };
    CaseTransfer { fir: fir.to_owned(), to, name: name.to_owned(), order: order("TR-1") }
}

pub fn quash(fir: &str) -> CaseQuash {
    CaseQuash { fir: fir.to_owned(), order: order("HC-1"), freed: vec![] }
}

pub fn compound(fir: &str) -> CaseCompound {
    let under = CompoundUnder::Ordinary;
    CaseCompound { fir: fir.to_owned(), under, order: order("CO-1"), freed: vec![] }
}

pub fn withdraw(fir: &str) -> CaseWithdraw {
    CaseWithdraw { fir: fir.to_owned(), order: order("WD-1"), freed: vec![] }
}

pub fn shelve(fir: &str) -> CaseShelve {
    CaseShelve { fir: fir.to_owned(), order: order("SH-1") }
}

pub fn reopen(fir: &str) -> CaseReopen {
    let ground = "A telephone was traced.".to_owned();
    CaseReopen { fir: fir.to_owned(), ground, order: Some(order("SP-1")), accused: None }
}

pub fn falsehood(fir: &str) -> CaseFalsehood {
    CaseFalsehood {
        fir: fir.to_owned(),
        under: FalsehoodUnder::S182,
        person: "Synthetic Complainant".to_owned(),
        court: "Synthetic Court".to_owned(),
        grounds: "Nothing of it happened.".to_owned(),
    }
}

pub fn convict(fir: &str, accused: u32) -> AccusedConvict {
    AccusedConvict {
        fir: fir.to_owned(),
        accused,
        order: order("J-1"),
        sections: vec!["T-1".to_owned()],
        sentence: "Two years.".to_owned(),
        fine_rupees: 5_000,
        village: Some("Mauza Test".to_owned()),
        slip_no: Some("CS-1/2026".to_owned()),
        release_date: Some(date(2028, 1, 4)),
        notify_residence: false,
        juvenile: false,
    }
}

pub fn acquit(fir: &str, accused: u32) -> AccusedAcquit {
    AccusedAcquit { fir: fir.to_owned(), accused, under: AcquitUnder::S249A, order: order("J-2") }
}

pub fn discharge(fir: &str, accused: u32) -> AccusedDischarge {
    AccusedDischarge { fir: fir.to_owned(), accused, under: DischargeUnder::S63, order: order("D-1") }
}

pub fn abate(fir: &str, accused: u32) -> AccusedAbate {
    AccusedAbate { fir: fir.to_owned(), accused, order: order("AB-1") }
}

pub fn review(fir: &str, accused: u32) -> AccusedReview {
    AccusedReview {
        fir: fir.to_owned(),
        accused,
        order: Order { authority: "Synthetic Superintendent".to_owned(), ..order("SP-2") },
        watched: false,
        grounds: "A first offence.".to_owned(),
    }
}

pub fn appeal(fir: &str, accused: u32, result: AppealResult) -> AppealDecide {
    let sentence = if result == AppealResult::Altered { "One year.".to_owned() } else { String::new() };
    AppealDecide { fir: fir.to_owned(), accused, result, order: order("AP-1"), sentence }
}

pub fn prints(fir: &str, accused: u32) -> PrintsDestroy {
    PrintsDestroy {
        fir: fir.to_owned(),
        accused,
        enrolment: None,
        fate: PrintsFate::Destroyed,
        order: Order { authority: "Synthetic Record Office".to_owned(), ..order("CRO-4") },
        particulars: "Before two officers of the record office.".to_owned(),
        removed: vec![],
    }
}

/// The same of one who was enrolled without a case.
pub fn prints_alone(enrolment: &str) -> PrintsDestroy {
    PrintsDestroy { fir: String::new(), accused: 0, enrolment: Some(enrolment.to_owned()), ..prints("", 0) }
}

pub fn recommend(fir: &str, report: ReportKind) -> FinalRecommend {
    FinalRecommend {
        fir: fir.to_owned(),
        report,
        grounds: "Nobody saw it.".to_owned(),
        through: "sho-1".to_owned(),
        prosecutor: "Synthetic District Prosecutor".to_owned(),
    }
}

pub fn agree(fir: &str, agreed: bool) -> FinalAgree {
    let remarks = if agreed { String::new() } else { "Examine the neighbours first.".to_owned() };
    FinalAgree { fir: fir.to_owned(), prosecutor: "Synthetic Prosecutor".to_owned(), agreed, remarks }
}

pub fn excuse(subject: &str, deadline: &str) -> ClockExcuse {
    ClockExcuse {
        subject: subject.to_owned(),
        deadline: deadline.to_owned(),
        reason: "The laboratory was closed.".to_owned(),
        fir: None,
    }
}

pub fn final_order(fir: &str, agreed: bool) -> FinalOrder {
    FinalOrder { fir: fir.to_owned(), agreed, order: order("M-1"), report: None, freed: vec![] }
}

/// Whether that kind upon a case is one of the court's.
pub fn has(kind: &str) -> bool {
    all().iter().any(|body| body.kind().strip_prefix("case.") == Some(kind))
}

/// One full body of each kind, in their order.
pub fn all() -> Vec<Body> {
    let mut all = vec![
        challan(OTHER, ReportKind::Complete, &[2]).into(),
        object(OTHER).into(),
        answer(OTHER, &[1, 2]).into(),
        forward(OTHER).into(),
        receive(OTHER).into(),
        hearing(OTHER).into(),
        CaseCharge { juveniles: vec![2], rape: true, ..charge(OTHER, &[2]) }.into(),
        stay(OTHER).into(),
        unstay(OTHER).into(),
        transfer(OTHER, TransferTo::Station).into(),
        CaseQuash { freed: vec![2], ..quash(OTHER) }.into(),
        CaseCompound { under: CompoundUnder::Qisas, freed: vec![2], ..compound(OTHER) }.into(),
        CaseWithdraw { freed: vec![2], ..withdraw(OTHER) }.into(),
        shelve(OTHER).into(),
        CaseReopen { accused: Some(2), ..reopen(OTHER) }.into(),
        falsehood(OTHER).into(),
        AccusedConvict { notify_residence: true, ..convict(OTHER, 2) }.into(),
        acquit(OTHER, 2).into(),
        discharge(OTHER, 2).into(),
        abate(OTHER, 2).into(),
        review(OTHER, 2).into(),
        appeal(OTHER, 2, AppealResult::Altered).into(),
        crate::cro_samples::enrol_sample(),
        PrintsDestroy { removed: vec![OTHER.to_owned()], ..prints(OTHER, 2) }.into(),
    ];
    all.extend(crate::cro_samples::all());
    all.extend([
        recommend(OTHER, ReportKind::False).into(),
        FinalAgree { remarks: "The story cannot be true.".to_owned(), ..agree(OTHER, true) }.into(),
        FinalOrder { report: Some(ReportKind::False), freed: vec![2], ..final_order(OTHER, true) }.into(),
        ClockExcuse { fir: Some(OTHER.to_owned()), ..excuse(OTHER, "D8") }.into(),
    ]);
    all
}
