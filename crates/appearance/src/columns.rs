//! The records, a column for each feature, one row a record.

use crate::lists::Lists;
use crate::row::Row;

/// A row that stands.
pub(crate) const STANDS: u8 = 1;
/// A row of which marks are known.
pub(crate) const MARKS: u8 = 2;
/// A row of which methods are known.
pub(crate) const METHODS: u8 = 4;

/// The columns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    pub(crate) ids: Vec<u64>,
    pub(crate) flags: Vec<u8>,
    pub(crate) recorded: Vec<u8>,
    pub(crate) heights: Vec<u8>,
    pub(crate) weights: Vec<u8>,
    pub(crate) born: Vec<u8>,
    pub(crate) widths: Vec<u8>,
    /// By field.
    pub(crate) coded: Vec<Vec<u8>>,
    pub(crate) marks: Lists,
    pub(crate) methods: Lists,
}

impl Columns {
    pub(crate) fn new(fields: usize) -> Self {
        Self { coded: vec![Vec::new(); fields], ..Self::default() }
    }

    /// Rows, those that were wiped among them.
    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(crate) fn reserve(&mut self, rows: usize) {
        self.ids.reserve_exact(rows);
        self.bytes_mut().for_each(|column| column.reserve_exact(rows));
        self.marks.reserve(rows, rows);
        self.methods.reserve(rows, rows * 3);
    }

    fn bytes_mut(&mut self) -> impl Iterator<Item = &mut Vec<u8>> {
        let plain = [
            &mut self.flags,
            &mut self.recorded,
            &mut self.heights,
            &mut self.weights,
            &mut self.born,
            &mut self.widths,
        ];
        plain.into_iter().chain(&mut self.coded)
    }

    pub(crate) fn push(&mut self, id: u64, row: &Row) {
        let marks = if row.marks.is_some() { MARKS } else { 0 };
        let methods = if row.methods.is_some() { METHODS } else { 0 };
        self.ids.push(id);
        let plain = [STANDS | marks | methods, row.recorded, row.height, row.weight, row.born, row.width];
        let values = plain.into_iter().chain(row.coded.iter().copied());
        self.bytes_mut().zip(values).for_each(|(column, value)| column.push(value));
        self.marks.push(row.marks.as_deref().unwrap_or_default());
        self.methods.push(row.methods.as_deref().unwrap_or_default());
    }

    /// Writes nothing over a row.
    pub(crate) fn wipe(&mut self, number: usize) {
        for place in self.bytes_mut().filter_map(|column| column.get_mut(number)) {
            *place = 0;
        }
        if let Some(id) = self.ids.get_mut(number) {
            *id = 0;
        }
        self.marks.wipe(number);
        self.methods.wipe(number);
    }

    /// A row that stands, with its id.
    pub(crate) fn get(&self, number: usize) -> Option<(u64, Row)> {
        let flags = self.flags.get(number).copied().filter(|flags| flags & STANDS != 0)?;
        let at = |column: &Vec<u8>| column.get(number).copied().unwrap_or(0);
        let row = Row {
            recorded: at(&self.recorded),
            height: at(&self.heights),
            weight: at(&self.weights),
            born: at(&self.born),
            width: at(&self.widths),
            coded: self.coded.iter().map(at).collect(),
            marks: (flags & MARKS != 0).then(|| self.marks.get(number).to_vec()),
            methods: (flags & METHODS != 0).then(|| self.methods.get(number).to_vec()),
        };
        Some((self.ids.get(number).copied()?, row))
    }

    /// Bytes of memory taken.
    pub(crate) fn bytes(&self) -> usize {
        let columns = [&self.flags, &self.recorded, &self.heights, &self.weights, &self.born, &self.widths];
        let bytes: usize = columns.into_iter().chain(&self.coded).map(Vec::capacity).sum();
        bytes + self.ids.capacity() * 8 + self.marks.bytes() + self.methods.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wiped_row_holds_nothing() {
        let row = Row {
            recorded: 1,
            height: 170,
            weight: 70,
            born: 90,
            width: 3,
            coded: vec![2, 3],
            marks: Some(vec![7, 9]),
            methods: Some(vec![4]),
        };
        let mut columns = Columns::new(2);
        columns.push(11, &row);
        assert_eq!(columns.get(0), Some((11, row)));
        columns.wipe(0);
        assert_eq!(columns.get(0), None);
        assert!(columns.bytes_mut().all(|column| column == &[0]));
        assert_eq!((columns.ids.as_slice(), columns.marks.get(0)), ([0].as_slice(), [0, 0].as_slice()));
        assert_eq!(columns.methods.get(0), [0]);
    }
}
