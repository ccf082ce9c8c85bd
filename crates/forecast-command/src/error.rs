//! What can stop the command.

use std::path::{Path, PathBuf};

use roznamcha_forecast::{LoadError, StudyError};
use thiserror::Error;

/// Why nothing was forecast.
#[derive(Debug, Error)]
pub enum CommandError {
    /// Neither scores nor a backtest was asked for.
    #[error("say which events to forecast from with `--events`, or `backtest`")]
    Nothing,
    /// A file cannot be opened, read or written.
    #[error("`{0}`: {1}")]
    File(PathBuf, std::io::Error),
    /// A file is not what the options say.
    #[error("`{0}`: {1}")]
    Load(PathBuf, LoadError),
    /// A Parquet file.
    #[error("`{0}`: Parquet is not read yet: give CSV, plain or gzipped")]
    Parquet(PathBuf),
    /// No crime has a class of this name.
    #[error("no class `{wanted}` before {origin}; there are {there}")]
    NoClass {
        /// What was asked for.
        wanted: String,
        /// The first day of the window.
        origin: String,
        /// What there is.
        there: String,
    },
    /// A class that police activity makes.
    #[error("`{0}` is found where the police look for it: no forecast is made of it")]
    Discovered(String),
    /// Nothing to forecast from.
    #[error(transparent)]
    Study(#[from] StudyError),
    /// Standard output is gone.
    #[error("cannot write: {0}")]
    Output(#[from] std::io::Error),
}

impl CommandError {
    pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_path_buf();
        move |error| Self::File(path, error)
    }
}
