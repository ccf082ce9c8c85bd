//! What of a case's persons, articles and papers is replaced before it leaves the door.

use roznamcha_access::{Field, FieldSet};
use roznamcha_acts::kinds::{Body, Party};
use roznamcha_acts::views::{CellKind, EntryRow, PartyRole, PartyRow, PropertyRow};

use crate::mask::blot_party;
use crate::{EntryView, MASK};

/// Masks each person as what he is in the case.
pub(crate) fn veil_parties(rows: &mut [PartyRow], fields: &FieldSet) {
    let address = fields.shows(Field::FirAddress);
    for row in rows {
        let (name, identifiers) = match row.role {
            PartyRole::Informant => (Field::FirComplainantName, Field::FirComplainantIdentifiers),
            PartyRole::Victim => (Field::FirVictimName, Field::FirComplainantIdentifiers),
            PartyRole::Accused => (Field::FirAccused, Field::FirAccusedIdentifiers),
            PartyRole::Witness => (Field::FirWitnessName, Field::FirComplainantIdentifiers),
        };
        blot_party(&mut row.party, fields.shows(name), fields.shows(identifiers), address);
    }
}

/// Masks what the articles are.
pub(crate) fn veil_articles(rows: &mut [PropertyRow], fields: &FieldSet) {
    if fields.shows(Field::FirProperty) {
        return;
    }
    for article in rows.iter_mut().map(|row| &mut row.article) {
        MASK.clone_into(&mut article.item);
        article.value_paisa = None;
        for text in [&mut article.quantity, &mut article.condition, &mut article.seals, &mut article.rack] {
            text.clear();
        }
    }
}

/// Masks the words of a line in a working register of the case.
pub(crate) fn veil_line(mut row: EntryRow, fields: &FieldSet) -> EntryView {
    let masked = !fields.shows(Field::FirNarrative);
    if masked {
        for cell in row.cells.iter_mut().filter(|c| c.kind == CellKind::Text) {
            MASK.clone_into(&mut cell.value);
        }
        row.strikes.clear();
    }
    EntryView { row, masked }
}

/// Masks a paper. Its words name persons of every kind, so it is shown only to who may see them all; then what
/// identifies a person beside his name still goes by itself. Whether it is shown at all.
pub(crate) fn veil_paper(body: &mut Body, fields: &FieldSet) -> bool {
    let words = [
        Field::FirNarrative,
        Field::FirPlaceExact,
        Field::FirComplainantName,
        Field::FirVictimName,
        Field::FirAccused,
        Field::FirWitnessName,
    ];
    if !words.into_iter().all(|field| fields.shows(field)) {
        return false;
    }
    let identifiers =
        fields.shows(Field::FirComplainantIdentifiers) && fields.shows(Field::FirAccusedIdentifiers);
    let address = fields.shows(Field::FirAddress);
    if let Some(person) = person_of(body) {
        blot_party(person, true, identifiers, address);
    }
    true
}

/// The person a paper is of, where it has one with card, telephone or address.
fn person_of(body: &mut Body) -> Option<&mut Party> {
    match body {
        Body::CaseNominate(b) => Some(&mut b.person),
        Body::CaseStatement(b) => Some(&mut b.person),
        Body::CaseVersion(b) => Some(&mut b.person),
        Body::CaseApply(b) => Some(&mut b.applicant),
        _ => None,
    }
}
