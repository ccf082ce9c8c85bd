//! Masking: what this officer may not see is replaced before it leaves the door.

use roznamcha_access::{Action, Field, FieldSet, Resource};
use roznamcha_acts::kinds::Party;
use roznamcha_acts::views::{EntryRow, FirRow, Strike};
use std::collections::HashMap;

use crate::{Caller, Records};

/// What stands in place of a masked value.
pub const MASK: &str = "•••";

/// A register entry as this officer sees it.
#[derive(Clone, Debug)]
pub struct EntryView {
    /// The entry, masked.
    pub row: EntryRow,
    /// Whether anything in it is masked.
    pub masked: bool,
}

/// Remembers what may be shown of rows with the same marks, within one answer.
#[derive(Default)]
pub(crate) struct Seen(HashMap<(bool, bool, bool), FieldSet>);

impl Records {
    fn fields_for(&self, caller: &Caller, action: Action, row: &Resource, seen: &mut Seen) -> FieldSet {
        let marks = (row.sealed, row.juvenile, row.expunged);
        seen.0.entry(marks).or_insert_with(|| self.gate.fields(&caller.actor, action, row)).clone()
    }

    /// Masks the cells of an entry that this officer may not see.
    pub(crate) fn veil(
        &self,
        caller: &Caller,
        action: Action,
        mut row: EntryRow,
        seen: &mut Seen,
    ) -> EntryView {
        let resource = self.of_entry(&row);
        let fields = self.fields_for(caller, action, &resource, seen);
        let diary = row.entry.register == "2";
        let (text, persons) = if diary {
            (fields.shows(Field::DiaryText), fields.shows(Field::DiaryPersons))
        } else {
            (fields.shows(Field::RegisterText), fields.shows(Field::RegisterPersons))
        };
        let mut masked = false;
        let mut hidden = Vec::new();
        for cell in &mut row.cells {
            let shown = if cell.personal { persons && text } else { text };
            if !shown {
                MASK.clone_into(&mut cell.value);
                cell.kind = roznamcha_acts::views::CellKind::Text;
                hidden.push(cell.key.clone());
                masked = true;
            }
        }
        row.strikes.iter_mut().filter(|s| hidden.contains(&s.field)).for_each(blot);
        EntryView { row, masked }
    }
}

fn blot(strike: &mut Strike) {
    MASK.clone_into(&mut strike.wrong);
    MASK.clone_into(&mut strike.right);
    MASK.clone_into(&mut strike.reason);
}

pub(crate) fn blot_party(party: &mut Party, name: bool, identifiers: bool, address: bool) {
    if !name {
        MASK.clone_into(&mut party.name);
        party.relation = None;
        party.alias = None;
        party.gender = None;
        party.age = None;
    }
    if !identifiers {
        party.cnic = None;
        party.phone = None;
    }
    if !address {
        party.address = None;
    }
}

/// The part of a case that a column of its form belongs to.
fn field_of(column: &str) -> Field {
    match column {
        "informant" => Field::FirComplainantName,
        "place" => Field::FirPlaceExact,
        "property" => Field::FirProperty,
        _ => Field::FirNarrative,
    }
}

/// Masks the parts of a case that are not in the set.
pub(crate) fn veil_fir(row: &mut FirRow, fields: &FieldSet) {
    let shows = |f: Field| fields.shows(f);
    let address = shows(Field::FirAddress);
    if let Some(fir) = &mut row.fir {
        let identifiers = shows(Field::FirComplainantIdentifiers);
        blot_party(&mut fir.informant, shows(Field::FirComplainantName), identifiers, address);
        for victim in &mut fir.victims {
            blot_party(victim, shows(Field::FirVictimName), identifiers, address);
        }
        for accused in &mut fir.accused {
            let named = shows(Field::FirAccused);
            blot_party(&mut accused.person, named, shows(Field::FirAccusedIdentifiers), address);
            if !named {
                MASK.clone_into(&mut accused.description);
            }
        }
        if !shows(Field::FirNarrative) {
            for text in [&mut fir.narrative, &mut fir.brief, &mut fir.action] {
                MASK.clone_into(text);
            }
            fir.narrative_en = None;
            fir.delay_reason = fir.delay_reason.as_ref().map(|_| MASK.to_owned());
        }
        if !shows(Field::FirPlaceExact) {
            MASK.clone_into(&mut fir.place.text);
            fir.place.distance_m = None;
            fir.place.bearing = None;
            fir.place.lat_e6 = None;
            fir.place.lon_e6 = None;
        }
        if !shows(Field::FirProperty) {
            fir.property.clear();
        }
        if !shows(Field::FirOffence) {
            fir.sections.clear();
            row.sections.clear();
        }
        if !shows(Field::FirOfficers) {
            fir.io = None;
            row.io = None;
        }
    }
    row.strikes.iter_mut().filter(|s| !fields.shows(field_of(&s.field))).for_each(blot);
}
