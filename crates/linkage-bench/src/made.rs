//! A file of persons of nobody, for whoever has none to measure on.

use std::path::Path;

use roznamcha_linkage_synth::{People, Rates};

use crate::read::ReadError;

/// Writes so many lines of nobody's books as CSV; the column `cluster` tells who is who.
///
/// # Errors
/// [`ReadError::Csv`] when the file cannot be written.
pub fn make(path: &Path, records: usize, seed: u64) -> Result<(), ReadError> {
    let failed = |error: csv::Error| ReadError::Csv(path.display().to_string(), error);
    let mut out = csv::Writer::from_path(path).map_err(failed)?;
    let head = ["id", "cluster", "station", "name", "father", "cnic", "dob", "phone", "district", "gender"];
    out.write_record(head).map_err(failed)?;
    for (n, line) in People::new(seed, &Rates::default()).take(records).enumerate() {
        let (id, person, station) = (n.to_string(), line.person.to_string(), line.station.to_string());
        let sex = line.sex.to_string();
        let cells = [
            &id,
            &person,
            &station,
            &line.name,
            &line.father,
            &line.cnic,
            &line.birth,
            &line.phone,
            &line.district,
            &sex,
        ];
        out.write_record(cells).map_err(failed)?;
    }
    out.flush().map_err(|error| failed(error.into()))
}
