//! A node with an empty SQLite store, and a district made in it.

use std::sync::Arc;

use roznamcha_acts::Recorded;
use roznamcha_acts::engine::recall;
use roznamcha_acts::rows::View;
use roznamcha_demo::{DemoMade, DemoPlan, make};
use roznamcha_journal::export::{self, Export};
use roznamcha_records::{FixedClock, Keys, LawBook, Options, Records, StatuteBook};
use roznamcha_store::SqliteStore;
use roznamcha_store::{Query, Store, sqlite};
use tempfile::TempDir;

/// The records of a node, with the clock they live by.
pub struct World {
    pub records: Records,
    pub made: DemoMade,
    pub clock: Arc<FixedClock>,
    store: Arc<SqliteStore>,
    _folder: TempDir,
}

impl World {
    /// Makes a district.
    pub async fn make(plan: &DemoPlan) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock::new("2020-01-01T00:00:00+05:00".parse().unwrap()));
        let law = Arc::new(LawBook::new(StatuteBook::built_in().unwrap()));
        let options = sqlite::Options::new(clock.clone(), law.clone());
        let store = Arc::new(SqliteStore::open(&folder.path().join("demo.db"), options).unwrap());
        let keys = Keys { name: "demo".to_owned(), seed: [7; 32] };
        // Argon2 at a tenth of its memory: the tests sign in a few dozen times.
        let options = Options { argon2_kib: 2048, ..Options::default() };
        let records = Records::open(store.clone(), law, clock.clone(), keys, options).await.unwrap();
        let made = make(&records, &clock, plan, &|_, _| {}).await.unwrap_or_else(|e| panic!("{e}"));
        Self { records, made, clock, store, _folder: folder }
    }

    /// The small one.
    pub async fn small() -> Self {
        Self::make(&DemoPlan::small("2026-03-05".parse().unwrap())).await
    }

    /// An office's journal, as an outsider reads it.
    pub async fn journal(&self, office: &str) -> Export {
        let mut bytes = Vec::new();
        self.records.system().export(office, true, &mut bytes).await.unwrap();
        export::read(&bytes).unwrap()
    }

    /// Rows of an office.
    pub async fn rows<T: View>(&self, office: &str) -> Vec<T> {
        let query = Query { limit: 10_000, ..Query::of::<T>(office) };
        let rows = self.store.rows(&query).await.unwrap();
        rows.iter().map(|(_, body)| T::read(body).unwrap()).collect()
    }

    /// One row.
    pub async fn row<T: View>(&self, office: &str, key: &str) -> Option<T> {
        let body = self.store.row(&T::at(office, key)).await.unwrap();
        body.map(|body| T::read(&body).unwrap())
    }

    /// Every act of an office.
    pub async fn acts_of(&self, office: &str) -> Vec<Recorded> {
        self.journal(office).await.acts.iter().map(|w| recall(w).unwrap()).collect()
    }

    /// Every act of every office.
    pub async fn acts(&self) -> Vec<Recorded> {
        let mut all = Vec::new();
        for office in self.records.system().journals().await.unwrap() {
            all.extend(self.journal(&office).await.acts.iter().map(|w| recall(w).unwrap()));
        }
        all
    }
}
