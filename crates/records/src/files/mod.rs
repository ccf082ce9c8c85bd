//! Photographs, scans, recordings and documents: sent in parts, kept once, read with authority, purpose and audit.

mod check;
mod read;
mod send;
mod sweep;

pub use check::Copied;
pub use read::{AttachmentView, Custody, FileOut, RangeError, byte_range};
pub(crate) use read::{read_whole, small_of};
pub use send::{FileKept, UploadState};

use roznamcha_files::{Area, AreaError, Key, SealError};
use roznamcha_store::{StoredFile, Upload};
use std::fmt::Write as _;
use std::sync::Arc;

use crate::{DoorError, Records};

/// Limits of files, each with a default.
#[derive(Clone, Debug)]
pub struct FileLimits {
    /// The largest file, in bytes (64 MiB).
    pub largest: u64,
    /// What one officer may begin to send within 24 hours, in bytes (1 GiB).
    pub a_day: u64,
    /// Days after which an upload not finished, and a file that no act holds, is removed (7).
    pub days: i64,
}

impl Default for FileLimits {
    fn default() -> Self {
        Self { largest: 64 << 20, a_day: 1 << 30, days: 7 }
    }
}

impl From<AreaError> for DoorError {
    fn from(error: AreaError) -> Self {
        match error {
            AreaError::Full => Self::Full,
            AreaError::Unavailable(what) => Self::Unavailable(what),
            other => Self::Defect(other.to_string()),
        }
    }
}

impl From<SealError> for DoorError {
    fn from(error: SealError) -> Self {
        match error {
            SealError::Area(area) => area.into(),
            other => Self::Defect(other.to_string()),
        }
    }
}

/// A key as it is kept.
fn written(key: &Key) -> String {
    key.bytes().iter().fold(String::new(), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn key(text: &str) -> Result<Key, DoorError> {
    let digits: Vec<char> = text.chars().collect();
    let bytes: Option<Vec<u8>> =
        digits.chunks(2).map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).ok()).collect();
    Ok(Key::read(&bytes.unwrap_or_default())?)
}

pub(crate) fn key_of_file(file: &StoredFile) -> Result<Key, DoorError> {
    key(&file.secret)
}

fn key_of_parts(upload: &Upload) -> Result<Key, DoorError> {
    key(&upload.secret)
}

impl Records {
    /// These records with a file area.
    pub fn with_area(mut self, area: Arc<dyn Area>) -> Self {
        self.area = Some(area);
        self
    }

    /// The largest file that is kept, in bytes.
    pub fn largest_file(&self) -> u64 {
        self.options.files.largest
    }

    pub(crate) fn area(&self) -> Result<Arc<dyn Area>, DoorError> {
        self.area.clone().ok_or_else(|| DoorError::Unavailable("the node has no file area".to_owned()))
    }

    /// Runs work that waits for the file area, on a thread for it.
    pub(crate) async fn in_area<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Area) -> Result<T, DoorError> + Send + 'static,
    ) -> Result<T, DoorError> {
        let area = self.area()?;
        let done = tokio::task::spawn_blocking(move || work(area.as_ref()));
        done.await.map_err(|e| DoorError::Defect(e.to_string()))?
    }
}
