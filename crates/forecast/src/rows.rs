//! Rows of comma-separated values, as RFC 4180 has them, cut without copying where nothing is quoted.

use std::io::Read;

use memchr::{memchr, memchr_iter};

const CHUNK: usize = 1 << 20;
/// A row longer than this is no row: a quotation mark was never closed.
const LONGEST: usize = 1 << 24;

/// Reads rows one after another.
pub(crate) struct Rows<R> {
    reader: R,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
    unquoted: Vec<u8>,
    cuts: Vec<(usize, usize)>,
}

/// One row.
pub(crate) struct Row<'a> {
    bytes: &'a [u8],
    cuts: &'a [(usize, usize)],
}

impl<'a> Row<'a> {
    /// A field, without blanks around it; `None` when the row is too short.
    pub(crate) fn field(&self, at: usize) -> Option<&'a [u8]> {
        let (from, to) = *self.cuts.get(at)?;
        self.bytes.get(from..to).map(<[u8]>::trim_ascii)
    }

    pub(crate) fn len(&self) -> usize {
        self.cuts.len()
    }
}

impl<R: Read> Rows<R> {
    pub(crate) fn new(reader: R) -> Self {
        Self { reader, buffer: Vec::new(), start: 0, ended: false, unquoted: Vec::new(), cuts: Vec::new() }
    }

    /// The next row that is not blank; `None` at the end.
    pub(crate) fn next_row(&mut self) -> std::io::Result<Option<Row<'_>>> {
        loop {
            let Some(length) = self.line()? else { return Ok(None) };
            let (from, to) = (self.start, self.start + length);
            self.start = (to + 1).min(self.buffer.len());
            if self.buffer.get(from..to).is_some_and(|line| !line.trim_ascii().is_empty()) {
                let line = self.buffer.get(from..to).unwrap_or_default();
                let line = line.strip_suffix(b"\r").unwrap_or(line);
                self.cuts.clear();
                if memchr(b'"', line).is_none() {
                    plain(line, &mut self.cuts);
                    return Ok(Some(Row { bytes: line, cuts: &self.cuts }));
                }
                self.unquoted.clear();
                quoted(line, &mut self.unquoted, &mut self.cuts);
                return Ok(Some(Row { bytes: &self.unquoted, cuts: &self.cuts }));
            }
        }
    }

    /// The length of the line that begins at `start`; a line break within quotation marks does not end it.
    fn line(&mut self) -> std::io::Result<Option<usize>> {
        let mut looked = 0;
        loop {
            let rest = self.buffer.get(self.start..).unwrap_or_default();
            while let Some(at) = rest.get(looked..).and_then(|rest| memchr(b'\n', rest)).map(|at| at + looked)
            {
                let line = rest.get(..at).unwrap_or_default();
                if memchr_iter(b'"', line).count().is_multiple_of(2) {
                    return Ok(Some(at));
                }
                looked = at + 1;
            }
            if self.ended || rest.len() > LONGEST {
                return Ok((!rest.is_empty()).then_some(rest.len()));
            }
            if memchr(b'"', rest).is_none() {
                looked = rest.len();
            }
            self.more()?;
        }
    }

    fn more(&mut self) -> std::io::Result<()> {
        self.buffer.drain(..self.start);
        self.start = 0;
        let had = self.buffer.len();
        self.buffer.resize(had + CHUNK, 0);
        let mut filled = had;
        while filled < self.buffer.len() {
            let got = self.reader.read(self.buffer.get_mut(filled..).unwrap_or_default())?;
            filled += got;
            if got == 0 {
                self.ended = true;
                break;
            }
        }
        self.buffer.truncate(filled);
        Ok(())
    }
}

fn plain(line: &[u8], cuts: &mut Vec<(usize, usize)>) {
    let mut from = 0;
    for (at, byte) in line.iter().enumerate() {
        if *byte == b',' {
            cuts.push((from, at));
            from = at + 1;
        }
    }
    cuts.push((from, line.len()));
}

fn quoted(line: &[u8], out: &mut Vec<u8>, cuts: &mut Vec<(usize, usize)>) {
    let (mut within, mut from) = (false, 0);
    let mut bytes = line.iter().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if within && bytes.peek() == Some(&&b'"') => {
                bytes.next();
                out.push(b'"');
            }
            b'"' => within = !within,
            b',' if !within => {
                cuts.push((from, out.len()));
                from = out.len();
            }
            other => out.push(*other),
        }
    }
    cuts.push((from, out.len()));
}
