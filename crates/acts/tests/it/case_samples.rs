//! One sound body of each kind upon a case. The case is one of `samples::full_fir`: informant, victim, accused.

use jiff::civil::date;
use roznamcha_acts::Body;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{ClockMark, Keeping};

use crate::bench::moment;
use crate::samples::{OTHER, full_party, nominate, party};

/// The accused's place in the case.
pub const ACCUSED: u32 = 2;

pub fn order() -> Order {
    Order { authority: "Synthetic Court".to_owned(), number: "7/2026".to_owned(), date: date(2026, 1, 5) }
}

pub fn assign(fir: &str) -> CaseAssign {
    CaseAssign { fir: fir.to_owned(), officer: "asi-9".to_owned(), rank: String::new() }
}

pub fn apply(fir: &str) -> CaseApply {
    let (applicant, grounds) = (party("Synthetic Applicant"), "He favours the other side.".to_owned());
    CaseApply { fir: fir.to_owned(), applicant, grounds }
}

pub fn reassign(fir: &str) -> CaseReassign {
    CaseReassign {
        fir: fir.to_owned(),
        order: order(),
        authority: "sp".to_owned(),
        board: "District Standing Board".to_owned(),
        to: Some(Investigator { officer: "si-8".to_owned(), rank: "si".to_owned(), special: false }),
    }
}

pub fn sections(fir: &str) -> CaseSections {
    CaseSections {
        fir: fir.to_owned(),
        add: vec!["T-2".to_owned()],
        strike: vec!["T-M".to_owned()],
        zimni: 1,
        reason: "By the statements".to_owned(),
        seal: None,
    }
}

pub fn zimni(fir: &str) -> CaseZimni {
    CaseZimni {
        fir: fir.to_owned(),
        received: moment("2026-01-05T08:01:00+05:00"),
        began: moment("2026-01-05T08:01:00+05:00"),
        closed: moment("2026-01-05T08:04:00+05:00"),
        places: vec!["Synthetic Chowk".to_owned()],
        text: "Went to the place.".to_owned(),
    }
}

pub fn version(fir: &str) -> CaseVersion {
    CaseVersion {
        fir: fir.to_owned(),
        person: full_party("Synthetic Other", 8),
        cross: true,
        sections: vec!["T-2".to_owned()],
        text: "It was they who began.".to_owned(),
        party: None,
    }
}

pub fn statement(fir: &str) -> CaseStatement {
    CaseStatement {
        fir: fir.to_owned(),
        person: full_party("Synthetic Witness", 7),
        under: Under::Police,
        magistrate: None,
        signed: false,
        taken: moment("2026-01-05T08:04:00+05:00"),
        text: "I saw it.".to_owned(),
        party: None,
    }
}

pub fn memo(fir: &str) -> CaseMemo {
    let property = Found {
        description: "Telephone".to_owned(),
        quantity: "1".to_owned(),
        property: Some(OTHER.to_owned()),
    };
    CaseMemo {
        fir: fir.to_owned(),
        of: MemoOf::Recovery,
        at: moment("2026-01-05T08:04:00+05:00"),
        place: "Synthetic Street".to_owned(),
        accused: Some(ACCUSED),
        warrant: None,
        grounds: "It would have been hidden.".to_owned(),
        witnesses: vec!["Synthetic One".to_owned(), "Synthetic Two".to_owned()],
        items: vec![property],
    }
}

pub fn arrest(fir: &str) -> CaseArrest {
    CaseArrest {
        fir: fir.to_owned(),
        accused: ACCUSED,
        arrested: moment("2026-01-05T08:04:00+05:00"),
        place: "Synthetic Chowk".to_owned(),
        by: "asi-9".to_owned(),
        justification: "He was about to flee.".to_owned(),
        relative_told: Some("Brother, by telephone".to_owned()),
        woman_officer: Some("asi-9".to_owned()),
        guardian_told: None,
        probation_told: None,
        marks: vec![],
    }
}

pub fn inform(fir: &str) -> CaseInform {
    CaseInform { fir: fir.to_owned(), accused: ACCUSED, told: Told::Relative, whom: "Brother".to_owned() }
}

