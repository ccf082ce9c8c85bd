//! Several small tables in one CSV file: of each its name and number, its headings, its lines, then an empty line.

use crate::csv_file::harmless;
use crate::error::BookError;

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CsvTable {
    /// Its name.
    pub title: String,
    /// How many there are in all; the lines may be fewer.
    pub total: u64,
    /// Headings.
    pub heads: Vec<String>,
    /// Lines.
    pub rows: Vec<Vec<String>>,
}

/// The file. It begins with the mark by which spreadsheets know UTF-8.
///
/// # Errors
/// [`BookError::Csv`], [`BookError::Io`].
pub fn tables_csv(tables: &[CsvTable]) -> Result<Vec<u8>, BookError> {
    let mut out = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for (i, table) in tables.iter().enumerate() {
        if i > 0 {
            out.write_record([""])?;
        }
        out.write_record([harmless(&table.title), table.total.to_string()])?;
        out.write_record(table.heads.iter().map(|h| harmless(h)))?;
        for row in &table.rows {
            out.write_record(row.iter().map(|v| harmless(v)))?;
        }
    }
    out.into_inner().map_err(|e| BookError::Io(e.into_error()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_stand_one_below_the_other() {
        let row = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        let one = CsvTable {
            title: "Cash".to_owned(),
            total: 1,
            heads: row(&["Balance", "Last"]),
            rows: vec![row(&["=1+1", "-5.00"])],
        };
        let two = CsvTable {
            title: "مال خانہ".to_owned(), heads: row(&["اندراج"]), ..CsvTable::default()
        };
        let file = String::from_utf8(tables_csv(&[one, two]).unwrap()).unwrap();
        assert_eq!(
            file, "\u{feff}Cash,1\r\nBalance,Last\r\n'=1+1,-5.00\r\n\"\"\r\nمال خانہ,0\r\nاندراج\r\n",
            "a formula is made harmless, a negative number stays one"
        );
    }
}
