//! Objects as files of one folder.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::{Area, AreaError, Held, is_place};

/// Files being written, not named yet.
const BEGUN: &str = "begun";
/// What was begun and left so long ago belongs to a process that was killed.
const LEFT: Duration = Duration::from_secs(24 * 3600);

static COUNT: AtomicU64 = AtomicU64::new(0);

/// A folder of objects, readable to its owner only. Several processes may use it at once.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Opens the folder, or makes it, and removes what killed processes left half written.
    ///
    /// # Errors
    /// [`AreaError::Unavailable`] when it cannot be made or written to.
    pub fn open(root: &Path) -> Result<Self, AreaError> {
        let folder = Self { root: root.to_owned() };
        make(&root.join(BEGUN)).map_err(|e| fault(&e, root))?;
        folder.sweep();
        Ok(folder)
    }

    fn sweep(&self) {
        let Ok(files) = fs::read_dir(self.root.join(BEGUN)) else { return };
        for file in files.flatten() {
            let changed = file.metadata().and_then(|m| m.modified());
            let old = changed.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > LEFT));
            if old {
                // It can be tried again at the next start.
                let _ = fs::remove_file(file.path());
            }
        }
    }

    /// `ab/cd/abcd…`: no folder grows beyond what a disk finds quickly.
    fn path(&self, name: &str) -> Result<PathBuf, AreaError> {
        let bad = || AreaError::Name(name.to_owned());
        let (first, second) = (name.get(..2).ok_or_else(bad)?, name.get(2..4).ok_or_else(bad)?);
        if !is_place(name) {
            return Err(bad());
        }
        Ok(self.root.join(first).join(second).join(name))
    }

    /// The folders that may hold names that begin so.
    fn folders(&self, prefix: &str) -> Result<Vec<PathBuf>, AreaError> {
        let mut all = vec![self.root.clone()];
        for level in [prefix.get(..2), prefix.get(2..4)] {
            let mut below = Vec::new();
            for folder in &all {
                match level {
                    Some(name) => below.push(folder.join(name)),
                    None => below.extend(children(folder).map_err(|e| fault(&e, folder))?),
                }
            }
            all = below;
        }
        Ok(all)
    }

    fn write(&self, name: &str, len: u64, body: &mut dyn Read) -> Result<(), AreaError> {
        let target = self.path(name)?;
        let folder = target.parent().map(Path::to_owned).unwrap_or_default();
        make(&folder).map_err(|e| fault(&e, &folder))?;
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let begun = self.root.join(BEGUN).join(format!("{name}.{}.{number}", std::process::id()));
        let written = fill(&begun, len, body).and_then(|()| fs::rename(&begun, &target));
        if written.is_err() {
            // What could not be written is not left to fill the disk.
            let _ = fs::remove_file(&begun);
        }
        written.and_then(|()| sync(&folder)).map_err(|e| fault(&e, &target))
    }
}

impl Area for Folder {
    fn put(&self, name: &str, len: u64, body: &mut dyn Read) -> Result<(), AreaError> {
        self.write(name, len, body)
    }

    fn get(&self, name: &str, from: u64, len: u64) -> Result<Box<dyn Read + Send>, AreaError> {
        let path = self.path(name)?;
        let mut file = File::open(&path).map_err(|e| fault(&e, &path))?;
        file.seek(SeekFrom::Start(from)).map_err(|e| fault(&e, &path))?;
        Ok(Box::new(file.take(len)))
    }

    fn remove(&self, name: &str) -> Result<(), AreaError> {
        let path = self.path(name)?;
        match fs::remove_file(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => {
                let folder = path.parent().map(Path::to_owned).unwrap_or_default();
                done.and_then(|()| sync(&folder)).map_err(|e| fault(&e, &path))
            }
        }
    }

    fn list(&self, prefix: &str) -> Result<Vec<Held>, AreaError> {
        let mut all = Vec::new();
        for folder in self.folders(prefix)? {
            let files = match fs::read_dir(&folder) {
                Ok(files) => files,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(fault(&error, &folder)),
            };
            for file in files.flatten() {
                let name = file.file_name().to_string_lossy().into_owned();
                // One that is removed meanwhile is not there.
                let Ok(about) = file.metadata() else { continue };
                if about.is_file() && name.starts_with(prefix) && is_place(&name) {
                    all.push(Held { name, size: about.len(), put_ms: about.modified().map_or(0, millis) });
                }
            }
        }
        all.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(all)
    }

    fn shown(&self) -> String {
        self.root.display().to_string()
    }
}

fn children(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() && entry.file_name().len() == 2 {
            all.push(entry.path());
        }
    }
    Ok(all)
}

fn millis(at: SystemTime) -> i64 {
    at.duration_since(UNIX_EPOCH).map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX))
}

/// Makes a folder and those above it, each lasting, for the owner only.
fn make(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let parent = folder.parent().filter(|p| !p.as_os_str().is_empty());
    if let Some(parent) = parent {
        make(parent)?;
    }
    let mut how = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut how, 0o700);
    match how.create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        done => done.and_then(|()| parent.map_or(Ok(()), sync)),
    }
}

fn fill(path: &Path, len: u64, body: &mut dyn Read) -> io::Result<()> {
    let mut how = OpenOptions::new();
    how.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    let mut file = how.open(path)?;
    // One byte more than promised is asked for, so that too long a body is seen.
    let written = io::copy(&mut body.take(len.saturating_add(1)), &mut file)?;
    if written != len {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the body is not as long as promised"));
    }
    file.flush()?;
    file.sync_all()
}

fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

fn fault(error: &io::Error, path: &Path) -> AreaError {
    match error.kind() {
        io::ErrorKind::NotFound => AreaError::Missing(
            path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned()),
        ),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => AreaError::Full,
        _ => AreaError::Unavailable(error.to_string()),
    }
}
