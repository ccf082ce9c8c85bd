//! What may not be one person, however well the records agree.

use serde::{Deserialize, Serialize};

use crate::date;
use crate::identifier::{self, conflict};
use crate::model::Model;
use crate::schema::Schema;
use crate::table::Table;
use crate::value::Custody;

/// Why two groups of records were not joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Each side has identifiers, and no two of them could be one mistyped.
    Identity,
    /// Man and woman.
    Sex,
    /// Births further apart than anybody mistakes an age.
    Years,
    /// Held in two places on one day.
    Custody,
    /// The other records of both sides, all with all, speak against the pair that would join them.
    Evidence,
    /// A reviewer said that two of them are not the same.
    Reviewer,
}

/// Which guards stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guards {
    /// Identifiers that could not be one mistyped are kept apart.
    pub identity: bool,
    /// Men and women are kept apart.
    pub sex: bool,
    /// Years between births above which two are kept apart; `None` where dates are too bad for it.
    pub years: Option<u16>,
}

impl Default for Guards {
    fn default() -> Self {
        Self { identity: true, sex: true, years: Some(15) }
    }
}

/// Bits against one person from which on a disagreement is no mere mistake.
const NEXT_TO_IMPOSSIBLE: f32 = -4.0;

impl Guards {
    /// All guards, but for fields of which the model learned that records of one person often disagree there.
    #[must_use]
    pub fn learned(model: &Model) -> Self {
        let roles = model.schema().roles;
        let says = |field: Option<usize>, level: u8| {
            let level = field.and_then(|field| model.level(field, usize::from(level)));
            level.is_some_and(|level| level.bits() <= NEXT_TO_IMPOSSIBLE)
        };
        Self {
            identity: says(roles.identity, identifier::DIFFERS),
            sex: says(roles.sex, 2),
            years: says(roles.birth, date::FAR).then_some(15),
        }
    }
}

/// What is known of a group of records that bears on joining it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    identities: Vec<u128>,
    sexes: Vec<u32>,
    years: Option<(u16, u16)>,
    custody: Vec<Custody>,
}

impl Known {
    /// Of one record.
    pub fn of(schema: &Schema, table: &Table, row: u32) -> Self {
        let roles = schema.roles;
        let column = |field: Option<usize>| field.and_then(|field| table.columns.get(field));
        let identity = column(roles.identity).map_or(0, |column| column.identifier(row));
        let year = column(roles.birth).and_then(|column| column.date(row)).map(date::Date::year);
        Self {
            identities: if identity == 0 { Vec::new() } else { vec![identity] },
            sexes: column(roles.sex).and_then(|column| column.code(row)).into_iter().collect(),
            years: year.map(|year| (year, year)),
            custody: table.custody(row).to_vec(),
        }
    }

    /// Why this and another may not be joined.
    pub fn refuses(&self, other: &Self, guards: Guards) -> Option<Refusal> {
        let both = !self.identities.is_empty() && !other.identities.is_empty();
        let alike = || self.identities.iter().any(|a| other.identities.iter().any(|b| !conflict(*a, *b)));
        if guards.identity && both && !alike() {
            return Some(Refusal::Identity);
        }
        if guards.sex && self.sexes.iter().any(|a| other.sexes.iter().any(|b| a != b)) {
            return Some(Refusal::Sex);
        }
        if let (Some((a_first, a_last)), Some((b_first, b_last)), Some(most)) =
            (self.years, other.years, guards.years)
            && a_last.max(b_last) - a_first.min(b_first) > most
        {
            return Some(Refusal::Years);
        }
        let two_places = |a: &Custody| other.custody.iter().any(|b| at_once(a, b));
        self.custody.iter().any(two_places).then_some(Refusal::Custody)
    }

    /// Both together.
    pub fn join(&mut self, other: &Self) {
        let add = |into: &mut Vec<u128>, from: &[u128]| {
            for one in from {
                if !into.contains(one) {
                    into.push(*one);
                }
            }
        };
        add(&mut self.identities, &other.identities);
        for sex in &other.sexes {
            if !self.sexes.contains(sex) {
                self.sexes.push(*sex);
            }
        }
        self.years = match (self.years, other.years) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (one, two) => one.or(two),
        };
        self.custody.extend_from_slice(&other.custody);
    }
}

/// Held in two places on one day; on the day of a transfer he may stand in both books.
fn at_once(a: &Custody, b: &Custody) -> bool {
    a.place != b.place && a.from < b.to && b.from < a.to
}
