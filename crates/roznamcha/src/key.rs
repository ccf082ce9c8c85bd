//! The node's own key: made on the first start, kept beside the data for its owner's eyes only.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

/// The file in the data folder.
pub const FILE: &str = "node.key";

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read or made.
    #[error("the node's key `{path}`: {source}")]
    File {
        /// The file.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// Others may read it.
    #[error("others may read the node's key; run: chmod 600 {0}")]
    Open(String),
    /// It is not a key.
    #[error("`{0}` does not hold 64 hexadecimal digits; restore the node's key from its safe copy")]
    Broken(String),
    /// The machine gave no random bytes.
    #[error("the machine gave no random bytes for the node's key")]
    Chance,
}

/// Reads the seed, or makes one. Two processes that start at once agree: the file is made whole or not at all.
///
/// # Errors
/// [`KeyError`].
pub fn seed(data: &Path) -> Result<[u8; 32], KeyError> {
    let path = data.join(FILE);
    let file = |source| KeyError::File { path: path.display().to_string(), source };
    if !path.try_exists().map_err(file)? {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|_| KeyError::Chance)?;
        make(data, &path, &seed).map_err(file)?;
    }
    private(&path)?;
    let mut text = String::new();
    File::open(&path).and_then(|f| f.take(1024).read_to_string(&mut text)).map_err(file)?;
    parse(text.trim()).ok_or_else(|| KeyError::Broken(path.display().to_string()))
}

fn make(data: &Path, path: &Path, seed: &[u8; 32]) -> io::Result<()> {
    let part = data.join(format!("{FILE}.{}", std::process::id()));
    let mut how = OpenOptions::new();
    how.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    let mut file = how.open(&part)?;
    let digits: String = seed.iter().map(|b| format!("{b:02x}")).collect();
    writeln!(file, "{digits}")?;
    file.sync_all()?;
    // A link fails where another process was first; its key is then the node's.
    let linked = fs::hard_link(&part, path);
    fs::remove_file(&part)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    File::open(data)?.sync_all()
}

#[cfg(unix)]
fn private(path: &Path) -> Result<(), KeyError> {
    use std::os::unix::fs::PermissionsExt as _;
    let name = path.display().to_string();
    let mode = fs::metadata(path).map_err(|source| KeyError::File { path: name.clone(), source })?;
    if mode.permissions().mode() & 0o077 == 0 { Ok(()) } else { Err(KeyError::Open(name)) }
}

#[cfg(not(unix))]
fn private(_: &Path) -> Result<(), KeyError> {
    Ok(())
}

fn parse(text: &str) -> Option<[u8; 32]> {
    let mut seed = [0; 32];
    if text.len() != 64 {
        return None;
    }
    for (i, byte) in seed.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * i..2 * i + 2)?, 16).ok()?;
    }
    Some(seed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_once_then_read() {
        let dir = tempfile::tempdir().unwrap();
        let first = seed(dir.path()).unwrap();
        assert_eq!(seed(dir.path()).unwrap(), first);
        assert_ne!(seed(tempfile::tempdir().unwrap().path()).unwrap(), first);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing else is left");
    }

    #[cfg(unix)]
    #[test]
    fn an_open_or_broken_key_is_refused() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        seed(dir.path()).unwrap();
        let path = dir.path().join(FILE);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(seed(dir.path()), Err(KeyError::Open(_))));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(&path, "zz").unwrap();
        assert!(matches!(seed(dir.path()), Err(KeyError::Broken(_))));
    }
}
