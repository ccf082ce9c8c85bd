//! A CSV file as records.

use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

use csv::StringRecord;
use roznamcha_linkage::{Record, Schema, Table, TableError, Value};
use thiserror::Error;

use crate::columns::{Layout, Role};
use crate::dates::{date, first_of_year};
use crate::fold::Reader;
use crate::rules::schema;
use crate::truth::person;

/// Rows read to see what the dates are like.
const LOOKED_AT: usize = 20_000;
/// The share of first days of January above which they stand for a year only; chance alone gives one in 365.
const YEAR_ONLY: f64 = 0.02;

/// Why a file cannot be read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The file, or what is in it.
    #[error("`{0}`: {1}")]
    Csv(String, csv::Error),
    /// A record that does not fit.
    #[error("`{0}`: {1}")]
    Table(String, TableError),
    /// A column that is not there.
    #[error("`{file}` has no column `{column}`")]
    Column {
        /// The file.
        file: String,
        /// The column.
        column: String,
    },
}

/// Records of one or more files.
pub(crate) struct Read {
    pub schema: Schema,
    pub table: Table,
    /// The true person of each row.
    pub persons: Vec<u32>,
    /// The file of each row.
    pub files: Vec<u8>,
    /// Columns that nothing was made of.
    pub ignored: Vec<String>,
}

/// How the files are to be read.
pub(crate) struct How<'a> {
    pub truth: &'a str,
    pub roles: &'a [(String, Role)],
}

struct Shape {
    layout: Layout,
    truth: usize,
    /// Fields whose first days of January are years.
    years: bool,
}

pub(crate) fn read(files: &[&Path], how: &How<'_>) -> Result<Read, ReadError> {
    let mut out: Option<Read> = None;
    let mut persons = HashMap::new();
    for (number, path) in files.iter().enumerate() {
        let columns = columns(path, how)?;
        let layout = Layout::of(&columns);
        let truth = columns.iter().position(|(name, _)| name == how.truth);
        let truth = truth.ok_or_else(|| no_column(path, how.truth))?;
        let years = years(path, &layout)?;
        let into = match &mut out {
            Some(into) => into,
            None => {
                let schema = schema(&layout);
                let table = Table::new(&schema).map_err(|error| ReadError::Table(shown(path), error))?;
                let ignored = columns.iter().zip(&layout.goes_to).filter(|(_, to)| to.is_none());
                let ignored = ignored.map(|((name, _), _)| name.clone()).collect();
                out.insert(Read { schema, table, persons: Vec::new(), files: Vec::new(), ignored })
            }
        };
        take(path, number, &Shape { layout, truth, years }, into, &mut persons)?;
    }
    out.ok_or_else(|| ReadError::Column { file: "no file".to_owned(), column: how.truth.to_owned() })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn no_column(path: &Path, column: &str) -> ReadError {
    ReadError::Column { file: shown(path), column: column.to_owned() }
}

fn open(path: &Path) -> Result<csv::Reader<File>, ReadError> {
    csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(path).map_err(|e| ReadError::Csv(shown(path), e))
}

fn columns(path: &Path, how: &How<'_>) -> Result<Vec<(String, Role)>, ReadError> {
    let mut reader = open(path)?;
    let headers = reader.headers().map_err(|e| ReadError::Csv(shown(path), e))?;
    let said = |name: &str| how.roles.iter().find(|(other, _)| other == name).map(|(_, role)| *role);
    let role = |name: &str| {
        if name == how.truth { Role::Ignored } else { said(name).unwrap_or_else(|| Role::of(name)) }
    };
    let columns: Vec<(String, Role)> = headers.iter().map(|name| (name.to_owned(), role(name))).collect();
    match how.roles.iter().find(|(name, _)| !columns.iter().any(|(other, _)| other == name)) {
        Some((name, _)) => Err(no_column(path, name)),
        None => Ok(columns),
    }
}

/// Whether the first of January stands so often that it means a year.
fn years(path: &Path, layout: &Layout) -> Result<bool, ReadError> {
    let birth = layout.first(Role::Birth);
    let Some(column) = layout.goes_to.iter().position(|to| to.is_some() && *to == birth) else {
        return Ok(false);
    };
    let (mut all, mut first) = (0_u32, 0_u32);
    for row in open(path)?.records().take(LOOKED_AT) {
        let row = row.map_err(|e| ReadError::Csv(shown(path), e))?;
        if let Some(date) = row.get(column).and_then(date) {
            all += 1;
            first += u32::from(first_of_year(date));
        }
    }
    Ok(f64::from(first) > f64::from(all) * YEAR_ONLY)
}

fn take(
    path: &Path,
    number: usize,
    shape: &Shape,
    into: &mut Read,
    persons: &mut HashMap<String, u32>,
) -> Result<(), ReadError> {
    let (mut row, mut words) = (StringRecord::new(), Reader::default());
    let mut reader = open(path)?;
    while reader.read_record(&mut row).map_err(|e| ReadError::Csv(shown(path), e))? {
        let record = record(&row, shape, into.table.len() as u64, &mut words);
        into.table.push(&into.schema, &record).map_err(|error| ReadError::Table(shown(path), error))?;
        let next = u32::try_from(persons.len()).unwrap_or(u32::MAX);
        let who = person(row.get(shape.truth).unwrap_or_default());
        let id = match persons.get(who) {
            Some(id) => *id,
            None => *persons.entry(who.to_owned()).or_insert(next),
        };
        into.persons.push(id);
        into.files.push(u8::try_from(number).unwrap_or(u8::MAX));
    }
    Ok(())
}

fn record(row: &StringRecord, shape: &Shape, key: u64, words: &mut Reader) -> Record {
    let mut values: Vec<Value> = vec![Value::Missing; shape.layout.fields.len()];
    for (text, to) in row.iter().zip(&shape.layout.goes_to) {
        let Some(field) = to.filter(|_| !text.is_empty()) else { continue };
        let (Some(role), Some(place)) = (shape.layout.roles.get(field), values.get_mut(field)) else {
            continue;
        };
        match (value(text, *role, shape.years, words), &mut *place) {
            (Value::Words(more), Value::Words(there)) => there.extend(more),
            (value, _) => *place = value,
        }
    }
    Record { key, values, custody: Vec::new() }
}

fn value(text: &str, role: Role, years: bool, reader: &mut Reader) -> Value {
    match role {
        Role::Name | Role::Father | Role::LongName | Role::Address => {
            let words = reader.words(text);
            if words.is_empty() { Value::Missing } else { Value::Words(words) }
        }
        Role::Cnic | Role::Identity | Role::Phone | Role::Postcode => Value::Identifier(
            text.chars().filter(char::is_ascii_alphanumeric).flat_map(char::to_lowercase).collect(),
        ),
        Role::Birth => match date(text) {
            Some(date) if years && first_of_year(date) => Value::Date(date.blurred()),
            Some(date) => Value::Date(date),
            None => Value::Missing,
        },
        Role::Place | Role::Sex | Role::Code => Value::Code(text.to_lowercase()),
        Role::Ignored => Value::Missing,
    }
}
