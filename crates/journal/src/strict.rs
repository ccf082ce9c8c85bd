//! JSON that can be written one way only: read, write again, compare.

use serde::{Serialize, de::DeserializeOwned};

use crate::FormatError;

/// The one written form of `value`.
pub(crate) fn write<T: Serialize>(value: &T) -> Result<String, FormatError> {
    serde_json::to_string(value).map_err(|e| FormatError::Json(e.to_string()))
}

/// Reads `bytes` and refuses them unless writing the result gives the same bytes: this rejects white space,
/// strange order, needless escapes, and keys that are missing, repeated or unknown.
pub(crate) fn read<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, FormatError> {
    let value: T = serde_json::from_slice(bytes).map_err(|e| FormatError::Json(e.to_string()))?;
    if write(&value)?.as_bytes() == bytes { Ok(value) } else { Err(FormatError::Form) }
}
