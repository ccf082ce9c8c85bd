//! What the database holds, read without the program, and held against what was acknowledged.

use roznamcha_journal::Header;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::load::Acked;

/// Every header kept, by office and number.
pub struct Truth(Vec<Header>);

impl Truth {
    pub fn in_file(path: &Path) -> Self {
        let conn = Connection::open(path).unwrap();
        let mut rows = conn.prepare("SELECT header FROM journal ORDER BY office, seq").unwrap();
        let rows = rows.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
        Self(rows.map(|bytes| Header::parse(&bytes.unwrap()).unwrap()).collect())
    }

    pub fn in_postgres(cluster: &roznamcha_cluster::Cluster, database: &str) -> Self {
        let text = "SELECT convert_from(header, 'UTF8') FROM journal ORDER BY office, seq";
        let text = cluster.sql(database, text).unwrap();
        Self(text.lines().map(|line| Header::parse(line.as_bytes()).unwrap()).collect())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Ids of the acts of a kind.
    pub fn of_kind(&self, kind: &str) -> BTreeSet<String> {
        self.0.iter().filter(|header| header.kind == kind).map(|header| header.act.clone()).collect()
    }

    pub fn holds(&self, id: &str) -> bool {
        self.0.iter().any(|header| header.act == id)
    }

    /// Numbers of acts and of entries run without a gap, and no act is there twice.
    pub fn is_gapless(&self) {
        let mut ids = BTreeSet::new();
        let mut acts: BTreeMap<&str, u64> = BTreeMap::new();
        let mut serials: BTreeMap<(&str, &str, &str, &str), BTreeSet<u64>> = BTreeMap::new();
        for header in &self.0 {
            assert!(ids.insert(&header.act), "act {} is there twice", header.act);
            let last = acts.entry(&header.office).or_default();
            *last += 1;
            assert_eq!(header.seq, *last, "{} has a gap", header.office);
            for e in &header.entries {
                let series = serials.entry((&header.office, &e.register, &e.part, &e.period)).or_default();
                assert!(series.insert(e.serial), "{} {e} is there twice", header.office);
            }
        }
        for (series, numbers) in serials {
            let (first, last) = (*numbers.first().unwrap(), *numbers.last().unwrap());
            assert_eq!((first, last), (1, numbers.len() as u64), "{series:?} has a gap");
        }
    }

    /// Every acknowledged act is there once, with the number and the entries of its receipt.
    pub fn has_all(&self, acked: &[Acked]) {
        let kept: BTreeMap<&str, &Header> = self.0.iter().map(|h| (h.act.as_str(), h)).collect();
        for act in acked {
            let header = kept.get(act.id.as_str()).unwrap_or_else(|| panic!("lost: {act:?}"));
            assert_eq!((&header.office, header.seq), (&act.office, act.seq));
            let entries: BTreeSet<String> = header.entries.iter().map(ToString::to_string).collect();
            assert_eq!(entries, act.entries);
        }
        let ids: BTreeSet<&str> = acked.iter().map(|a| a.id.as_str()).collect();
        assert_eq!(ids.len(), acked.len());
    }
}
