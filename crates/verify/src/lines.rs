//! Lines of a bounded length from a file of any length.

use std::io::{BufRead, Read};

use crate::verify::VerifyError;

/// Reads line after line into one buffer.
pub(crate) struct Lines<R> {
    reader: R,
    longest: usize,
    number: u64,
    buffer: Vec<u8>,
}

/// A line without its newline.
pub(crate) struct Line<'a> {
    /// From 1.
    pub(crate) number: u64,
    pub(crate) bytes: &'a [u8],
    /// Whether a newline stood after it.
    pub(crate) ended: bool,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(reader: R, longest: usize) -> Self {
        Lines { reader, longest, number: 0, buffer: Vec::new() }
    }

    pub(crate) fn next(&mut self) -> Result<Option<Line<'_>>, VerifyError> {
        self.number += 1;
        self.buffer.clear();
        let most = u64::try_from(self.longest).unwrap_or(u64::MAX).saturating_add(1);
        let mut bounded = self.reader.by_ref().take(most);
        let read = bounded.read_until(b'\n', &mut self.buffer);
        let read = read.map_err(|source| VerifyError::Io { line: self.number, source })?;
        if read == 0 {
            return Ok(None);
        }
        let ended = self.buffer.pop_if(|last| *last == b'\n').is_some();
        if self.buffer.len() > self.longest {
            return Err(VerifyError::LineTooLong { line: self.number, longest: self.longest });
        }
        Ok(Some(Line { number: self.number, bytes: &self.buffer, ended }))
    }
}
