//! The closing entry of each day gives the balance of register XX at that place in the journal.

use jiff::civil::Date;
use roznamcha_acts::views::EntryRow;
use roznamcha_journal::EntryRef;

use super::{cell, diary_day};
use crate::check::{Check, Maker};
use crate::finding::{Found, Lead};
use crate::item::Item;
use crate::scene::Scene;

/// Closing cash.
pub(crate) const MAKER: Maker = Maker {
    ids: &["closing-cash", "cash-short"],
    tables: &["entry"],
    make: || Box::new(Closings::default()),
};

/// A closing entry.
struct Closing {
    seq: u64,
    entry: EntryRef,
    officer: String,
    day: Date,
    cash: i64,
    counted: i64,
}

#[derive(Default)]
struct Closings {
    moves: Vec<(u64, i64)>,
    closings: Vec<Closing>,
}

fn money(row: &EntryRow, key: &str) -> Option<i64> {
    cell(row, key)?.parse().ok()
}

impl Check for Closings {
    fn take(&mut self, item: &Item, _: &Scene<'_>, _: &mut Found<'_>) {
        let Item::Entry(row) = item else { return };
        if row.entry.register == "20" {
            let paid = money(row, "out").unwrap_or_default();
            self.moves.push((row.seq, money(row, "in").unwrap_or_default().saturating_sub(paid)));
        }
        let Some(day) = diary_day(row).filter(|_| row.kind == "diary.close") else { return };
        let cash = money(row, "cash").unwrap_or_default();
        self.closings.push(Closing {
            seq: row.seq,
            entry: row.entry.clone(),
            officer: row.officer.clone(),
            day,
            cash,
            counted: money(row, "counted").unwrap_or(cash),
        });
    }

    fn end(&mut self, _: &Scene<'_>, found: &mut Found<'_>) {
        self.moves.sort_unstable();
        self.closings.sort_by_key(|c| c.seq);
        let mut moves = self.moves.iter().peekable();
        let mut balance = 0_i64;
        for closing in &self.closings {
            while let Some((_, by)) = moves.next_if(|(seq, _)| *seq < closing.seq) {
                balance = balance.saturating_add(*by);
            }
            let key = closing.entry.to_string();
            let lead = || Lead::to(&key).entry(&closing.entry).officer(Some(&closing.officer));
            if closing.cash != balance {
                found.add("closing-cash", closing.day, lead());
            }
            if closing.counted != closing.cash {
                found.add("cash-short", closing.day, lead());
            }
        }
    }
}
