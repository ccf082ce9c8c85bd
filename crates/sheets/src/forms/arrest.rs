//! The memo of an arrest, with why it was needed and who was told.

use roznamcha_acts::kinds::{CaseArrest, Gender, Party};
use roznamcha_print::{Block, Field, Form};

use super::pen::{self, Pen};
use super::{Deed, Dossier};

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier, deed: &Deed, body: &CaseArrest) -> Form {
    let person = dossier.person(body.accused);
    let name = person.map(|p| pen.person(p)).unwrap_or_default();
    let mut told = vec![pen.maybe("relative-told", 12, body.relative_told.as_deref())];
    if let Some(officer) = &body.woman_officer {
        told.push(pen.field("woman-officer", 12, pen.named(officer, None)));
    }
    if dossier.accused(body.accused).is_some_and(|a| a.juvenile) {
        told.push(pen.maybe("guardian-told", 6, body.guardian_told.as_deref()));
        told.push(pen.maybe("probation-told", 6, body.probation_told.as_deref()));
    }
    let rank = (deed.step.officer == body.by).then_some(deed.step.rank.as_str());
    Form {
        title: pen.both("arrest-title"),
        under: pen.both("arrest-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks: vec![
            Block::Fields { fields: particulars(pen, person) },
            Block::Fields {
                fields: vec![
                    pen.field("arrested-at", 4, pen::when(body.arrested)),
                    pen.field("arrested-by", 8, pen.named(&body.by, rank)),
                    pen.field("arrest-place", 8, body.place.as_str()),
                    pen.field("due-before-magistrate", 4, pen::when(body.arrested.plus_seconds(24 * 3600))),
                ],
            },
            pen.words("justification", body.justification.as_str(), 0),
            Block::Fields { fields: told },
            pen.words("personal-search", "", 2),
            pen.says("arrest-rights"),
            Block::Sign {
                signers: vec![
                    pen.marks("sign-accused", &name),
                    pen.marks("sign-witness", ""),
                    pen.marks("sign-witness", ""),
                ],
            },
            Block::Sign {
                signers: vec![
                    pen.signs("sign-arresting", Some(pen.officer(&body.by, rank))),
                    pen.signs("sign-sho", None),
                ],
            },
        ],
        notice: Some(pen.both("arrest-notice")),
    }
}

/// Who he is.
pub(crate) fn particulars(pen: &Pen<'_>, person: Option<&Party>) -> Vec<Field> {
    let Some(person) = person else { return vec![pen.field("accused", 12, "")] };
    let gender = person.gender.map(|g| match g {
        Gender::Male => "male",
        Gender::Female => "female",
        Gender::X => "x",
    });
    vec![
        pen.field("accused", 8, pen.person(person)),
        pen.field("cnic", 4, person.cnic.as_deref().map(pen::cnic).unwrap_or_default()),
        pen.maybe("residence", 8, person.address.as_deref()),
        pen.field(
            "gender",
            2,
            gender.map(|g| pen.words.say(pen.lang, &format!("gender-{g}"))).unwrap_or_default(),
        ),
        pen.field("age", 2, person.age.map(|a| a.to_string()).unwrap_or_default()),
    ]
}
