//! Acts to write. All persons are synthetic, visibly so.

use roznamcha_acts::kinds::{
    CashMove, DiaryKind, DiaryOpen, DiaryWrite, Direction, FirRegister, LegacyIncident, Mark, Party, Place,
    StaffAppoint, StaffRelieve,
};
use roznamcha_acts::{Act, ActId, Body, Moment};
use roznamcha_store::Proposal;
use uuid::Uuid;

use crate::backend::start;

pub const OFFICE: &str = "PS-TEST-1";

pub fn proposal(act: Act) -> Proposal {
    Proposal { act, province: "TP".to_owned(), by: None }
}

/// An act with an id of its own number.
pub fn act(office: &str, id: u128, at: Moment, body: impl Into<Body>) -> Act {
    Act {
        id: ActId(Uuid::from_u128(id)),
        office: office.to_owned(),
        officer: "O-1".to_owned(),
        rank: "asi".to_owned(),
        happened: at,
        informed: None,
        stated: at,
        basis: vec![],
        body: body.into(),
    }
}

/// The same, at the start of the tests.
pub fn now(office: &str, id: u128, body: Body) -> Proposal {
    proposal(act(office, id, start(), body))
}

pub fn open(at: Moment) -> Body {
    Body::DiaryOpen(DiaryOpen::on(at.day()))
}

pub fn entry(text: &str) -> Body {
    Body::DiaryWrite(DiaryWrite {
        subject: DiaryKind::Patrol,
        text: text.to_owned(),
        officers: vec![],
        fir: None,
    })
}

/// An officer is posted here.
pub fn appoint(officer: &str) -> Body {
    Body::StaffAppoint(StaffAppoint {
        officer: officer.to_owned(),
        name_en: "Synthetic Officer".to_owned(),
        name_ur: "فرضی افسر".to_owned(),
        belt_no: "1".to_owned(),
        phone: None,
        rank: "asi".to_owned(),
        role: "moharrar".to_owned(),
        from: start().day(),
        order_no: "1/2026".to_owned(),
        woman: false,
        juvenile_trained: false,
    })
}

/// And relieved.
pub fn relieve(officer: &str) -> Body {
    Body::StaffRelieve(StaffRelieve {
        officer: officer.to_owned(),
        until: start().day(),
        order_no: "2/2026".to_owned(),
        reason: "transferred".to_owned(),
    })
}

pub fn person(name: &str) -> Party {
    Party { name: name.to_owned(), address: Some("Synthetic Street".to_owned()), ..Party::default() }
}

pub fn fir(at: Moment, complainant: &str) -> Body {
    Body::FirRegister(FirRegister {
        e_tag: None,
        occurred_from: at.plus_seconds(-3_600),
        occurred_to: None,
        reported: at,
        informant: person(complainant),
        informant_is_victim: true,
        victims: vec![],
        accused: vec![],
        sections: vec!["T-379".to_owned()],
        brief: format!("Motorcycle of {complainant}"),
        property: vec![],
        place: Place { text: "Synthetic Chowk".to_owned(), ..Place::default() },
        action: String::new(),
        delay_reason: None,
        despatched: None,
        narrative: format!("{complainant} نے بیان کیا"),
        narrative_en: None,
        read_over: true,
        mark: Mark::Signature,
        io: None,
        seal: None,
        marks: Vec::new(),
    })
}

pub fn cash(amount_paisa: i64) -> Body {
    Body::CashMove(CashMove {
        direction: if amount_paisa > 0 { Direction::In } else { Direction::Out },
        amount_paisa: amount_paisa.abs(),
        head: "diet".to_owned(),
        party: "Treasury".to_owned(),
        voucher: String::new(),
        purpose: "Diet money".to_owned(),
    })
}

pub fn incident(number: u64, class: &str, at: Moment) -> Body {
    Body::LegacyIncident(LegacyIncident {
        source: "old".to_owned(),
        number: number.to_string(),
        class: class.to_owned(),
        occurred_from: at,
        occurred_to: None,
        time_known: true,
        place: format!("{number} SYNTHETIC AVE"),
        beat: Some("0412".to_owned()),
        lat_e6: Some(31_520_370),
        lon_e6: Some(74_358_749),
        rest: [("description", "AUTOMOBILE"), ("location", "STREET"), ("arrest", "false"), ("ward", "8")]
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
            .into(),
    })
}
