//! One record against another: at which level each field agrees, and how rare is what agrees.

pub(crate) mod name;
pub(crate) mod share;

use crate::schema::{Kind, Schema};
use crate::table::{Column, Table};
use crate::{date, identifier};

/// The levels of a pair, four bits a field, nought where a side says nothing.
pub(crate) type Pattern = u64;

/// Levels a field may have, missing among them.
pub(crate) const LEVELS: usize = 9;

/// One field of a pair.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Seen {
    pub level: u8,
    /// How rare what agrees is, in bits, not damped.
    pub rare: f32,
}

pub(crate) fn level_of(pattern: Pattern, field: usize) -> usize {
    (pattern >> (field * 4) & 15) as usize
}

pub(crate) fn field(schema: &Schema, table: &Table, field: usize, a: u32, b: u32) -> Seen {
    let Some(column) = table.columns.get(field) else { return Seen::default() };
    match (schema.kind(field), column) {
        (Kind::Name, Column::Words { known, .. }) => name::compare(known, column.words(a), column.words(b)),
        (Kind::Words, Column::Words { known, .. }) => share::compare(known, column.words(a), column.words(b)),
        (Kind::Identifier { local }, _) => match (column.identifier(a), column.identifier(b)) {
            (0, _) | (_, 0) => Seen::default(),
            (a, b) => Seen { level: identifier::level(a, b, local), rare: 0.0 },
        },
        (Kind::Date, _) => match (column.date(a), column.date(b)) {
            (Some(a), Some(b)) => Seen { level: date::level(a, b), rare: 0.0 },
            _ => Seen::default(),
        },
        (_, Column::Codes { known, .. }) => match (column.code(a), column.code(b)) {
            (Some(a), Some(b)) if a == b => {
                Seen { level: 1, rare: known.get(a).map_or(0.0, |word| word.bits) }
            }
            (Some(_), Some(_)) => Seen { level: 2, rare: 0.0 },
            _ => Seen::default(),
        },
        _ => Seen::default(),
    }
}

/// The pattern of a pair, and the bits of rarity, damped and summed over the fields.
pub(crate) fn pair(schema: &Schema, table: &Table, a: u32, b: u32) -> (Pattern, f32) {
    let mut pattern = 0;
    let mut rare = 0.0;
    for (n, spec) in schema.fields.iter().enumerate() {
        let seen = field(schema, table, n, a, b);
        pattern |= u64::from(seen.level & 15) << (n * 4);
        rare += seen.rare * spec.rarity;
    }
    (pattern, rare)
}

/// What a level of a field says.
pub(crate) fn said(kind: Kind, level: usize) -> &'static str {
    let levels: &[&'static str] = match kind {
        Kind::Name => &name::LEVELS,
        Kind::Words => &share::LEVELS,
        Kind::Identifier { .. } => &identifier::LEVELS,
        Kind::Date => &date::LEVELS,
        Kind::Category => &["missing", "same", "differs"],
    };
    levels.get(level).copied().unwrap_or("missing")
}
