//! Folders of prints named as in the Fingerprint Verification Competitions: `FINGER_IMPRESSION.png`.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use roznamcha_prints::{GrayImage, ReadError, read};
use roznamcha_prints_formats::wsq::{self, WsqError};
use thiserror::Error;

/// The prints of one sensor.
#[derive(Debug, Clone)]
pub struct Set {
    /// The folder's name.
    pub name: String,
    /// The prints, by finger and impression.
    pub prints: Vec<Print>,
}

/// One print.
#[derive(Debug, Clone)]
pub struct Print {
    /// Whose.
    pub finger: u32,
    /// Which of that finger's.
    pub impression: u32,
    /// The image.
    pub image: GrayImage,
}

/// The resolution of a set whose files do not tell it.
#[derive(Debug, Clone)]
pub struct Resolutions {
    /// Where no other is told.
    pub usual: u16,
    /// By the folder's name.
    pub of: BTreeMap<String, u16>,
}

/// Why a folder cannot be measured.
#[derive(Debug, Error)]
pub enum FolderError {
    /// The disk says no.
    #[error("`{0}` cannot be read: {1}")]
    Disk(PathBuf, std::io::Error),
    /// An image says no.
    #[error("`{0}`: {1}")]
    Image(PathBuf, ReadError),
    /// A WSQ file says no.
    #[error("`{0}`: {1}")]
    Wsq(PathBuf, WsqError),
    /// No file named as it should be.
    #[error("`{0}` holds no prints: name them FINGER_IMPRESSION, as 101_1.png")]
    Empty(PathBuf),
}

/// The sets in a folder: itself, or those in the folders in it.
///
/// # Errors
/// [`FolderError`] when there is no print, or a file named as a print is none.
pub fn sets(
    folder: &Path,
    fingers: &RangeInclusive<u32>,
    resolutions: &Resolutions,
) -> Result<Vec<Set>, FolderError> {
    let mut folders = vec![folder.to_path_buf()];
    folders.extend(entries(folder)?.into_iter().filter(|path| path.is_dir()));
    let mut found = Vec::new();
    for path in folders {
        // `.` has no name of its own
        let whole = path.canonicalize().unwrap_or_else(|_| path.clone());
        let name = whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let dpi = resolutions.of.get(&name).copied().unwrap_or(resolutions.usual);
        let prints = prints(&path, fingers, dpi)?;
        if !prints.is_empty() {
            found.push(Set { name, prints });
        }
    }
    if found.is_empty() { Err(FolderError::Empty(folder.to_path_buf())) } else { Ok(found) }
}

fn prints(folder: &Path, fingers: &RangeInclusive<u32>, dpi: u16) -> Result<Vec<Print>, FolderError> {
    let mut prints = Vec::new();
    for path in entries(folder)? {
        let Some((finger, impression)) = named(&path).filter(|(finger, _)| fingers.contains(finger)) else {
            continue;
        };
        let bytes = std::fs::read(&path).map_err(|error| FolderError::Disk(path.clone(), error))?;
        let image = if wsq::is_wsq(&bytes) {
            wsq::decode(&bytes).map_err(|error| FolderError::Wsq(path.clone(), error))?
        } else {
            read(&bytes, dpi).map_err(|error| FolderError::Image(path.clone(), error))?
        };
        prints.push(Print { finger, impression, image });
    }
    prints.sort_by_key(|print| (print.finger, print.impression));
    Ok(prints)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, FolderError> {
    let disk = |error| FolderError::Disk(folder.to_path_buf(), error);
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(disk)? {
        paths.push(entry.map_err(disk)?.path());
    }
    paths.sort();
    Ok(paths)
}

/// Finger and impression by a file's name.
fn named(path: &Path) -> Option<(u32, u32)> {
    let kinds = ["png", "bmp", "tif", "tiff", "jpg", "jpeg", "wsq"];
    let kind = path.extension()?.to_str()?.to_ascii_lowercase();
    let (finger, impression) = path.file_stem()?.to_str()?.split_once('_')?;
    kinds.contains(&kind.as_str()).then_some((finger.parse().ok()?, impression.parse().ok()?))
}
