//! Acts to write, of visibly synthetic persons.

use jiff::civil::Date;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{
    Body, DiaryKind, DiaryOpen, DiaryWrite, FirRegister, Gender, Mark, Party, Place, Relation, RelationKind,
};

/// A synthetic person; the number makes names and identifiers distinct.
pub fn party(n: u32) -> Party {
    Party {
        name: format!("فرضی شخص {n}"),
        relation: Some(Relation { kind: RelationKind::SonOf, name: format!("فرضی والد {n}") }),
        alias: None,
        cnic: Some(format!("35201{n:07}1")),
        phone: Some(format!("0300{n:07}")),
        address: Some(format!("فرضی مکان نمبر {n}، نمونہ")),
        gender: Some(Gender::Male),
        age: Some(30),
    }
}

/// The day opens.
pub fn diary_open(day: Date) -> Body {
    Body::DiaryOpen(DiaryOpen::on(day))
}

/// An entry in the diary.
pub fn diary_write(text: &str) -> Body {
    Body::DiaryWrite(DiaryWrite {
        subject: DiaryKind::Misc,
        text: text.to_owned(),
        officers: Vec::new(),
        fir: None,
    })
}

/// A report of a theft, an hour before `now`.
pub fn fir(n: u32, now: Moment) -> FirRegister {
    FirRegister {
        e_tag: None,
        occurred_from: now.plus_seconds(-3600),
        occurred_to: None,
        reported: now,
        informant: party(n),
        informant_is_victim: true,
        victims: Vec::new(),
        accused: Vec::new(),
        sections: vec!["PPC-379".to_owned()],
        brief: format!("سرقہ موٹر سائیکل ({n})"),
        property: Vec::new(),
        place: Place {
            text: format!("فرضی بازار {n}"),
            distance_m: Some(1500),
            village: Some("نمونہ".to_owned()),
            ..Place::default()
        },
        action: String::new(),
        delay_reason: None,
        despatched: None,
        narrative: format!("سائل نے بیان کیا کہ اس کی موٹر سائیکل چوری ہو گئی۔ یہ فرضی مضمون نمبر {n} ہے۔"),
        narrative_en: None,
        read_over: true,
        mark: Mark::Signature,
        io: None,
        seal: None,
        marks: Vec::new(),
    }
}

/// A report whose persons the law protects.
pub fn fir_sensitive(n: u32, now: Moment) -> FirRegister {
    FirRegister { sections: vec!["PPC-376".to_owned()], ..fir(n, now) }
}
