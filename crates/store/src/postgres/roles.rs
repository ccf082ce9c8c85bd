//! Least privilege: who may do what in the database itself, whatever the program does.

use deadpool_postgres::{Object, Pool};

use super::fault::Fault;
use super::run;
use super::tx::Tx;
use crate::StoreError;
use crate::cell::Ask;

/// What the application may do with each kept table. It may never change or remove an act's header, nor change a
/// content; it may remove a content, which is what an order of expungement needs. Of an audit row it may only say
/// how it ended.
const APPLICATION: &[(&str, &str)] = &[
    ("journal", "SELECT, INSERT"),
    ("content", "SELECT, INSERT, DELETE"),
    ("head", "SELECT, INSERT, UPDATE"),
    ("checkpoint", "SELECT, INSERT"),
    ("account", "SELECT, INSERT, UPDATE"),
    ("session", "SELECT, INSERT, UPDATE, DELETE"),
    ("attempt", "SELECT, INSERT"),
    ("audit", "SELECT, INSERT, UPDATE (closed_ms, outcome, policies, row_count)"),
    ("draft", "SELECT, INSERT, UPDATE, DELETE"),
    ("mark", "SELECT, INSERT, UPDATE"),
    ("file", "SELECT, INSERT, UPDATE (seen_ms), DELETE"),
    ("upload", "SELECT, INSERT, UPDATE, DELETE"),
    ("view_version", "SELECT, INSERT, UPDATE, DELETE"),
    ("schema_version", "SELECT"),
];

/// What reporting may read besides every view: nothing said in confidence, and no secret.
const READING: &[&str] =
    &["journal", "head", "checkpoint", "audit", "mark", "view_version", "schema_version"];

/// Makes the roles `<database>_app` and `<database>_read` where they are missing and gives them exactly these
/// rights. Run again, it changes nothing.
pub(super) async fn provision(pool: &Pool) -> Result<(), StoreError> {
    let tx = Tx::begin(pool, "BEGIN").await?;
    let name = Ask::new("SELECT current_database()::text", vec![]);
    let database = run::first(&tx, &name, |mut row| row.text()).await?.unwrap_or_default();
    let (app, read) = (quoted(&format!("{database}_app")), quoted(&format!("{database}_read")));
    for role in [format!("{database}_app"), format!("{database}_read")] {
        make(&tx, &role).await?;
    }
    for sql in statements(&quoted(&database), &app, &read) {
        run::say(&tx, &sql).await?;
    }
    let old = Ask::new("SELECT tablename::text FROM pg_catalog.pg_tables WHERE schemaname = 'views'", vec![]);
    for table in run::all(&tx, &old, |mut row| row.text()).await? {
        run::say(&tx, &format!("ALTER TABLE views.{} OWNER TO {app}", quoted(&table))).await?;
    }
    Ok(tx.commit().await?)
}

async fn make(conn: &Object, role: &str) -> Result<(), Fault> {
    let there =
        Ask::new("SELECT rolname::text FROM pg_catalog.pg_roles WHERE rolname::text = $1", vec![role.into()]);
    if !run::rows(conn, &there).await?.is_empty() {
        return Ok(());
    }
    run::say(conn, &format!("CREATE ROLE {} LOGIN", quoted(role))).await
}

fn statements(database: &str, app: &str, read: &str) -> Vec<String> {
    let mut all = vec![
        // The owner must be of the application's role to hand it the views.
        format!("GRANT {app} TO CURRENT_USER"),
        format!("REVOKE ALL ON DATABASE {database} FROM PUBLIC"),
        format!("GRANT CONNECT ON DATABASE {database} TO {app}, {read}"),
        // Comparing views needs tables of its own that vanish by themselves.
        format!("GRANT TEMPORARY ON DATABASE {database} TO {app}"),
        "REVOKE ALL ON SCHEMA public FROM PUBLIC".to_owned(),
        format!("GRANT USAGE ON SCHEMA public TO {app}, {read}"),
        format!("GRANT USAGE ON SCHEMA views TO {read}"),
        format!("ALTER SCHEMA views OWNER TO {app}"),
        format!("ALTER SCHEMA fresh OWNER TO {app}"),
        format!("GRANT SELECT ON ALL TABLES IN SCHEMA views TO {read}"),
        format!("ALTER DEFAULT PRIVILEGES FOR ROLE {app} IN SCHEMA fresh GRANT SELECT ON TABLES TO {read}"),
        format!("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {app}, {read}"),
    ];
    all.extend(APPLICATION.iter().map(|(table, rights)| format!("GRANT {rights} ON {table} TO {app}")));
    all.extend(READING.iter().map(|table| format!("GRANT SELECT ON {table} TO {read}")));
    all
}

/// An SQL identifier, whatever is in it.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
