//! Reading one CSV file row by row, keeping every fault with its line.

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::error::{Problem, RowError};

/// A file as read: its header and the rows that are CSV.
pub(crate) struct Table<'a> {
    file: &'a str,
    columns: HashMap<String, usize>,
    records: Vec<(u64, StringRecord)>,
}

impl<'a> Table<'a> {
    /// Reads the text; what is not CSV, and the columns that are not there, are added to the faults.
    pub(crate) fn read(file: &'a str, text: &str, needed: &[&str], faults: &mut Vec<RowError>) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text.as_bytes());
        let mut fault = |line, column: &str, problem| {
            faults.push(RowError { file: file.to_owned(), line, column: column.to_owned(), problem });
        };
        let columns: HashMap<String, usize> = match reader.headers() {
            Ok(header) => header.iter().enumerate().map(|(i, name)| (name.to_owned(), i)).collect(),
            Err(error) => {
                fault(1, "", Problem::NotCsv(error.to_string()));
                HashMap::new()
            }
        };
        let missing: Vec<_> = needed.iter().filter(|name| !columns.contains_key(**name)).collect();
        for name in &missing {
            fault(1, name, Problem::MissingColumn);
        }
        let mut records = Vec::new();
        if missing.is_empty() {
            for record in reader.into_records() {
                match record {
                    Ok(record) => records.push((record.position().map_or(0, csv::Position::line), record)),
                    Err(error) => {
                        let line = error.position().map_or(0, csv::Position::line);
                        fault(line, "", Problem::NotCsv(error.to_string()));
                    }
                }
            }
        }
        Self { file, columns, records }
    }

    /// Makes a value of every row; the rows that do not read are added to the faults.
    pub(crate) fn rows<T>(
        &self,
        faults: &mut Vec<RowError>,
        make: impl Fn(&Row<'_>) -> Result<T, RowError>,
    ) -> Vec<(u64, T)> {
        let mut made = Vec::with_capacity(self.records.len());
        for (line, record) in &self.records {
            let row = Row { file: self.file, line: *line, columns: &self.columns, record };
            match make(&row) {
                Ok(value) => made.push((*line, value)),
                Err(fault) => faults.push(fault),
            }
        }
        made
    }
}

/// One row, its cells by the names of their columns.
pub(crate) struct Row<'a> {
    file: &'a str,
    line: u64,
    columns: &'a HashMap<String, usize>,
    record: &'a StringRecord,
}

impl Row<'_> {
    pub(crate) fn text(&self, column: &str) -> &str {
        self.columns.get(column).and_then(|&i| self.record.get(i)).unwrap_or("")
    }

    pub(crate) fn need(&self, column: &str) -> Result<&str, RowError> {
        match self.text(column) {
            "" => Err(self.fault(column, Problem::Empty)),
            text => Ok(text),
        }
    }

    pub(crate) fn owned(&self, column: &str) -> Result<String, RowError> {
        self.need(column).map(str::to_owned)
    }

    /// A name in Urdu: filled in, and in Arabic script.
    pub(crate) fn urdu(&self, column: &str) -> Result<String, RowError> {
        let text = self.owned(column)?;
        if text.chars().any(|c| ('\u{0620}'..='\u{06d5}').contains(&c)) {
            Ok(text)
        } else {
            Err(self.fault(column, Problem::NotUrdu(text)))
        }
    }

    pub(crate) fn parse<T: FromStr<Err: Display>>(&self, column: &str) -> Result<T, RowError> {
        self.convert(column, self.need(column)?)
    }

    pub(crate) fn optional<T: FromStr<Err: Display>>(&self, column: &str) -> Result<Option<T>, RowError> {
        match self.text(column) {
            "" => Ok(None),
            text => self.convert(column, text).map(Some),
        }
    }

    pub(crate) fn convert<T: FromStr<Err: Display>>(&self, column: &str, text: &str) -> Result<T, RowError> {
        let wrong = |e: T::Err| Problem::Malformed { value: text.to_owned(), reason: e.to_string() };
        text.parse().map_err(|e| self.fault(column, wrong(e)))
    }

    pub(crate) fn yes_no(&self, column: &str) -> Result<bool, RowError> {
        match self.need(column)? {
            "yes" => Ok(true),
            "no" => Ok(false),
            other => {
                let reason = "expected `yes` or `no`".to_owned();
                Err(self.fault(column, Problem::Malformed { value: other.to_owned(), reason }))
            }
        }
    }

    pub(crate) fn fault(&self, column: &str, problem: Problem) -> RowError {
        RowError { file: self.file.to_owned(), line: self.line, column: column.to_owned(), problem }
    }
}
