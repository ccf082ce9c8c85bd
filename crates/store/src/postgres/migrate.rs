//! Making the tables and bringing them up to date.

use deadpool_postgres::Pool;

use super::fault::Fault;
use super::run;
use super::tx::Tx;
use crate::cell::{Ask, Cells};
use crate::schema::{self, Dialect};
use crate::{Clock, StoreError};

/// The lock under which tables are made: any number, the same in every node.
const LOCK: &str = "SELECT pg_advisory_xact_lock(3527118260)";
const IS_THERE: &str = "SELECT CAST(count(*) AS BIGINT) FROM pg_catalog.pg_tables \
                        WHERE schemaname = 'public' AND tablename = 'schema_version'";

/// The shared steps, and with the first of them what only PostgreSQL has: one schema that the views live in and
/// one that fresh views are computed in, which the application's role owns and may do with as it likes. Contents
/// are vacuumed as soon as one is removed, so that what a court ordered gone does not stay behind in a page.
fn steps() -> Vec<Vec<String>> {
    let ours = [
        "CREATE SCHEMA views",
        "CREATE SCHEMA fresh",
        "ALTER TABLE head SET (fillfactor = 50)",
        "ALTER TABLE content SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0, \
         toast.autovacuum_vacuum_threshold = 0, toast.autovacuum_vacuum_scale_factor = 0)",
    ];
    let mut all = schema::migrations(Dialect::Postgres);
    if let Some(first) = all.first_mut() {
        first.extend(ours.map(str::to_owned));
    }
    all
}

/// Runs the steps that have not run. Nodes that start together take turns; a step that is killed half way leaves
/// nothing and runs again.
pub(super) async fn migrate(pool: &Pool, clock: &dyn Clock) -> Result<(), StoreError> {
    let steps = steps();
    let newest = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    let found = version(pool).await?;
    if found > newest {
        return Err(StoreError::Misused(format!(
            "the database is of version {found}, this build knows {newest}; use the newer build"
        )));
    }
    for (number, statements) in (1_i64..).zip(&steps).skip_while(|(number, _)| *number <= found) {
        step(pool, clock, number, statements).await.map_err(|fault| match fault {
            Fault::Unfit(what) => StoreError::Misused(format!(
                "the tables are of version {found} and must be brought to {newest} by their owner: {what}"
            )),
            other => other.into(),
        })?;
    }
    Ok(())
}

async fn version(pool: &Pool) -> Result<i64, StoreError> {
    let conn = pool.get().await.map_err(Fault::from)?;
    let number = |mut row: Cells| row.int();
    match run::first(&conn, &Ask::new(IS_THERE, vec![]), number).await? {
        Some(1) => Ok(run::first(&conn, &Ask::new(schema::VERSION, vec![]), number).await?.unwrap_or(0)),
        _ => Ok(0),
    }
}

async fn step(pool: &Pool, clock: &dyn Clock, number: i64, statements: &[String]) -> Result<(), Fault> {
    let tx = Tx::begin(pool, "BEGIN").await?;
    // A large table is rewritten without waiting for longer than it would take.
    run::say(&tx, "SET LOCAL idle_in_transaction_session_timeout = 0").await?;
    run::say(&tx, LOCK).await?;
    run::say(&tx, schema::VERSION_TABLE).await?;
    let found = run::first(&tx, &Ask::new(schema::VERSION, vec![]), |mut row| row.int()).await?;
    if found.unwrap_or(0) >= number {
        return tx.commit().await;
    }
    for sql in statements {
        run::say(&tx, sql).await?;
    }
    let now = clock.now().millis();
    let done = Ask::new(
        "INSERT INTO schema_version (version, applied_ms) VALUES ($1, $2)",
        vec![number.into(), now.into()],
    );
    run::tell(&tx, &done).await?;
    tx.commit().await
}
