//! Reading the list: CSV, gzipped or not, row by row, hashing the file's bytes as they pass.

use flate2::read::MultiGzDecoder;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use std::sync::{Arc, Mutex};

use crate::{ImportError, Mapping};

/// A row as it stands.
#[derive(Debug)]
pub struct Row {
    /// Its number in the file, the first after the header being 1.
    pub number: u64,
    /// Its fields; `None` where the bytes are not UTF-8.
    pub fields: Option<Vec<String>>,
}

/// The rows of a list.
pub struct Rows {
    reader: csv::Reader<Box<dyn Read + Send>>,
    at: HashMap<String, usize>,
    header: Vec<String>,
    record: csv::ByteRecord,
    number: u64,
    hasher: Arc<Mutex<Sha256>>,
    path: String,
}

struct Hashing<R> {
    inner: R,
    hasher: Arc<Mutex<Sha256>>,
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.inner.read(buffer)?;
        if let (Ok(mut hasher), Some(bytes)) = (self.hasher.lock(), buffer.get(..n)) {
            hasher.update(bytes);
        }
        Ok(n)
    }
}

impl Rows {
    /// Opens a list and checks that it has the mapping's columns.
    ///
    /// # Errors
    /// [`ImportError::File`], [`ImportError::Column`].
    pub fn open(path: &Path, mapping: &Mapping) -> Result<Self, ImportError> {
        let shown = path.display().to_string();
        let file_error = |source| ImportError::File { path: path.display().to_string(), source };
        let hasher = Arc::new(Mutex::new(Sha256::new()));
        let file = File::open(path).map_err(file_error)?;
        let hashed = Hashing { inner: BufReader::with_capacity(1 << 16, file), hasher: hasher.clone() };
        let gz = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("gz"));
        let inner: Box<dyn Read + Send> =
            if gz { Box::new(MultiGzDecoder::new(hashed)) } else { Box::new(hashed) };
        let delimiter = u8::try_from(mapping.delimiter).unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(inner);
        let header: Vec<String> = match reader.byte_headers() {
            Ok(h) => h
                .iter()
                .map(|f| String::from_utf8_lossy(f).trim_start_matches('\u{FEFF}').to_owned())
                .collect(),
            Err(e) => return Err(file_error(std::io::Error::other(e))),
        };
        let at: HashMap<String, usize> = header.iter().enumerate().map(|(i, n)| (n.clone(), i)).collect();
        for column in mapping.columns() {
            if !at.contains_key(column) {
                return Err(ImportError::Column(column.to_owned(), header.join(", ")));
            }
        }
        Ok(Self { reader, at, header, record: csv::ByteRecord::new(), number: 0, hasher, path: shown })
    }

    /// The columns, in order.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// Where a column stands.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.at.get(column).copied()
    }

    /// The next row; `None` after the last.
    ///
    /// # Errors
    /// [`ImportError::File`] when the file cannot be read on (a gzip cut short, a disk error).
    pub fn next_row(&mut self) -> Result<Option<Row>, ImportError> {
        let more = self.reader.read_byte_record(&mut self.record);
        let more = more
            .map_err(|e| ImportError::File { path: self.path.clone(), source: std::io::Error::other(e) })?;
        if !more {
            return Ok(None);
        }
        self.number += 1;
        let text = |f: &[u8]| std::str::from_utf8(f).ok().map(str::to_owned);
        let fields = self.record.iter().map(text).collect();
        Ok(Some(Row { number: self.number, fields }))
    }

    /// SHA-256 of the bytes read, hex; the whole file's after the last row.
    pub fn sha256(&self) -> String {
        let digest = self.hasher.lock().map(|h| h.clone().finalize());
        digest.map(|d| d.iter().map(|b| format!("{b:02x}")).collect()).unwrap_or_default()
    }
}
