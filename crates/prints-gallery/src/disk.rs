//! What files of a gallery have in common: overwritten before they go, and named lastingly once they are made.

use std::fs::{self, File};
use std::os::unix::fs::FileExt as _;
use std::path::Path;

/// Overwrites a file and removes it, if it is there.
pub(crate) fn wipe(path: &Path) -> std::io::Result<()> {
    if !path.exists() {
        return Ok(());
    }
    let file = File::options().write(true).open(path)?;
    zero(&file, 0, file.metadata()?.len())?;
    file.sync_all()?;
    fs::remove_file(path)
}

/// Overwrites so many bytes.
pub(crate) fn zero(file: &File, mut at: u64, mut length: u64) -> std::io::Result<()> {
    let nothing = [0; 4_096];
    while length > 0 {
        let part = length.min(nothing.len() as u64);
        file.write_all_at(nothing.get(..part as usize).unwrap_or_default(), at)?;
        at += part;
        length -= part;
    }
    Ok(())
}

/// Makes the name of a new or renamed file last: its folder says it, and a power cut may lose that of a file whose own
/// bytes are on the disk.
pub(crate) fn named(path: &Path) -> std::io::Result<()> {
    match path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => File::open(folder)?.sync_all(),
        None => File::open(".")?.sync_all(),
    }
}
