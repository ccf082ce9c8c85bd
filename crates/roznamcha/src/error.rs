//! What can stop a command, and the exit code that says so.

use roznamcha_demo::DemoError;
use roznamcha_legacy::ImportError;
use roznamcha_records::DoorError;
use roznamcha_store::StoreError;
use std::io;
use std::net::SocketAddr;
use std::path::Path;

use crate::config::ConfigError;
use crate::node::NodeError;

/// Found differences: the command ran and the answer is no.
pub const DIFFERS: u8 = 1;
/// Could not be done: arguments, configuration, files, database.
pub const NOT_DONE: u8 = 2;
/// A write to disk failed: the process must stop and start again (`EX_SOFTWARE`).
pub const BROKEN: u8 = 70;

/// Why a command ended without doing its work.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The logger.
    #[error(transparent)]
    Log(#[from] crate::logging::LogError),
    /// The node.
    #[error(transparent)]
    Node(#[from] NodeError),
    /// The door.
    #[error(transparent)]
    Door(#[from] DoorError),
    /// An import.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The demonstration.
    #[error(transparent)]
    Demo(#[from] DemoError),
    /// A forecast.
    #[error(transparent)]
    Forecast(#[from] roznamcha_forecast_command::CommandError),
    /// An address that cannot be listened at.
    #[error("cannot serve at {address}: {source}; name another with --listen")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// A file.
    #[error("`{path}`: {source}")]
    File {
        /// The file.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// Something given is wrong.
    #[error("{0}")]
    Wrong(String),
    /// What was compared differs.
    #[error("{0}")]
    Differs(String),
    /// A write to disk failed.
    #[error("writing to disk failed; start again when the disk is sound: {0}")]
    Broken(String),
}

impl CommandError {
    /// An error of a file.
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.display().to_string();
        move |source| Self::File { path, source }
    }

    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Self::Differs(_) => DIFFERS,
            Self::Broken(_)
            | Self::Door(DoorError::Broken(_))
            | Self::Node(NodeError::Store(StoreError::Broken(_)) | NodeError::Door(DoorError::Broken(_)))
            | Self::Import(ImportError::Door(DoorError::Broken(_)))
            | Self::Demo(
                DemoError::Act { error: DoorError::Broken(_), .. }
                | DemoError::Officer { error: DoorError::Broken(_), .. },
            ) => BROKEN,
            _ => NOT_DONE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_has_its_own_code_wherever_it_comes_from() {
        let broken = || DoorError::Broken("fsync".to_owned());
        let act = DemoError::Act { what: String::new(), office: String::new(), error: broken() };
        let all = [
            CommandError::Broken(String::new()),
            CommandError::Door(broken()),
            CommandError::Node(NodeError::Store(StoreError::Broken(String::new()))),
            CommandError::Import(ImportError::Door(broken())),
            CommandError::Demo(act),
        ];
        assert!(all.iter().all(|e| e.code() == BROKEN));
        assert_eq!(CommandError::Door(DoorError::Full).code(), NOT_DONE);
        assert_eq!(CommandError::Differs(String::new()).code(), DIFFERS);
    }
}