pub fn remand(fir: &str, keeping: Keeping, days: u32) -> CaseRemand {
    let challan = "IC-1/2026".to_owned();
    CaseRemand { fir: fir.to_owned(), accused: ACCUSED, keeping, days, order: order(), challan }
}

pub fn bail(fir: &str) -> CaseBail {
    let sureties = "Synthetic Surety".to_owned();
    CaseBail { fir: fir.to_owned(), accused: ACCUSED, order: order(), bond_rupees: 100_000, sureties }
}

pub fn release_169(fir: &str) -> CaseRelease {
    let (reasons, bond) = ("He was elsewhere.".to_owned(), "Own bond".to_owned());
    CaseRelease { fir: fir.to_owned(), accused: ACCUSED, reasons, bond }
}

pub fn warrant(fir: &str) -> CaseWarrant {
    let warrant = WarrantKind::NonBailable;
    CaseWarrant { fir: fir.to_owned(), accused: ACCUSED, warrant, order: order() }
}

pub fn proclaim(fir: &str) -> CaseProclaim {
    CaseProclaim {
        fir: fir.to_owned(),
        accused: ACCUSED,
        order: order(),
        published: moment("2026-01-05T08:04:00+05:00"),
        days: 30,
        watched: None,
    }
}

pub fn medical(fir: &str) -> CaseMedical {
    CaseMedical {
        fir: fir.to_owned(),
        party: 1,
        examined: moment("2026-01-05T08:04:00+05:00"),
        hospital: "Synthetic Hospital".to_owned(),
        certificate: "MLC-3/2026".to_owned(),
        findings: "A bruise.".to_owned(),
    }
}

/// One full body of every kind upon a case, in their order.
pub fn all() -> Vec<Body> {
    vec![
        CaseNominate { party: Some(3), ..nominate(OTHER) }.into(),
        CaseAssign { rank: "asi".to_owned(), ..assign(OTHER) }.into(),
        apply(OTHER).into(),
        reassign(OTHER).into(),
        CaseSections { seal: Some("protected-offence".to_owned()), ..sections(OTHER) }.into(),
        zimni(OTHER).into(),
        CaseVersion { party: Some(4), ..version(OTHER) }.into(),
        CaseStatement {
            under: Under::Magistrate,
            magistrate: Some("Synthetic Magistrate".to_owned()),
            signed: true,
            party: Some(5),
            ..statement(OTHER)
        }
        .into(),
        CaseMemo { warrant: Some("W-1".to_owned()), ..memo(OTHER) }.into(),
        CaseArrest {
            guardian_told: Some("Father".to_owned()),
            probation_told: Some("Probation officer".to_owned()),
            marks: vec![ClockMark::Juvenile, ClockMark::Woman],
            ..arrest(OTHER)
        }
        .into(),
        inform(OTHER).into(),
        remand(OTHER, Keeping::Police, 3).into(),
        bail(OTHER).into(),
        release_169(OTHER).into(),
        warrant(OTHER).into(),
        CaseProclaim { watched: Some(true), ..proclaim(OTHER) }.into(),
        medical(OTHER).into(),
    ]
}

/// An investigation in the order in which it can happen, by an officer who has the case.
pub fn tour(fir: &str) -> Vec<Body> {
    use Keeping::Police;
    vec![
        StaffAppoint { officer: "io-1".to_owned(), ..crate::samples::appoint() }.into(),
        CaseAssign { officer: "io-1".to_owned(), ..assign(fir) }.into(),
        zimni(fir).into(),
        CaseSections { strike: vec![], ..sections(fir) }.into(),
        version(fir).into(),
        statement(fir).into(),
        CaseMemo { accused: None, ..memo(fir) }.into(),
        medical(fir).into(),
        warrant(fir).into(),
        proclaim(fir).into(),
        CaseArrest { woman_officer: Some("io-1".to_owned()), ..arrest(fir) }.into(),
        inform(fir).into(),
        remand(fir, Police, 3).into(),
        release_169(fir).into(),
        bail(fir).into(),
        apply(fir).into(),
        reassign(fir).into(),
    ]
}
