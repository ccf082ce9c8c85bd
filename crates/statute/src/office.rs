//! Offices: the hierarchy from the country down to the district, and the stations loaded below it.

use std::collections::HashMap;

use serde::Serialize;

use crate::code::OfficeCode;
use crate::datum::{Dated, Datum};
use crate::error::{Problem, RowError};
use crate::table::{Row, Table};
use crate::text_enum::text_enum;

text_enum! {
    /// What an office is.
    OfficeKind {
        /// The country.
        Country = "country",
        /// A province or territory.
        Province = "province",
        /// A region or range.
        Region = "region",
        /// A district.
        District = "district",
        /// A sub-division or circle.
        Subdivision = "subdivision",
        /// A police station (thana).
        PoliceStation = "police_station",
        /// A complaint centre.
        ComplaintCentre = "complaint_centre",
        /// A criminal record office.
        RecordOffice = "record_office",
        /// A prosecution office.
        Prosecution = "prosecution",
        /// A court.
        Court = "court",
        /// A prison.
        Prison = "prison",
        /// A forensic laboratory.
        Laboratory = "laboratory",
    }
}

impl OfficeKind {
    /// Whether a list of stations may bring offices of this kind: not the district and those above it.
    pub const fn is_loadable(self) -> bool {
        !matches!(self, Self::Country | Self::Province | Self::Region | Self::District)
    }
}

/// An office of the hierarchy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Office {
    /// `PK-PB-LHR`.
    pub code: OfficeCode,
    /// What it is.
    pub kind: OfficeKind,
    /// The office above; `None` for the country alone.
    pub parent: Option<OfficeCode>,
    /// English name.
    pub en: String,
    /// Urdu name.
    pub ur: String,
    /// Source, place, days.
    pub datum: Datum,
}

impl Office {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        let kind = row.parse("kind")?;
        if kind != OfficeKind::Country {
            row.need("parent")?;
        }
        Ok(Self {
            code: row.parse("code")?,
            kind,
            parent: row.optional("parent")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Office {
    const FILE: &'static str = "offices.csv";
    fn key(&self) -> String {
        self.code.to_string()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}

/// One line of an administrator's list of stations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfficeLine {
    /// The line in the file, the header being line 1.
    pub line: u64,
    /// The new office's code.
    pub code: OfficeCode,
    /// What it is.
    pub kind: OfficeKind,
    /// The office above: of the statute book, or another line.
    pub parent: OfficeCode,
    /// English name.
    pub en: String,
    /// Urdu name.
    pub ur: String,
}

/// A list of stations as read: the good lines and the faults of the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeLines {
    /// The lines that read.
    pub lines: Vec<OfficeLine>,
    /// One fault a line that does not.
    pub errors: Vec<RowError>,
}

impl OfficeLine {
    /// The file name that faults carry.
    pub const FILE: &'static str = "stations.csv";

    /// Reads a list with the header `code,kind,parent,en,ur`. A line that does not read, repeats a code or
    /// brings a kind that the statute book alone holds becomes a fault; the other lines stand. Whether the
    /// parents exist is asked of [`crate::StatuteBook::check_lines`].
    pub fn parse_csv(text: &str) -> OfficeLines {
        let mut errors = Vec::new();
        let table = Table::read(Self::FILE, text, &["code", "kind", "parent", "en", "ur"], &mut errors);
        let mut seen: HashMap<OfficeCode, u64> = HashMap::new();
        let mut lines = Vec::new();
        for (line, mut office) in table.rows(&mut errors, Self::read) {
            match seen.get(&office.code) {
                Some(&line_before) => errors.push(RowError {
                    file: Self::FILE.to_owned(),
                    line,
                    column: "code".to_owned(),
                    problem: Problem::Duplicate { key: office.code.to_string(), line: line_before },
                }),
                None => {
                    seen.insert(office.code.clone(), line);
                    office.line = line;
                    lines.push(office);
                }
            }
        }
        errors.sort_by_key(|fault| fault.line);
        OfficeLines { lines, errors }
    }

    fn read(row: &Row<'_>) -> Result<Self, RowError> {
        let kind: OfficeKind = row.parse("kind")?;
        if !kind.is_loadable() {
            let reason = "districts and above are kept in offices.csv".to_owned();
            return Err(row.fault("kind", Problem::Malformed { value: kind.to_string(), reason }));
        }
        Ok(Self {
            line: 0,
            code: row.parse("code")?,
            kind,
            parent: row.parse("parent")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
        })
    }
}
