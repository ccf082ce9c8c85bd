//! The bench on files of its own.

#[cfg(test)]
mod files;
#[cfg(test)]
mod words;
