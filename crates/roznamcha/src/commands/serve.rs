//! `roznamcha serve`.

use std::net::SocketAddr;

use crate::config::{Config, Database};
use crate::error::CommandError;
use crate::node::{self, Node};
use crate::{metrics, serve};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Address and port; port 0 takes any free port
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
}

pub async fn run(config: &Config) -> Result<(), CommandError> {
    // Nodes on one PostgreSQL share nothing else; a SQLite file has one server.
    let _held = match config.database() {
        Database::Sqlite(_) => Some(node::hold(&config.data)?),
        Database::Postgres(_) => None,
    };
    let metrics = metrics::begin().map_err(|e| CommandError::Wrong(format!("metrics: {e}")))?;
    let node = Node::to_serve(config).await?;
    serve::run(config, &node, metrics, false).await
}
