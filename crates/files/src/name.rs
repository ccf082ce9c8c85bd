//! Names of objects: chance, and what of the file it is.

use std::fmt::Write as _;

use crate::AreaError;

/// A new place: 32 hexadecimal digits of chance.
///
/// # Errors
/// [`AreaError::Unavailable`] when the machine has no chance to give.
pub fn place() -> Result<String, AreaError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|e| AreaError::Unavailable(format!("no chance to be had: {e}")))?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// The object of the part of an upload that begins at `offset`.
pub fn part(place: &str, offset: u64) -> String {
    format!("{place}.{offset:015}")
}

/// The object of a picture's small picture.
pub fn small(place: &str) -> String {
    format!("{place}.s")
}

/// Whether this can be the name of an object: a place, and what of it.
pub fn is_place(name: &str) -> bool {
    let (place, rest) = name.split_once('.').unwrap_or((name, "0"));
    let hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    place.len() == 32
        && place.chars().all(hex)
        && !rest.is_empty()
        && rest.len() <= 20
        && rest.chars().all(|c| c.is_ascii_digit() || c == 's')
}
