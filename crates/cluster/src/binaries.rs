//! Finding the server's programs.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::ClusterError;

const NEEDED: [&str; 4] = ["initdb", "postgres", "pg_isready", "psql"];

/// The directory that holds `initdb`, `postgres`, `pg_isready` and `psql`.
#[derive(Debug, Clone)]
pub struct Binaries(PathBuf);

impl Binaries {
    /// Looks in `ROZNAMCHA_PG_BIN` (and then nowhere else), in Debian's directories from the newest version down,
    /// and in `PATH`.
    pub fn find() -> Result<Self, ClusterError> {
        let candidates = match env::var_os("ROZNAMCHA_PG_BIN") {
            Some(chosen) => vec![PathBuf::from(chosen)],
            None => {
                let mut all = debian_directories(Path::new("/usr/lib/postgresql"));
                all.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
                all
            }
        };
        candidates.into_iter().find(|dir| is_complete(dir)).map(Self).ok_or(ClusterError::NoBinaries)
    }

    /// The path of one of the programs.
    pub fn program(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

fn is_complete(dir: &Path) -> bool {
    NEEDED.iter().all(|name| dir.join(name).is_file())
}

fn debian_directories(root: &Path) -> Vec<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir(root)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    versions.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    versions.into_iter().map(|(_, path)| path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_comes_first() {
        let root = tempfile::tempdir().unwrap();
        for version in ["9", "15", "17", "common"] {
            fs::create_dir_all(root.path().join(version).join("bin")).unwrap();
        }
        let found = debian_directories(root.path());
        let expected: Vec<_> = ["17", "15", "9"].iter().map(|v| root.path().join(v).join("bin")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_directory_without_the_server_is_not_taken() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("psql"), "").unwrap();
        assert!(!is_complete(root.path()));
    }
}
