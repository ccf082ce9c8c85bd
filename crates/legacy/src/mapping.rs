//! The mapping file: how the columns of somebody else's list become incidents. TOML, written by the user;
//! `mappings/` has worked examples.

use serde::Deserialize;
use std::collections::BTreeMap;

/// A mapping file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MappingError {
    /// It is not TOML of this shape.
    #[error("the mapping file does not read: {0}")]
    Shape(String),
    /// A value cannot be used.
    #[error("in the mapping file, `{key}`: {what}")]
    Value {
        /// Which key.
        key: &'static str,
        /// What is wrong.
        what: String,
    },
}

/// How a list is to be read.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Name of the legacy system: letters, digits, `-`. Numbers are unique within it.
    pub source: String,
    /// The separator; a comma when left out.
    #[serde(default = "comma")]
    pub delimiter: char,
    /// Where an incident's number comes from.
    pub number: NumberFrom,
    /// Where its time comes from.
    pub occurred: OccurredFrom,
    /// Column of the class.
    pub class: String,
    /// Classes renamed: theirs = ours.
    #[serde(default)]
    pub classes: BTreeMap<String, String>,
    /// Which office each incident belongs to.
    pub office: OfficeFrom,
    /// Columns joined by a comma into the place.
    #[serde(default)]
    pub place: Vec<String>,
    /// Column of the beat.
    #[serde(default)]
    pub beat: Option<String>,
    /// Column of the latitude, degrees.
    #[serde(default)]
    pub latitude: Option<String>,
    /// Column of the longitude, degrees.
    #[serde(default)]
    pub longitude: Option<String>,
    /// Other columns to keep as they stand; all that are not named above when left out.
    #[serde(default)]
    pub keep: Option<Vec<String>>,
}

/// Where an incident's number comes from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberFrom {
    /// A column; when left out the row's own number in the file, which then must not change between runs.
    #[serde(default)]
    pub column: Option<String>,
    /// Put before it.
    #[serde(default)]
    pub prefix: String,
}

/// Where an incident's time comes from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OccurredFrom {
    /// The column.
    pub column: String,
    /// How it is written, as strftime has it; the first that fits is taken.
    pub formats: Vec<String>,
    /// Hours and minutes east of Greenwich, e.g. `+05:00`.
    pub offset: String,
    /// Column that says whether the hour is known; known when left out.
    #[serde(default)]
    pub known_column: Option<String>,
    /// Values of that column that mean it is known.
    #[serde(default)]
    pub known_values: Vec<String>,
}

/// Which office an incident belongs to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeFrom {
    /// The column that tells; every row goes to `default` when left out.
    #[serde(default)]
    pub column: Option<String>,
    /// Take only so many letters of it.
    #[serde(default)]
    pub first: Option<usize>,
    /// Their value = our office code.
    #[serde(default)]
    pub table: BTreeMap<String, String>,
    /// Code for a value not in the table, `{}` standing for the value; rejected when left out.
    #[serde(default)]
    pub pattern: Option<String>,
    /// Code where the column is empty; rejected when left out.
    #[serde(default)]
    pub default: Option<String>,
    /// Open offices that are not there yet, under the importing office, with these names (`{}` for the value).
    #[serde(default)]
    pub open: Option<OpenOffices>,
}

/// Names of offices to open.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenOffices {
    /// English.
    pub en: String,
    /// Urdu.
    pub ur: String,
    /// Kind; `police_station` when left out.
    #[serde(default = "station")]
    pub kind: String,
}

fn comma() -> char {
    ','
}

fn station() -> String {
    "police_station".to_owned()
}

impl Mapping {
    /// Reads a mapping file's text.
    ///
    /// # Errors
    /// [`MappingError`] naming the key.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        let mapping: Self = toml::from_str(text).map_err(|e| MappingError::Shape(e.to_string()))?;
        let bad = |key, what: &str| Err(MappingError::Value { key, what: what.to_owned() });
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if mapping.source.is_empty() || mapping.source.len() > 64 || !mapping.source.chars().all(plain) {
            return bad("source", "use 1 to 64 letters, digits, `-`, `_` or `.`");
        }
        if !mapping.delimiter.is_ascii() {
            return bad("delimiter", "use one ASCII character");
        }
        if mapping.occurred.formats.is_empty() {
            return bad("occurred.formats", "give at least one format, e.g. \"%Y-%m-%d %H:%M:%S\"");
        }
        mapping.offset_seconds()?;
        let o = &mapping.office;
        if o.column.is_none() && o.default.is_none() {
            return bad("office", "give a column or a default office");
        }
        Ok(mapping)
    }

    /// Seconds east of Greenwich of the times in the list.
    ///
    /// # Errors
    /// [`MappingError::Value`] when `occurred.offset` is not `+hh:mm` or `-hh:mm`.
    pub fn offset_seconds(&self) -> Result<i32, MappingError> {
        let text = self.occurred.offset.as_str();
        let fault =
            || MappingError::Value { key: "occurred.offset", what: format!("`{text}` is not like +05:00") };
        let (sign, rest) = match text.split_at_checked(1) {
            Some(("+", rest)) => (1, rest),
            Some(("-", rest)) => (-1, rest),
            _ => return Err(fault()),
        };
        let (hours, minutes) = rest.split_once(':').ok_or_else(fault)?;
        let hours: i32 = hours.parse().map_err(|_| fault())?;
        let minutes: i32 = minutes.parse().map_err(|_| fault())?;
        if !(0..=14).contains(&hours) || !(0..=59).contains(&minutes) {
            return Err(fault());
        }
        Ok(sign * (hours * 3600 + minutes * 60))
    }

    /// Columns the mapping names.
    pub fn columns(&self) -> Vec<&str> {
        let mut named = vec![self.occurred.column.as_str(), self.class.as_str()];
        let optional = [
            &self.number.column,
            &self.occurred.known_column,
            &self.office.column,
            &self.beat,
            &self.latitude,
            &self.longitude,
        ];
        named.extend(optional.into_iter().flatten().map(String::as_str));
        named.extend(self.place.iter().map(String::as_str));
        named.extend(self.keep.iter().flatten().map(String::as_str));
        named
    }
}
