//! A column of short lists, one a row, end to end.

/// The lists of all rows.
#[derive(Debug, Clone)]
pub(crate) struct Lists {
    /// Where each row's list begins; one more than there are rows.
    starts: Vec<u32>,
    items: Vec<u16>,
}

impl Default for Lists {
    fn default() -> Self {
        Self { starts: vec![0], items: Vec::new() }
    }
}

impl Lists {
    pub(crate) fn push(&mut self, list: &[u16]) {
        self.items.extend_from_slice(list);
        self.starts.push(self.items.len() as u32);
    }

    pub(crate) fn get(&self, row: usize) -> &[u16] {
        let (Some(from), Some(to)) = (self.starts.get(row), self.starts.get(row + 1)) else { return &[] };
        self.items.get(*from as usize..*to as usize).unwrap_or_default()
    }

    /// Writes nothing over a row's list.
    pub(crate) fn wipe(&mut self, row: usize) {
        let (Some(from), Some(to)) = (self.starts.get(row), self.starts.get(row + 1)) else { return };
        if let Some(items) = self.items.get_mut(*from as usize..*to as usize) {
            items.fill(0);
        }
    }

    /// The lists of the rows from `first` on.
    pub(crate) fn from(&self, first: usize) -> impl Iterator<Item = &[u16]> {
        let starts = self.starts.get(first..).unwrap_or_default();
        starts.windows(2).map(|ends| match ends {
            [from, to] => self.items.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        })
    }

    pub(crate) fn reserve(&mut self, rows: usize, items: usize) {
        self.starts.reserve_exact(rows);
        self.items.reserve_exact(items);
    }

    pub(crate) fn bytes(&self) -> usize {
        self.starts.capacity() * 4 + self.items.capacity() * 2
    }
}
