//! The gallery of prints beside the data: opened by whoever serves, checks or rebuilds; one process has it.

use roznamcha_prints_leader::{Leader, LeaderError};
use roznamcha_records::{Destroyed, Gallery, GalleryError, Records};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Config;
use crate::node::NodeError;

/// The folder of the gallery in the data folder.
const FOLDER: &str = "gallery";

fn folder(config: &Config) -> PathBuf {
    config.data.join(FOLDER)
}

/// Work on files, on a thread for it.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, NodeError> + Send + 'static,
) -> Result<T, NodeError> {
    tokio::task::spawn_blocking(work).await.map_err(|e| NodeError::Lost(e.to_string()))?
}

/// These records with the gallery and the extractor of the configuration.
///
/// # Errors
/// [`NodeError`]; of a gallery that is damaged it says how to make it anew.
pub async fn open(records: Records, config: &Config) -> Result<Records, NodeError> {
    let (path, data, weights) = (folder(config), config.data.clone(), config.prints_weights.clone());
    let opened = aside(move || {
        let extractor = leader(&weights)?;
        Ok((Gallery::open(&path)?, Destroyed::open(&data)?, extractor))
    });
    let (gallery, destroyed, extractor) = opened.await?;
    let records = records.with_gallery(gallery, destroyed);
    Ok(match extractor {
        Some(leader) => records.with_extractor(Arc::new(leader)),
        None => records,
    })
}

/// How a gallery was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is open now.
    Open,
    /// Another process has it.
    Taken,
    /// There is none yet: it is made at the next start.
    None,
}

/// The same where there is one and no other process has it; else the records as they were.
///
/// # Errors
/// As [`open`].
pub async fn open_if_free(records: Records, config: &Config) -> Result<(Records, Found), NodeError> {
    let (path, data) = (folder(config), config.data.clone());
    let opened = aside(move || {
        if !path.is_dir() {
            return Ok(Err(Found::None));
        }
        match Gallery::open(&path) {
            Ok(gallery) => Ok(Ok((gallery, Destroyed::open(&data)?))),
            Err(GalleryError::Taken(_)) => Ok(Err(Found::Taken)),
            Err(other) => Err(other.into()),
        }
    });
    Ok(match opened.await? {
        Ok((gallery, destroyed)) => (records.with_gallery(gallery, destroyed), Found::Open),
        Err(found) => (records, found),
    })
}

/// Removes the gallery, so that it is made anew. False where another process has it.
///
/// # Errors
/// [`NodeError`].
pub async fn remove(config: &Config) -> Result<bool, NodeError> {
    let path = folder(config);
    aside(move || {
        if !path.is_dir() {
            return Ok(true);
        }
        // Sound or damaged, it goes.
        if matches!(Gallery::open(&path), Err(GalleryError::Taken(_))) {
            return Ok(false);
        }
        let failed = |source| NodeError::Folder { path: path.display().to_string(), source };
        fs::remove_dir_all(&path).map_err(failed)?;
        Ok(true)
    })
    .await
}

/// The network, where its weights are configured.
fn leader(weights: &Path) -> Result<Option<Leader>, NodeError> {
    if weights.as_os_str().is_empty() {
        return Ok(None);
    }
    let failed = |source| NodeError::Folder { path: weights.display().to_string(), source };
    let read = Leader::read(&fs::read(weights).map_err(failed)?);
    read.map(Some).map_err(|error: LeaderError| NodeError::Weights(error.to_string()))
}
