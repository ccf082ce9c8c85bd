//! The list of rejected rows: row number, reason, what stood there. Written beside the import; a run that goes on drops
//! the lines past its last committed batch first.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::{ImportError, Reject};

pub(crate) struct Rejects {
    path: PathBuf,
    writer: csv::Writer<BufWriter<File>>,
}

impl Rejects {
    /// Opens the list, keeping lines of rows up to `kept_rows`.
    pub(crate) fn open(path: &Path, kept_rows: u64) -> Result<Self, ImportError> {
        let error = |source| ImportError::File { path: path.display().to_string(), source };
        let mut kept = Vec::new();
        if kept_rows > 0 && path.exists() {
            let mut old = csv::Reader::from_path(path).map_err(|e| error(std::io::Error::other(e)))?;
            for record in old.records() {
                // A line half written when the run was killed is past the last batch.
                let Ok(record) = record else { break };
                let number = record.get(0).and_then(|n| n.parse::<u64>().ok());
                if number.is_some_and(|n| n <= kept_rows) {
                    kept.push(record);
                }
            }
        }
        let file = OpenOptions::new().create(true).write(true).truncate(true).open(path).map_err(error)?;
        let mut writer = csv::Writer::from_writer(BufWriter::new(file));
        let csv_error = |e: csv::Error| error(std::io::Error::other(e));
        writer.write_record(["row", "reason", "what"]).map_err(csv_error)?;
        for record in &kept {
            writer.write_record(record).map_err(csv_error)?;
        }
        Ok(Self { path: path.to_owned(), writer })
    }

    pub(crate) fn add(&mut self, row: u64, reject: &Reject) -> Result<(), ImportError> {
        let what: String = reject.what.chars().take(500).collect();
        let line = [row.to_string(), reject.code.clone(), what];
        self.writer.write_record(line).map_err(|e| self.error(std::io::Error::other(e)))
    }

    /// Puts what was written on disk; before the batch that counts it is committed.
    pub(crate) fn sync(&mut self) -> Result<(), ImportError> {
        self.writer.flush().map_err(|e| self.error(e))?;
        let written = self.writer.get_ref().get_ref().sync_data();
        written.map_err(|e| self.error(e))
    }

    fn error(&self, source: std::io::Error) -> ImportError {
        ImportError::File { path: self.path.display().to_string(), source }
    }
}

impl Drop for Rejects {
    fn drop(&mut self) {
        // Lines past the last batch may be lost; the run that goes on writes them again.
        let _ = self.writer.get_ref().get_ref().flush();
    }
}
