//! A case under investigation, and acts upon it, of visibly synthetic persons. The accused is named in the report.

use roznamcha_access::Role;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{
    Accused, Article, Body, CaseArrest, CaseNominate, CaseStatement, CaseZimni, FirRegister, PropertyEnter,
    PropertyKind, Under,
};
use roznamcha_acts::views::NamedBy;
use roznamcha_records::DoorError;

use crate::{Node, officer_of, party};

/// The place of the accused in the case's list of persons: after the informant.
const ACCUSED: u32 = 1;

/// The day opened, a report registered with one accused, given to the investigating officer; its act.
///
/// # Errors
/// The door's.
pub async fn opened_case(node: &Node, report: FirRegister) -> Result<String, DoorError> {
    node.open_day().await?;
    let moharrar = node.as_role(Role::Moharrar).await?;
    let accused = Accused { person: party(90), description: "فرضی حلیہ".to_owned() };
    let report = FirRegister { accused: vec![accused], io: Some(officer_of(Role::Io)), ..report };
    Ok(node.act(&moharrar, Body::FirRegister(report)).await?.act)
}

/// A case diary of the last minute.
pub fn zimni(case: &str, now: Moment) -> Body {
    CaseZimni {
        fir: case.to_owned(),
        received: now.plus_seconds(-60),
        began: now.plus_seconds(-60),
        closed: now,
        places: vec!["فرضی چوک".to_owned()],
        text: "فرضی ضمنی: جائے وقوعہ کا ملاحظہ کیا گیا۔".to_owned(),
    }
    .into()
}

/// What a witness said, under section 161.
pub fn statement(case: &str, n: u32, now: Moment) -> Body {
    CaseStatement {
        fir: case.to_owned(),
        person: party(n),
        under: Under::Police,
        magistrate: None,
        signed: false,
        taken: now,
        text: format!("فرضی بیان نمبر {n}"),
        party: None,
    }
    .into()
}

/// Somebody else is named as accused.
pub fn nominate(case: &str, n: u32) -> CaseNominate {
    CaseNominate {
        fir: case.to_owned(),
        person: party(n),
        description: String::new(),
        named_by: NamedBy::Witness,
        ground: "فرضی گواہ نے نام لیا".to_owned(),
        village: None,
        search_slip: None,
        party: None,
    }
}

/// The accused of the report is arrested.
pub fn arrest(case: &str, now: Moment) -> Body {
    CaseArrest {
        fir: case.to_owned(),
        accused: ACCUSED,
        arrested: now,
        place: "فرضی چوک".to_owned(),
        by: officer_of(Role::Io),
        justification: "فرار کا اندیشہ".to_owned(),
        relative_told: Some("فرضی بھائی کو فون پر".to_owned()),
        woman_officer: None,
        guardian_told: None,
        probation_told: None,
        marks: Vec::new(),
    }
    .into()
}

/// An article of the case comes into the store-room.
pub fn article(case: &str) -> Body {
    PropertyEnter {
        source: PropertyKind::CaseProperty,
        fir: Some(case.to_owned()),
        diary: None,
        from_whom: "فرضی چوک سے".to_owned(),
        articles: vec![Article {
            item: "فرضی موٹر سائیکل".to_owned(),
            quantity: "ایک".to_owned(),
            condition: "درست".to_owned(),
            seals: String::new(),
            value_paisa: None,
            rack: "الف-1".to_owned(),
            narcotic: false,
        }],
        sealed: false,
    }
    .into()
}
