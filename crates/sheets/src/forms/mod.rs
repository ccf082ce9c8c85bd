//! The forms of a case and of a station, filled from what the books hold. Pure: whoever calls has read the books, may
//! see what he read, and counts the print.

mod accused;
mod annex;
mod arrest;
mod challan;
mod charge;
mod conviction;
mod court;
mod custody;
mod destruction;
mod history;
mod inspection;
mod lineup;
mod memo;
mod pen;
mod remand;
mod report;
mod road;
mod slip;
mod standing;
mod statement;
mod timeline;
mod whole;
mod zimni;

pub use charge::Charge;
pub use history::{Entered, Record};
pub use inspection::{Inspection, Shelved};
pub use lineup::Parade;
pub use pen::Pen;
pub use road::Road;
pub use slip::{Finger, Slip};
pub use whole::Beside;

use roznamcha_acts::kinds::{Body, FirRegister, Party};
use roznamcha_acts::views::{AccusedRow, CaseRow, PartyRow, PropertyRow, StepRow};
use roznamcha_print::{Field, Form};

/// An act upon a case, with its content where this officer may see it.
#[derive(Clone, Debug)]
pub struct Deed {
    /// What, when, by whom.
    pub step: StepRow,
    /// What it says.
    pub body: Option<Body>,
}

/// A case as the forms are filled from it, already masked.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// How it stands.
    pub case: CaseRow,
    /// Its report.
    pub fir: Option<FirRegister>,
    /// Persons named in it.
    pub parties: Vec<PartyRow>,
    /// Its accused.
    pub accused: Vec<AccusedRow>,
    /// Its articles in the store-room.
    pub property: Vec<PropertyRow>,
    /// What was done, in order.
    pub deeds: Vec<Deed>,
}

impl Dossier {
    /// A person by his place in the list.
    pub(crate) fn person(&self, index: u32) -> Option<&Party> {
        self.parties.iter().find(|p| p.index == index).map(|p| &p.party)
    }

    /// An accused by his place in the list.
    pub(crate) fn accused(&self, index: u32) -> Option<&AccusedRow> {
        self.accused.iter().find(|a| a.index == index)
    }

    /// Number and year as the form has them: `891/26`.
    pub(crate) fn number(&self) -> String {
        format!("{}/{:02}", self.case.no, self.case.year.rem_euclid(100))
    }

    /// Boxes that every form of a case begins with.
    pub(crate) fn head(&self, pen: &Pen<'_>) -> Vec<Field> {
        vec![
            pen.field("fir-no", 3, self.number()),
            pen.field("fir-date", 3, pen::when(self.case.registered)),
            pen.field("sections", 12, pen.sections(self.case.charged())),
        ]
    }

    /// The form of an act, where there is one for its kind.
    pub fn form_of(&self, pen: &Pen<'_>, deed: &Deed) -> Option<Form> {
        match deed.body.as_ref()? {
            Body::ChallanSubmit(body) => Some(challan::form(pen, self, deed, body)),
            Body::CaseArrest(body) => Some(arrest::form(pen, self, deed, body)),
            Body::CaseMemo(body) => Some(memo::form(pen, self, deed, body)),
            Body::CaseStatement(body) => Some(statement::form(pen, self, deed, body)),
            Body::CaseZimni(body) => Some(zimni::form(pen, self, deed, body)),
            Body::AccusedConvict(body) => Some(conviction::form(pen, self, deed, body)),
            Body::PrintsDestroy(body) => Some(destruction::form(pen, self, deed, body)),
            _ => None,
        }
    }

    /// The application for remand of an accused, on the incomplete challan.
    pub fn remand(&self, pen: &Pen<'_>, accused: u32) -> Option<Form> {
        remand::form(pen, self, accused)
    }

    /// The custody form of an accused: every arrest, remand and release.
    pub fn custody(&self, pen: &Pen<'_>, accused: u32) -> Option<Form> {
        custody::form(pen, self, accused)
    }
}

impl Pen<'_> {
    /// A road certificate.
    pub fn road(&self, road: &Road<'_>) -> Form {
        road::form(self, road)
    }

    /// A charge note.
    pub fn charge(&self, note: &Charge<'_>) -> Form {
        charge::form(self, note)
    }

    /// A search slip, answered or not yet.
    pub fn search_slip(&self, slip: &Slip<'_>) -> Form {
        slip::form(self, slip)
    }

    /// The record of a witness line-up.
    pub fn lineup(&self, parade: &Parade<'_>) -> Form {
        lineup::form(self, parade)
    }

    /// The record of a person.
    pub fn person_history(&self, record: &Record<'_>) -> Form {
        history::form(self, record)
    }

    /// An inspection report.
    pub fn inspection(&self, found: &Inspection) -> Form {
        inspection::form(self, found)
    }
}
