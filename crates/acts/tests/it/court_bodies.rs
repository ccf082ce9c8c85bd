//! Bodies of random acts of prosecutors and courts upon a case. Half of them suit where the case stands.

use roznamcha_acts::Body;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{CaseRow, FinalReportRow, ReportKind, ReportState, Stage};

use crate::court_samples::*;
use crate::generate::CaseStep;
use crate::walk::Walk;

impl Walk {
    pub fn court_body(&self, step: &CaseStep, office: &str, mark: &str) -> Body {
        let fir = self.fir_at(office, &step.fir);
        let case = self.ledger.get::<CaseRow>(office, &fir).unwrap();
        let accused = case.as_ref().map(|c| c.accused.clone()).unwrap_or_default();
        let some = if accused.is_empty() { 1 } else { *step.which.get(&accused) };
        let report = case.as_ref().and_then(|c| c.reports.last().cloned());
        let report = report.and_then(|id| self.ledger.get::<FinalReportRow>(office, &id).unwrap());
        let all = every(&fir, some, &accused, report.as_ref(), step, mark);
        let fitting: &[usize] = match (case.map(|c| c.stage), report.map(|r| r.state)) {
            (_, Some(ReportState::Objected)) => &[1],
            (Some(Stage::Investigation | Stage::ChallanInterim | Stage::Challan), Some(state)) => match state
            {
                ReportState::WithProsecutor => &[2, 3, 3, 22, 22],
                ReportState::Forwarded => &[4, 23, 23, 23],
                _ => &[0, 21],
            },
            (Some(Stage::Investigation | Stage::ChallanInterim), _) => &[0, 0, 0, 21, 9, 10],
            (Some(Stage::InCourt), _) => &[5, 6, 6, 6, 7, 8, 12, 13, 11, 11, 11, 17, 18],
            (Some(Stage::Trial), _) => &[5, 16, 16, 17, 7, 8, 19, 18, 20, 24, 25],
            (Some(Stage::Convicted), _) => &[20, 24, 25],
            (Some(Stage::Untraced | Stage::InAbsentia), _) => &[14],
            (Some(Stage::Cancelled), _) => &[15, 25],
            _ => &[25],
        };
        let at = if fitting.is_empty() || step.n.is_multiple_of(4) {
            step.act.index(all.len())
        } else {
            *step.act.get(fitting)
        };
        all.into_iter().nth(at).unwrap()
    }
}

/// One of each, with words that carry the mark.
fn every(
    fir: &str,
    some: u32,
    accused: &[u32],
    report: Option<&FinalReportRow>,
    step: &CaseStep,
    mark: &str,
) -> Vec<Body> {
    let order = Order { number: format!("O-{mark}"), ..order("") };
    let kind = [ReportKind::Interim, ReportKind::Complete, ReportKind::Absentia, ReportKind::Absentia];
    let last = [ReportKind::False, ReportKind::Untraced, ReportKind::Untraced, ReportKind::Mistake];
    let open: Vec<u32> = report.map(|r| r.open_objections().map(|o| o.no).collect()).unwrap_or_default();
    let result = [AppealResult::Upheld, AppealResult::Altered, AppealResult::SetAside, AppealResult::Retrial];
    let under = [AcquitUnder::S249A, AcquitUnder::S265K, AcquitUnder::Merits];
    let to = [TransferTo::Court, TransferTo::Station];
    let agreed = !step.n.is_multiple_of(3);
    vec![
        ChallanSubmit { samples: format!("Sample {mark}"), ..challan(fir, *step.which.get(&kind), accused) }
            .into(),
        answer(fir, &open).into(),
        ChallanObject { objections: vec![format!("Wanting {mark}")], ..object(fir) }.into(),
        forward(fir).into(),
        receive(fir).into(),
        CaseHearing { order: format!("Adjourned {mark}"), next: None, next_purpose: None, ..hearing(fir) }
            .into(),
        charge(fir, accused).into(),
        CaseStay { order: order.clone(), ..stay(fir) }.into(),
        CaseUnstay { order: order.clone(), ..unstay(fir) }.into(),
        CaseTransfer { order: order.clone(), ..transfer(fir, *step.which.get(&to)) }.into(),
        CaseQuash { order: order.clone(), ..quash(fir) }.into(),
        shelve(fir).into(),
        CaseCompound { order: order.clone(), ..compound(fir) }.into(),
        CaseWithdraw { order: order.clone(), ..withdraw(fir) }.into(),
        CaseReopen { ground: format!("Found {mark}"), order: None, ..reopen(fir) }.into(),
        CaseFalsehood { person: format!("Synthetic {mark}"), ..falsehood(fir) }.into(),
        AccusedConvict { sentence: format!("Fine {mark}"), slip_no: None, ..convict(fir, some) }.into(),
        AccusedAcquit { under: *step.which.get(&under), order: order.clone(), ..acquit(fir, some) }.into(),
        AccusedDischarge { order: order.clone(), ..discharge(fir, some) }.into(),
        AccusedAbate { order: order.clone(), ..abate(fir, some) }.into(),
        AppealDecide { order: order.clone(), ..appeal(fir, some, *step.which.get(&result)) }.into(),
        FinalRecommend { grounds: format!("None {mark}"), ..recommend(fir, *step.which.get(&last)) }.into(),
        FinalAgree { remarks: format!("Seen {mark}"), ..agree(fir, agreed) }.into(),
        FinalOrder { order, ..final_order(fir, agreed) }.into(),
        AccusedReview { grounds: format!("Considered {mark}"), ..review(fir, some) }.into(),
        PrintsDestroy {
            fate: *step.which.get(&[PrintsFate::Destroyed, PrintsFate::NoneTaken, PrintsFate::Kept]),
            particulars: format!("Before {mark}"),
            ..prints(fir, some)
        }
        .into(),
    ]
}
