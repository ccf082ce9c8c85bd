//! Opening a node: data folder, key, store, records.

use roznamcha_files::{Area, AreaError, Folder, S3, S3Options};
use roznamcha_records::{
    CaughtUp, Clock, CroOptions, DoorError, FileLimits, GalleryError, Keys, LawBook, LedgerError, Options,
    Records, StatuteBook, SystemClock,
};
use roznamcha_store::{PgStore, SqliteStore, Store, StoreError, postgres, sqlite};
use std::fs::{self, File, TryLockError};
use std::path::Path;
use std::sync::Arc;

use crate::config::{Config, Database};
use crate::gallery;
use crate::key::{self, KeyError};
use crate::progress::Shown;
use crate::watched::{Alarm, Watched};

/// Why a node does not open.
#[derive(Debug, thiserror::Error)]
pub enum NodeError {
    /// The data folder.
    #[error("the folder `{path}`: {source}")]
    Folder {
        /// The folder.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// Another server has it.
    #[error("another server has the folder `{0}`; stop it, or name another folder with --data")]
    Taken(String),
    /// The key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The statute book.
    #[error("the statute book: {0}")]
    Statute(#[from] roznamcha_statute::StatuteError),
    /// The store.
    #[error("the database: {0}")]
    Store(#[from] StoreError),
    /// The file area.
    #[error("the file area: {0}")]
    Area(#[from] AreaError),
    /// The records.
    #[error(transparent)]
    Door(#[from] DoorError),
    /// The gallery of prints.
    #[error("{0}; `roznamcha rebuild` makes the gallery anew from the journals")]
    Gallery(#[from] GalleryError),
    /// The ledger of destroyed enrolments.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The weights of the extractor.
    #[error("the weights of the extractor of prints: {0}")]
    Weights(String),
    /// A thread was lost.
    #[error("work on files was not ended: {0}")]
    Lost(String),
}

/// A node: its records and its alarm.
pub struct Node {
    /// The only door to the records.
    pub records: Arc<Records>,
    /// Rings when the process must stop.
    pub alarm: Alarm,
}

impl Node {
    /// Opens the node of a configuration, under the machine's clock.
    ///
    /// # Errors
    /// [`NodeError`].
    pub async fn open(config: &Config) -> Result<Self, NodeError> {
        Self::under(config, Arc::new(SystemClock)).await
    }

    /// Opens it under another clock.
    ///
    /// # Errors
    /// [`NodeError`].
    pub async fn under(config: &Config, clock: Arc<dyn Clock>) -> Result<Self, NodeError> {
        let (records, alarm) = made(config, clock).await?;
        Ok(Self { records: Arc::new(records), alarm })
    }

    /// Opens the node to serve: with its gallery of prints, brought to what the journals say.
    ///
    /// # Errors
    /// [`NodeError`]; also while another process has the gallery.
    pub async fn to_serve(config: &Config) -> Result<Self, NodeError> {
        let node = Self::with_gallery(config).await?;
        let shown = Shown::new("bringing up the gallery of prints");
        let done = node.records.system().catch_up_gallery(&|done, whole| shown.at(done, whole)).await;
        let seconds = shown.done();
        let CaughtUp { standing, enrolled, taken_out, noted } = done?;
        tracing::info!(standing, enrolled, taken_out, noted, seconds, "the gallery of prints is up");
        Ok(node)
    }

    /// Opens the node with its gallery, where there is one and no other process has it.
    ///
    /// # Errors
    /// [`NodeError`].
    pub async fn with_gallery_if_free(config: &Config) -> Result<(Self, gallery::Found), NodeError> {
        let (records, alarm) = made(config, Arc::new(SystemClock)).await?;
        let (records, found) = gallery::open_if_free(records, config).await?;
        Ok((Self { records: Arc::new(records), alarm }, found))
    }

    /// Opens the node with its gallery, which is made where there is none.
    ///
    /// # Errors
    /// [`NodeError`].
    pub async fn with_gallery(config: &Config) -> Result<Self, NodeError> {
        let (records, alarm) = made(config, Arc::new(SystemClock)).await?;
        Ok(Self { records: Arc::new(gallery::open(records, config).await?), alarm })
    }

    /// Ends writing in good order.
    ///
    /// # Errors
    /// The door's.
    pub async fn close(&self) -> Result<(), DoorError> {
        self.records.system().close().await
    }
}

/// The records of a configuration, without a gallery, and their alarm.
async fn made(config: &Config, clock: Arc<dyn Clock>) -> Result<(Records, Alarm), NodeError> {
    folder(&config.data)?;
    let keys = Keys { name: config.node.clone(), seed: key::seed(&config.data)? };
    let law = Arc::new(LawBook::new(StatuteBook::built_in()?));
    let store = open_store(config, clock.clone(), law.clone()).await?;
    let alarm = Alarm::default();
    let store = Arc::new(Watched::new(store, alarm.clone()));
    let options = Options {
        idle_minutes: config.idle_minutes,
        session_hours: config.session_hours,
        lock_after: config.lock_after,
        lock_minutes: config.lock_minutes,
        argon2_kib: config.argon2_kib,
        files: FileLimits {
            largest: config.files_bytes,
            a_day: config.files_day_bytes,
            days: config.files_days,
        },
        cro: CroOptions {
            candidates: config.prints_candidates,
            tenprint_centibans: config.prints_tenprint_centibans,
            single_centibans: config.prints_single_centibans,
            latent_centibans: config.prints_latent_centibans,
        },
    };
    let records = Records::open(store, law, clock, keys, options).await?.with_area(open_area(config)?);
    Ok((records, alarm))
}

async fn open_store(
    config: &Config,
    clock: Arc<dyn Clock>,
    law: Arc<LawBook>,
) -> Result<Arc<dyn Store>, NodeError> {
    match config.database() {
        Database::Sqlite(path) => {
            if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
                folder(parent)?;
            }
            // Migrations and a rebuild of views may take their time.
            let opened = tokio::task::spawn_blocking(move || {
                SqliteStore::open(&path, sqlite::Options::new(clock, law))
            });
            let opened = opened.await.map_err(|e| StoreError::Unavailable(e.to_string()))?;
            Ok(Arc::new(opened?))
        }
        Database::Postgres(url) => {
            let options =
                postgres::Options { pool: config.database_pool, ..postgres::Options::new(clock, law) };
            Ok(Arc::new(PgStore::connect(&url, options).await?))
        }
    }
}

/// The file area of a configuration.
///
/// # Errors
/// [`NodeError::Area`], or the file of authorities.
fn open_area(config: &Config) -> Result<Arc<dyn Area>, NodeError> {
    let Some((address, rest)) = config.files_store() else {
        return Ok(Arc::new(Folder::open(&config.data.join("files"))?));
    };
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let path = &config.files_authorities;
    let authorities = if path.as_os_str().is_empty() { Ok(Vec::new()) } else { fs::read(path) };
    let authorities =
        authorities.map_err(|source| NodeError::Folder { path: path.display().to_string(), source })?;
    Ok(Arc::new(S3::new(S3Options {
        address: address.to_owned(),
        bucket: bucket.to_owned(),
        prefix: prefix.trim_matches('/').to_owned(),
        region: config.files_region.clone(),
        key: config.files_key.clone(),
        secret: config.files_secret.clone(),
        authorities,
    })?))
}

/// Makes a folder for its owner only, where it is not there yet.
fn folder(path: &Path) -> Result<(), NodeError> {
    let mut how = fs::DirBuilder::new();
    how.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut how, 0o700);
    how.create(path).map_err(|source| NodeError::Folder { path: path.display().to_string(), source })
}

/// Holds a data folder for one server, until dropped or the process ends.
///
/// # Errors
/// [`NodeError::Taken`] while another server runs on it.
pub fn hold(data: &Path) -> Result<File, NodeError> {
    folder(data)?;
    let name = data.display().to_string();
    let failed = |source| NodeError::Folder { path: name.clone(), source };
    let path = data.join("serve.lock");
    let file = File::options().create(true).truncate(false).write(true).open(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(NodeError::Taken(name)),
        Err(TryLockError::Error(source)) => Err(failed(source)),
    }
}
