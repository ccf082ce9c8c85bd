//! What the suite needs of a backend, and a law to decide by.

use async_trait::async_trait;
use jiff::civil::Date;
use roznamcha_acts::Moment;
use roznamcha_acts::law::{Law, Section};
use roznamcha_store::{Drift, FixedClock, Store};
use std::sync::Arc;

/// A kind of store.
#[async_trait]
pub trait Backend: Send + Sync {
    /// A new, empty store that reads this clock.
    async fn fresh(&self, clock: Arc<FixedClock>) -> Box<dyn Place>;
}

/// One store, and a hand that reaches past it as the owner of the database could.
#[async_trait]
pub trait Place: Send + Sync {
    /// The store.
    fn store(&self) -> Arc<dyn Store>;
    /// Runs a statement on the database itself, constraints aside; how many rows it changed.
    async fn sql(&self, sql: &str) -> u64;
    /// Changes one byte in the middle of a column of bytes, in the row that the condition names.
    async fn flip(&self, table: &str, column: &str, condition: &str);
    /// Closes the store and opens it again.
    async fn reopen(&mut self);
    /// All that is on disk, where a test can look at it.
    fn on_disk(&self) -> Option<Vec<u8>>;
}

/// All sections are known and cognizable, but those that begin with `N-` are not cognizable and those that begin
/// with `X-` are not known.
pub struct TestLaw;

impl Law for TestLaw {
    fn section(&self, code: &str, _: &str, _: Date) -> Option<Section> {
        let cognizable = Some(!code.starts_with("N-"));
        (!code.starts_with("X-")).then_some(Section { cognizable, ..Section::default() })
    }
}

/// When the tests begin.
pub fn start() -> Moment {
    "2026-01-05T09:00:00+05:00".parse().unwrap()
}

/// A clock that stands at the start.
pub fn clock() -> Arc<FixedClock> {
    Arc::new(FixedClock::new(start()))
}

/// A fsck that names everything.
pub async fn fsck(store: &Arc<dyn Store>) -> Vec<Drift> {
    store.fsck(1_000, &|_, _| {}).await.unwrap()
}
