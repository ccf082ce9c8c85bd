//! `roznamcha provision`: tables and roles in PostgreSQL, as their owner.

use roznamcha_records::{LawBook, StatuteBook, SystemClock};
use roznamcha_store::{PgStore, postgres};
use std::sync::Arc;

use crate::config::{Config, Database};
use crate::error::CommandError;
use crate::node::NodeError;

pub async fn run(config: &Config) -> Result<(), CommandError> {
    let Database::Postgres(url) = config.database() else {
        let why = "this is for PostgreSQL; name the database by its owner: --database postgres://…";
        return Err(CommandError::Wrong(why.to_owned()));
    };
    let book = StatuteBook::built_in().map_err(NodeError::from)?;
    let options = postgres::Options::new(Arc::new(SystemClock), Arc::new(LawBook::new(book)));
    PgStore::provision(&url, options).await.map_err(NodeError::from)?;
    println!("tables and roles are there; give each role its password, then serve as `<database>_app`");
    Ok(())
}
