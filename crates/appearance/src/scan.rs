//! The search itself: column by column over some thousand rows at a time, so that their agreements stay in the
//! nearest memory; each kept number is looked up in the table of what it adds.

use crate::columns::{Columns, MARKS, METHODS, STANDS};
use crate::compare::Lines;
use crate::lists::Lists;
use crate::numbers::{IN, OUT};
use crate::top::Top;
use crate::words::Words;

/// Rows at a time.
const ROWS: usize = 4_096;

/// The best `limit` rows, best first.
pub(crate) fn scan(columns: &Columns, words: &Words, limit: usize) -> Vec<u32> {
    let mut top = Top::new(limit);
    let mut sums = [0i32; ROWS];
    let most = |lines: &Option<Lines>| lines.as_ref().map_or(0, Lines::most);
    let most = (most(&words.marks), most(&words.methods));
    for first in (0..columns.len()).step_by(ROWS) {
        let end = columns.len().min(first + ROWS);
        let Some(sums) = sums.get_mut(..end - first) else { break };
        let flags = part(&columns.flags, first, end);
        for (sum, flags) in sums.iter_mut().zip(flags) {
            *sum = if flags & STANDS == 0 { OUT } else { 0 };
        }
        numbers(columns, words, first, end, sums);
        // Whoever cannot come in with all that his lists may add is passed by.
        let (of_marks, of_methods) = most;
        let least = top.least().max(IN);
        if let Some(lines) = &words.marks {
            let list =
                Listed { lists: &columns.marks, flag: MARKS, lines, least: least - of_marks - of_methods };
            list.add(sums, flags, first);
        }
        if let Some(lines) = &words.methods {
            let list = Listed { lists: &columns.methods, flag: METHODS, lines, least: least - of_methods };
            list.add(sums, flags, first);
        }
        musts(columns, words, first, sums);
        let ids = columns.ids.get(first..end).unwrap_or_default();
        for (place, (sum, id)) in sums.iter().zip(ids).enumerate() {
            if *sum > IN && *sum >= top.least() {
                top.offer(*sum, *id, (first + place) as u32);
            }
        }
    }
    top.rows()
}

fn part(column: &[u8], first: usize, end: usize) -> &[u8] {
    column.get(first..end).unwrap_or_default()
}

fn numbers(columns: &Columns, words: &Words, first: usize, end: usize, sums: &mut [i32]) {
    if let Some(gains) = words.height.as_ref().and_then(|grid| grid.row()) {
        add(sums, part(&columns.heights, first, end), gains);
    }
    for (field, grid) in &words.coded {
        if let (Some(column), Some(gains)) = (columns.coded.get(usize::from(*field)), grid.row()) {
            add(sums, part(column, first, end), gains);
        }
    }
    if let Some(grid) = &words.weight {
        let ages = part(&columns.recorded, first, end).iter();
        let ages = ages.map(|year| words.ages.get(usize::from(*year)).copied().unwrap_or(0));
        add_classed(sums, part(&columns.weights, first, end), ages, grid.gains());
    }
    if let Some(grid) = &words.born {
        let widths = part(&columns.widths, first, end).iter().copied();
        add_classed(sums, part(&columns.born, first, end), widths, grid.gains());
    }
}

/// A byte is always within 256 entries: the compiler leaves out the check.
#[expect(clippy::indexing_slicing, reason = "a byte indexes a table of 256")]
fn add(sums: &mut [i32], column: &[u8], gains: &[i32; 256]) {
    for (sum, number) in sums.iter_mut().zip(column) {
        // Some hundred small numbers do not overflow.
        *sum = sum.wrapping_add(gains[usize::from(*number)]);
    }
}

fn add_classed(sums: &mut [i32], column: &[u8], classes: impl Iterator<Item = u8>, gains: &[i32]) {
    for ((sum, number), class) in sums.iter_mut().zip(column).zip(classes) {
        let gain = gains.get(usize::from(class) << 8 | usize::from(*number));
        *sum = sum.wrapping_add(gain.copied().unwrap_or(0));
    }
}

/// A column of lists, what its items add, and the least sum with which that matters.
struct Listed<'a> {
    lists: &'a Lists,
    flag: u8,
    lines: &'a Lines,
    least: i32,
}

impl Listed<'_> {
    fn add(&self, sums: &mut [i32], flags: &[u8], first: usize) {
        for ((sum, flags), items) in sums.iter_mut().zip(flags).zip(self.lists.from(first)) {
            if flags & self.flag != 0 && *sum >= self.least {
                *sum = sum.wrapping_add(self.lines.total(items));
            }
        }
    }
}

fn musts(columns: &Columns, words: &Words, first: usize, sums: &mut [i32]) {
    for cells in &words.must_marks {
        let is = |cell: &u16| cells.get(usize::from(*cell)).copied().unwrap_or(false);
        for (sum, items) in sums.iter_mut().zip(columns.marks.from(first)) {
            if !items.iter().any(is) {
                *sum = OUT;
            }
        }
    }
    for method in &words.must_methods {
        for (sum, items) in sums.iter_mut().zip(columns.methods.from(first)) {
            if !items.contains(method) {
                *sum = OUT;
            }
        }
    }
}
