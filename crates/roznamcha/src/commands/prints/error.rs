//! What can stop the command, in words that say what to do next.

use roznamcha_prints::{ExtractError, ReadError, ShapeError, SlapError};
use roznamcha_words::Arg;
use std::fmt::Display;
use std::io;
use std::path::{Path, PathBuf};

use super::said::{Said, number, shown};

/// Why a file gave nothing.
#[derive(Debug)]
pub enum PrintsError {
    /// The disk does not give it.
    Unreadable(PathBuf, io::Error),
    /// The disk does not take it.
    Unwritable(PathBuf, io::Error),
    /// None of the formats.
    Format(PathBuf),
    /// One of them, and broken.
    Broken(PathBuf, String),
    /// Its size or resolution cannot be a print's.
    Shape(PathBuf, String),
    /// A file of records without an image.
    NoPrint(PathBuf),
    /// A file of several prints, and none was chosen.
    Which(PathBuf, Vec<u8>),
    /// A file that has no print of the number asked for.
    NoRecord(PathBuf, u8, Vec<u8>),
    /// An ending that no format has.
    Ending(PathBuf),
    /// What is to be written does not fit the form.
    Unfit(PathBuf, String),
    /// The extractor says no.
    Extractor(PathBuf, String),
    /// A slap that was not cut.
    Uncut(PathBuf, SlapError),
    /// A text that is no layout.
    Layout(PathBuf, String),
    /// There is no such extractor here.
    Weights(String),
}

impl PrintsError {
    /// An image that was not read.
    pub fn read(path: &Path, error: ReadError) -> Self {
        match error {
            ReadError::Format => Self::Format(path.to_path_buf()),
            ReadError::Broken(why) => Self::Broken(path.to_path_buf(), why),
            ReadError::Shape(why) => Self::shape(path, &why),
        }
    }

    /// Pixels that are no image of a print.
    pub fn shape(path: &Path, why: &ShapeError) -> Self {
        Self::Shape(path.to_path_buf(), why.to_string())
    }

    /// An image of which there is no template.
    pub fn extract(path: &Path, error: &ExtractError) -> Self {
        match error {
            ExtractError::Size { .. } => Self::Shape(path.to_path_buf(), error.to_string()),
            ExtractError::Extractor(why) => Self::Extractor(path.to_path_buf(), why.clone()),
        }
    }

    /// Something broken in a file.
    pub fn broken(path: &Path, why: &impl Display) -> Self {
        Self::Broken(path.to_path_buf(), why.to_string())
    }

    /// In words.
    pub fn text(&self, said: &Said) -> String {
        match self {
            Self::Unreadable(path, why) => why_of(said, "prints-unreadable", path, &why.to_string()),
            Self::Unwritable(path, why) => why_of(said, "prints-unwritable", path, &why.to_string()),
            Self::Format(path) => why_of(said, "prints-format", path, ""),
            Self::Broken(path, why) => why_of(said, "prints-broken", path, why),
            Self::Shape(path, why) => why_of(said, "prints-shape", path, why),
            Self::NoPrint(path) => why_of(said, "prints-no-print", path, ""),
            Self::Ending(path) => why_of(said, "prints-ending", path, ""),
            Self::Unfit(path, why) => why_of(said, "prints-unfit", path, why),
            Self::Extractor(path, why) => why_of(said, "prints-extractor", path, why),
            Self::Layout(path, why) => why_of(said, "prints-layout", path, why),
            Self::Uncut(path, SlapError::Count { found, wanted }) => {
                let (file, found, wanted) = (shown(path), number(*found), number(*wanted));
                let args = [("file", Arg::Text(&file)), ("found", found), ("wanted", wanted)];
                said.with("prints-uncut-count", &args)
            }
            Self::Uncut(path, why) => why_of(said, "prints-uncut", path, &why.to_string()),
            Self::Weights(why) => said.with("prints-weights", &[("why", Arg::Text(why))]),
            Self::Which(path, numbers) => {
                let args = [("file", Arg::Text(&shown(path))), ("list", Arg::Text(&listed(numbers)))];
                said.with("prints-which", &args)
            }
            Self::NoRecord(path, asked, numbers) => {
                let (file, list) = (shown(path), listed(numbers));
                let n = number(usize::from(*asked));
                let args = [("file", Arg::Text(&file)), ("n", n), ("list", Arg::Text(&list))];
                said.with("prints-no-record", &args)
            }
        }
    }
}

fn why_of(said: &Said, key: &str, path: &Path, why: &str) -> String {
    said.with(key, &[("file", Arg::Text(&shown(path))), ("why", Arg::Text(why))])
}

fn listed(numbers: &[u8]) -> String {
    numbers.iter().map(u8::to_string).collect::<Vec<_>>().join(", ")
}
