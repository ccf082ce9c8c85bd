//! A register read whole through the door: for the press, and as a file to take away.

use roznamcha_acts::views::EntryRow;
use roznamcha_acts::{FieldFault, Refusal};
use roznamcha_records::{Caller, DoorError, Records, RegisterRange, RegisterReading, Taking};
use roznamcha_statute::RegisterNo;
use roznamcha_words::{Lang, Words};
use std::collections::{BTreeSet, HashMap};
use std::fs::File;
use std::io::{BufWriter, Seek};

use crate::csv_file::CsvFile;
use crate::error::BookError;
use crate::plan::Plan;
use crate::speaker::Speaker;
use crate::xlsx_file::XlsxFile;

/// Entries that are printed at once; a longer book is printed by ranges of serial numbers.
pub const MOST_PRINTED: usize = 500;

/// Which file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// UTF-8, with the mark at the beginning that some spreadsheets need, or without.
    Csv {
        /// With the mark.
        mark: bool,
    },
    /// A spreadsheet.
    Xlsx,
}

impl FileKind {
    /// `csv`, `xlsx`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Csv { .. } => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Its media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Csv { .. } => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A file written, at its beginning.
#[derive(Debug)]
pub struct Taken {
    /// The file, without a name on the disk: nothing of it stays behind.
    pub file: File,
    /// Entries in it.
    pub entries: usize,
    /// A name for it.
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
}

enum Writing {
    Csv(Box<CsvFile<BufWriter<File>>>),
    Xlsx(Box<XlsxFile>),
}

fn door(error: BookError) -> DoorError {
    match error {
        BookError::NoPart { .. } => DoorError::NotFound,
        BookError::TooMany => too_many(),
        BookError::Io(e) => DoorError::Unavailable(e.to_string()),
        other => DoorError::Defect(other.to_string()),
    }
}

fn too_many() -> DoorError {
    let fault = FieldFault { field: "to".to_owned(), code: "fault-too-many-entries".to_owned() };
    DoorError::Refused(Refusal::Fields { faults: vec![fault] })
}

fn io(error: std::io::Error) -> DoorError {
    DoorError::Unavailable(error.to_string())
}

/// A speaker who knows the office and no officer yet.
pub fn speaker<'a>(records: &'a Records, words: &'a Words, lang: Lang, office: &str) -> Speaker<'a> {
    let tree = records.offices();
    let name = |code: &str| {
        let pick =
            |o: &roznamcha_records::OfficeInfo| if lang == Lang::Ur { o.ur.clone() } else { o.en.clone() };
        tree.get(code).map_or_else(|| code.to_owned(), pick)
    };
    let district = tree.above(office).into_iter().find(|c| tree.get(c).is_some_and(|o| o.kind == "district"));
    Speaker {
        lang,
        words,
        book: records.statute(),
        staff: HashMap::new(),
        station: name(office),
        district: district.map(|d| name(&d)).unwrap_or_default(),
    }
}

/// Learns the names of the officers in these rows.
///
/// # Errors
/// When they cannot be read.
pub async fn learn(
    records: &Records,
    speaker: &mut Speaker<'_>,
    office: &str,
    rows: &[EntryRow],
) -> Result<(), DoorError> {
    let codes: BTreeSet<String> = rows.iter().flat_map(EntryRow::officers).collect();
    let unknown: Vec<String> = codes.into_iter().filter(|c| !speaker.staff.contains_key(c)).collect();
    let known = records.officer_names(office, &unknown).await?;
    speaker.staff.extend(known.into_iter().map(|row| (row.officer.clone(), row)));
    Ok(())
}

/// All rows of a range, masked for this officer, for the press.
///
/// # Errors
/// Refused above [`MOST_PRINTED`] entries; whatever the door refuses.
pub async fn rows(
    records: &Records,
    caller: &Caller,
    range: RegisterRange,
) -> Result<Vec<EntryRow>, DoorError> {
    let mut reading = records.open_register(caller, range, &Taking::Print).await?;
    let mut rows = Vec::new();
    loop {
        match records.read_on(caller, &mut reading).await {
            Ok(batch) if batch.is_empty() => break,
            Ok(batch) => rows.extend(batch.into_iter().map(|view| view.row)),
            Err(error) => return Err(broken(records, reading, error).await),
        }
        if rows.len() > MOST_PRINTED {
            return Err(broken(records, reading, too_many()).await);
        }
    }
    records.close_register(reading).await;
    Ok(rows)
}

async fn broken(records: &Records, reading: RegisterReading, error: DoorError) -> DoorError {
    records.break_off(reading).await;
    error
}

/// A register as a file. It is written as it is read, to a file without a name, so that a register of years needs no
/// memory and half a register is never handed over.
///
/// # Errors
/// Refused without a recipient; whatever the door refuses.
pub async fn take(
    records: &Records,
    words: &Words,
    caller: &Caller,
    lang: Lang,
    range: RegisterRange,
    kind: FileKind,
    recipient: &str,
) -> Result<Taken, DoorError> {
    let number: RegisterNo = range.register.parse().map_err(|_| DoorError::NotFound)?;
    let plan = Plan::of(records.statute(), number, &range.part).map_err(door)?;
    let mut speaker = speaker(records, words, lang, &range.office);
    let name = format!(
        "{}-{}-{}-{}.{}",
        range.office,
        number.roman(),
        range.part,
        range.period.as_deref().unwrap_or("all"),
        kind.word()
    );
    let taking = Taking::Export { format: kind.word(), recipient: recipient.to_owned() };
    let office = range.office.clone();
    let mut reading = records.open_register(caller, range, &taking).await?;
    let written = write(records, caller, &mut speaker, &office, plan, number, kind, &mut reading).await;
    match written {
        Ok(file) => {
            let entries = reading.count();
            records.close_register(reading).await;
            Ok(Taken { file, entries, name, mime: kind.mime() })
        }
        Err(error) => Err(broken(records, reading, error).await),
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "one step of `take`, cut out so that the reading is always closed"
)]
async fn write(
    records: &Records,
    caller: &Caller,
    speaker: &mut Speaker<'_>,
    office: &str,
    plan: Plan,
    number: RegisterNo,
    kind: FileKind,
    reading: &mut RegisterReading,
) -> Result<File, DoorError> {
    let mut kept = tempfile::tempfile().map_err(io)?;
    let mut writing = match kind {
        FileKind::Csv { mark } => {
            let to = BufWriter::new(kept.try_clone().map_err(io)?);
            Writing::Csv(Box::new(CsvFile::begin(to, mark, plan, speaker).map_err(door)?))
        }
        FileKind::Xlsx => {
            Writing::Xlsx(Box::new(XlsxFile::begin(&number.roman(), plan, speaker).map_err(door)?))
        }
    };
    loop {
        let batch = records.read_on(caller, reading).await?;
        if batch.is_empty() {
            break;
        }
        let rows: Vec<EntryRow> = batch.into_iter().map(|view| view.row).collect();
        learn(records, speaker, office, &rows).await?;
        for row in &rows {
            match &mut writing {
                Writing::Csv(file) => file.entry(speaker, row),
                Writing::Xlsx(file) => file.entry(speaker, row),
            }
            .map_err(door)?;
        }
    }
    match writing {
        Writing::Csv(file) => file.end(),
        Writing::Xlsx(file) => file.end(kept.try_clone().map_err(io)?),
    }
    .map_err(door)?;
    kept.rewind().map_err(io)?;
    Ok(kept)
}
