//! A node served over loopback, over either database.

use axum::Router;
use roznamcha_api::Api;
use roznamcha_cluster::{Cluster, Durability};
use roznamcha_pages::{Pages, PagesOptions};
use roznamcha_records::{FixedClock, LawBook};
use roznamcha_statute::StatuteBook;
use roznamcha_store::postgres::{self, PgStore};
use roznamcha_trial::{Node, TrialError};
use roznamcha_words::Words;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;

use crate::BenchError;

/// A node, its address, and the cluster behind it.
pub struct Site {
    /// The node.
    pub node: Node,
    /// Where it listens.
    pub address: SocketAddr,
    /// The cluster, for PostgreSQL.
    pub cluster: Option<Arc<Cluster>>,
}

async fn served(node: Node, cluster: Option<Arc<Cluster>>) -> Result<Site, BenchError> {
    let words = Arc::new(Words::load().map_err(|e| BenchError::Answer(e.to_string()))?);
    let api = Api { records: node.records.clone(), words: words.clone(), copyist: None }.router();
    let options = PagesOptions { demo: false, secure_cookie: false, public_url: String::new() };
    let pages = Pages { records: node.records.clone(), press: None, words, options }.router();
    let router = Router::new().nest("/api/v1", api).merge(pages);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    node.open_day().await?;
    Ok(Site { node, address, cluster })
}

impl Site {
    /// Over SQLite, in a folder of its own.
    ///
    /// # Errors
    /// [`BenchError`].
    pub async fn sqlite() -> Result<Self, BenchError> {
        served(Node::new().await?, None).await
    }

    /// Over a private PostgreSQL, durable.
    ///
    /// # Errors
    /// [`BenchError`].
    pub async fn postgres() -> Result<Self, BenchError> {
        let cluster = Arc::new(Cluster::options().durability(Durability::Durable).start()?);
        let url = cluster.create_database("bench")?;
        let dir = tempfile::tempdir()?;
        let probe = Node::new().await?;
        let clock = Arc::new(FixedClock::new(probe.records.now()));
        let law = StatuteBook::built_in().map_err(TrialError::from)?;
        let options = postgres::Options::new(clock.clone(), Arc::new(LawBook::new(law)));
        let store = PgStore::connect(&url, options).await?;
        served(Node::over(Arc::new(store), clock, dir).await?, Some(cluster)).await
    }

    /// What the database is called in reports.
    pub fn name(&self) -> &'static str {
        if self.cluster.is_some() { "PostgreSQL" } else { "SQLite" }
    }
}
