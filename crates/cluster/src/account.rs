//! Whom to run the server as: PostgreSQL refuses to run as root, and tests in containers often are root.

use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use crate::ClusterError;

/// The user and group the server's programs run as; `None` is whoever we are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account(Option<(u32, u32)>);

impl Account {
    /// Ourselves, or when we are root the user `postgres`, or `nobody`. `ours` is a file or directory we made: its
    /// owner tells who we are.
    pub fn choose(ours: &Path) -> Result<Self, ClusterError> {
        let directory = |source| ClusterError::Directory { path: ours.to_owned(), source };
        if fs::metadata(ours).map_err(directory)?.uid() != 0 {
            return Ok(Self(None));
        }
        let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
        ["postgres", "nobody"]
            .iter()
            .find_map(|name| ids(&users, name))
            .map(|found| Self(Some(found)))
            .ok_or(ClusterError::NoAccount)
    }

    /// Gives `path` to this account.
    pub fn own(self, path: &Path) -> io::Result<()> {
        match self.0 {
            Some((user, group)) => chown(path, Some(user), Some(group)),
            None => Ok(()),
        }
    }

    /// Writes a file that only this account may read.
    pub fn private(self, path: &Path, text: &str) -> io::Result<()> {
        fs::write(path, text)?;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
        self.own(path)
    }

    /// A command that will run as this account, without root's other groups.
    pub fn command(self, program: &Path) -> Command {
        let mut command = Command::new(program);
        if let Some((user, group)) = self.0 {
            command.gid(group).uid(user);
        }
        command
    }
}

fn ids(users: &str, name: &str) -> Option<(u32, u32)> {
    let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut fields = line.split(':').skip(2);
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_found_by_its_whole_name() {
        let users =
            "root:x:0:0::/:/bin/sh\npostgres2:x:7:8::/:/bin/sh\npostgres:x:101:104:,,,:/x:/bin/sh\nbad:x\n";
        assert_eq!(ids(users, "postgres"), Some((101, 104)));
        assert_eq!(ids(users, "bad"), None);
        assert_eq!(ids(users, "nobody"), None);
    }
}
