//! Sets of queries: `NAME.pool.gz`, a name a line; `NAME.q.gz`, query, the right lines, the line it was taken from.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use thiserror::Error;

/// A script word or name, a Roman one, how often.
pub type Learned = (String, String, u32);

/// A set.
#[derive(Debug)]
pub struct Set {
    /// Its file's name.
    pub name: String,
    /// The names that are searched.
    pub pool: Vec<String>,
    /// What is searched for.
    pub queries: Vec<Asked>,
}

/// A query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// A name.
    pub name: String,
    /// Lines of the pool that are the same name.
    pub right: Vec<u64>,
    /// The line that it is itself: no answer.
    pub itself: Option<u64>,
}

/// Why there is no set.
#[derive(Debug, Error)]
pub enum SetError {
    /// A file cannot be read.
    #[error("`{0}` cannot be read: {1}")]
    Read(PathBuf, std::io::Error),
    /// A line is no line of such a file.
    #[error("`{0}`: `{1}` is no line of it: fields stand between tabs, numbers between commas")]
    Line(PathBuf, String),
    /// No set in the folder.
    #[error("`{0}` holds no NAME.pool.gz with its NAME.q.gz")]
    Empty(PathBuf),
}

fn text(path: &Path) -> Result<String, SetError> {
    unpacked(path).map_err(|error| SetError::Read(path.to_owned(), error))
}

fn unpacked(path: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    GzDecoder::new(File::open(path)?).read_to_string(&mut text)?;
    Ok(text)
}

/// What may be learned: `lexicon_train.tsv.gz` of a folder.
///
/// # Errors
/// [`SetError`] when it cannot be read.
pub fn lexicon(folder: &Path) -> Result<Vec<Learned>, SetError> {
    let path = folder.join("lexicon_train.tsv.gz");
    let line = |line: &str| pair(line).ok_or_else(|| SetError::Line(path.clone(), line.to_owned()));
    text(&path)?.lines().map(line).collect()
}

fn pair(line: &str) -> Option<Learned> {
    let mut fields = line.split('\t').map(str::to_owned);
    Some((fields.next()?, fields.next()?, fields.next()?.parse::<u32>().ok()?))
}

/// The sets of a folder, by name.
///
/// # Errors
/// [`SetError`] when there is none, or one cannot be read.
pub fn sets(folder: &Path) -> Result<Vec<Set>, SetError> {
    let unread = |error| SetError::Read(folder.to_owned(), error);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let name = entry.map_err(unread)?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".q.gz").map(str::to_owned));
    }
    if names.is_empty() {
        return Err(SetError::Empty(folder.to_owned()));
    }
    names.sort();
    names.into_iter().map(|name| set(folder, name)).collect()
}

fn set(folder: &Path, name: String) -> Result<Set, SetError> {
    let pool = text(&folder.join(format!("{name}.pool.gz")))?.lines().map(str::to_owned).collect();
    let path = folder.join(format!("{name}.q.gz"));
    let mut queries = Vec::new();
    for line in text(&path)?.lines() {
        queries.push(query(line).ok_or_else(|| SetError::Line(path.clone(), line.to_owned()))?);
    }
    Ok(Set { name, pool, queries })
}

fn query(line: &str) -> Option<Asked> {
    let mut fields = line.split('\t');
    let name = fields.next()?.to_owned();
    let right = fields.next()?.split(',').map(|line| line.parse().ok()).collect::<Option<_>>()?;
    let itself = match fields.next()? {
        "-" => None,
        line => Some(line.parse().ok()?),
    };
    Some(Asked { name, right, itself })
}
