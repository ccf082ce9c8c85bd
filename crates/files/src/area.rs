//! Where objects lie: the contract of a folder and of a remote store.

use std::io::Read;

/// What went wrong with the area.
#[derive(Debug, thiserror::Error)]
pub enum AreaError {
    /// There is no such object.
    #[error("there is no object `{0}`")]
    Missing(String),
    /// No room.
    #[error("the file area is full")]
    Full,
    /// The area does not answer, or refuses.
    #[error("the file area does not answer: {0}")]
    Unavailable(String),
    /// A name that no object has.
    #[error("`{0}` is no name of an object")]
    Name(String),
}

/// An object as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its name.
    pub name: String,
    /// Its length, in bytes.
    pub size: u64,
    /// When it was put there, milliseconds since 1970, by the area's own clock; 0 where it does not say.
    pub put_ms: i64,
}

/// A place for objects. An object is there whole or not at all, and stays when `put` has returned.
pub trait Area: Send + Sync {
    /// Puts an object of exactly `len` bytes; one of that name is replaced.
    ///
    /// # Errors
    /// [`AreaError`]; the object is not there then.
    fn put(&self, name: &str, len: u64, body: &mut dyn Read) -> Result<(), AreaError>;

    /// Reads `len` bytes from `from` on.
    ///
    /// # Errors
    /// [`AreaError::Missing`], or the area's own.
    fn get(&self, name: &str, from: u64, len: u64) -> Result<Box<dyn Read + Send>, AreaError>;

    /// Removes an object, for good; one that is not there is no error.
    ///
    /// # Errors
    /// The area's own.
    fn remove(&self, name: &str) -> Result<(), AreaError>;

    /// Every object whose name begins so, by name.
    ///
    /// # Errors
    /// The area's own.
    fn list(&self, prefix: &str) -> Result<Vec<Held>, AreaError>;

    /// Where it is, for people: a path or an address, no secret.
    fn shown(&self) -> String;
}
