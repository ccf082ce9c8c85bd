//! Keys of records that came one after another, divided as blocks of a batch are.

use std::collections::HashMap;

use crate::block::narrower;
use crate::keys::{alternatives, keys};
use crate::schema::Schema;
use crate::table::Table;

#[derive(Debug, Clone)]
enum Block {
    Open(Vec<u32>),
    /// Over the cap: its rows stand under narrower keys.
    Divided,
}

/// The rows of every key.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    blocks: HashMap<u64, Block>,
}

impl Index {
    /// Takes a row in, and lists who shares a key with it, ascending, none twice.
    pub fn insert(&mut self, schema: &Schema, table: &Table, row: u32) -> Vec<u32> {
        let (mut found, mut all) = (Vec::new(), Vec::new());
        for rule in 0..schema.rules.len() {
            keys(schema, table, rule, row, &mut all);
            for key in &all {
                self.place(schema, table, *key, 0, row, &mut found);
            }
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|other| *other != row);
        found
    }

    fn place(&mut self, schema: &Schema, table: &Table, key: u64, by: usize, row: u32, found: &mut Vec<u32>) {
        let block = self.blocks.entry(key).or_insert_with(|| Block::Open(Vec::new()));
        let Block::Open(rows) = block else {
            self.narrow(schema, table, key, by, row, found);
            return;
        };
        found.extend_from_slice(rows);
        if rows.last() != Some(&row) {
            rows.push(row);
        }
        if rows.len() > schema.cap {
            let rows = std::mem::take(rows);
            *block = Block::Divided;
            for moved in rows {
                self.narrow(schema, table, key, by, moved, &mut Vec::new());
            }
        }
    }

    fn narrow(
        &mut self,
        schema: &Schema,
        table: &Table,
        key: u64,
        by: usize,
        row: u32,
        found: &mut Vec<u32>,
    ) {
        let mut choices = Vec::new();
        for (n, part) in schema.refine.iter().enumerate().skip(by) {
            choices.clear();
            alternatives(table, *part, row, &mut choices);
            for choice in &choices {
                self.place(schema, table, narrower(key, n, *choice), n + 1, row, found);
            }
        }
    }
}
