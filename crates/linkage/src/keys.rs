//! The keys of a record: records that share one are compared.

use crate::hash::{hash, then};
use crate::identifier::{end, start};
use crate::schema::{Part, Rule, Schema};
use crate::table::{Column, Table};

/// Words looked at for keys.
const MOST: usize = 6;

/// Every key of a record under a rule; none where a part says nothing.
pub(crate) fn keys(schema: &Schema, table: &Table, rule: usize, row: u32, out: &mut Vec<u64>) {
    out.clear();
    let Some(Rule(parts)) = schema.rules.get(rule) else { return };
    out.push(then(0x7265_636f, rule as u64));
    let mut choices = Vec::new();
    for part in parts {
        choices.clear();
        alternatives(table, *part, row, &mut choices);
        let before = out.len();
        for choice in &choices {
            for n in 0..before {
                if let Some(key) = out.get(n).copied() {
                    out.push(then(key, *choice));
                }
            }
        }
        out.drain(..before);
    }
}

/// What a record says in a part, each way it may be said.
pub(crate) fn alternatives(table: &Table, part: Part, row: u32, out: &mut Vec<u64>) {
    let column = |field: usize| table.columns.get(field);
    match part {
        Part::Whole(field) => out.extend(column(field).and_then(|column| whole(column, row))),
        Part::Start(field, count) => {
            out.extend(column(field).and_then(|column| some(start(column.identifier(row), count))));
        }
        Part::End(field, count) => {
            out.extend(column(field).and_then(|column| some(end(column.identifier(row), count))));
        }
        Part::Word(field, top) => {
            let (words, count) = rarest(column(field), row, top);
            out.extend(words.iter().take(count));
        }
        Part::Two(field, top) => {
            let (words, count) = rarest(column(field), row, top);
            let words = words.get(..count).unwrap_or(&[]);
            for (n, one) in words.iter().enumerate() {
                out.extend(words.iter().skip(n + 1).map(|two| then(*one.min(two), *one.max(two))));
            }
        }
        Part::Years(field) => {
            // Two rows of five years, shifted: years at most two apart share one.
            let year = column(field).and_then(|column| column.date(row)).map(|date| u64::from(date.year()));
            out.extend(year.iter().flat_map(|year| [then(1, year / 5), then(2, (year + 2) / 5)]));
        }
        Part::Year(field) => {
            out.extend(column(field).and_then(|column| column.date(row)).map(|date| u64::from(date.year())));
        }
        Part::Day(field) => {
            let date = column(field).and_then(|column| column.date(row)).filter(|date| date.whole());
            out.extend(date.map(|date| u64::from(date.packed() & 0x3fff)));
        }
    }
}

fn some(packed: u128) -> Option<u64> {
    (packed != 0).then(|| hash(&packed.to_be_bytes()))
}

fn whole(column: &Column, row: u32) -> Option<u64> {
    match column {
        Column::Words { .. } => {
            let (mut words, count) = rarest(Some(column), row, MOST as u8);
            let words = words.get_mut(..count).filter(|words| !words.is_empty())?;
            words.sort_unstable();
            Some(words.iter().fold(7, |key, word| then(key, *word)))
        }
        Column::Identifiers(_) => some(column.identifier(row)),
        Column::Dates(_) => column.date(row).filter(|date| date.whole()).map(|date| u64::from(date.packed())),
        Column::Codes { known, .. } => {
            column.code(row).and_then(|code| known.get(code)).map(|word| word.skeleton)
        }
    }
}

/// The skeletons of the rarest words, no skeleton twice; light words only where there is no other.
fn rarest(column: Option<&Column>, row: u32, top: u8) -> ([u64; MOST], usize) {
    let mut out = [0; MOST];
    let Some(column @ Column::Words { known, .. }) = column else { return (out, 0) };
    let all = || column.words(row).iter().filter_map(|word| known.get(*word));
    let heavy = all().any(|word| !word.light);
    let (mut best, mut count) = ([f32::NEG_INFINITY; MOST], 0_usize);
    let top = usize::from(top).min(MOST);
    for word in all().filter(|word| word.light != heavy) {
        if out.iter().take(count).any(|skeleton| *skeleton == word.skeleton) {
            continue;
        }
        // Put in its place: the rarer first, of two as rare the lower skeleton.
        let (mut bits, mut skeleton) = (word.bits, word.skeleton);
        for (best, place) in best.iter_mut().zip(&mut out).take(top) {
            if bits > *best || (bits >= *best && skeleton < *place) {
                std::mem::swap(&mut bits, best);
                std::mem::swap(&mut skeleton, place);
            }
        }
        count = (count + 1).min(top);
    }
    (out, count)
}
