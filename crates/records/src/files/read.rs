//! Reading files: what belongs to a case or an act, one file or a range of it, its small picture, its custody. Each
//! asks the policies and writes its audit row first.

use roznamcha_access::{Action, Resource, ResourceKind};
use roznamcha_acts::Moment;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{AttachmentRow, EntryRow, FirRow};
use roznamcha_files::{Format, open_range, small, small_picture};
use roznamcha_store::{AuditQuery, AuditRow, Query, StoredFile};
use std::io::Read;
use tokio::sync::mpsc;

use super::key_of_file;
use crate::{Caller, DoorError, Records};

/// What is handed on at a time.
const PIECE: usize = 64 * 1024;
/// The longest small picture.
const SMALL: u64 = 1 << 20;

/// A file of an act, as the pages show it.
#[derive(Clone, Debug)]
pub struct AttachmentView {
    /// The row.
    pub row: AttachmentRow,
    /// Whether there is a small picture.
    pub picture: bool,
    /// What the file says of itself: hour taken, place, device; not to be believed.
    pub says: Vec<(&'static str, String)>,
}

/// A file on its way out.
pub struct FileOut {
    /// Its media type.
    pub media: &'static str,
    /// How the name of a copy ends.
    pub ending: &'static str,
    /// Its whole length.
    pub size: u64,
    /// Where what is given begins.
    pub from: u64,
    /// How much is given.
    pub len: u64,
    /// The bytes, piece by piece; an error is the last.
    pub pieces: mpsc::Receiver<std::io::Result<Vec<u8>>>,
}

/// Through whose hands a file went.
#[derive(Clone, Debug)]
pub struct Custody {
    /// The file and the act that holds it.
    pub row: AttachmentRow,
    /// Who sent it: officer, office, milliseconds since 1970.
    pub senders: Vec<(String, String, i64)>,
    /// Readings and copies, newest first.
    pub looks: Vec<AuditRow>,
}

/// A range of bytes that the file does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file has no such range of bytes")]
pub struct RangeError;

/// The range that a `Range` header asks of so many bytes: `None` for the whole, an error for one that is not there.
///
/// # Errors
/// [`RangeError`] when the header names no byte that there is.
pub fn byte_range(header: Option<&str>, size: u64) -> Result<Option<(u64, u64)>, RangeError> {
    let Some(range) = header.and_then(|h| h.trim().strip_prefix("bytes=")) else { return Ok(None) };
    // Several ranges at once may be answered with the whole.
    let Some((from, to)) = range.split_once('-').filter(|_| !range.contains(',')) else { return Ok(None) };
    let number = |text: &str| text.trim().parse::<u64>().ok();
    let (from, to) = match (number(from), number(to)) {
        (Some(from), Some(to)) if from <= to => (from, to.min(size.saturating_sub(1))),
        (Some(from), None) if to.trim().is_empty() => (from, size.saturating_sub(1)),
        (None, Some(last)) if from.trim().is_empty() && last > 0 => {
            (size.saturating_sub(last), size.saturating_sub(1))
        }
        _ => return Ok(None),
    };
    if from >= size { Err(RangeError) } else { Ok(Some((from, to - from + 1))) }
}

fn says(facts: &str) -> Vec<(&'static str, String)> {
    let facts: serde_json::Value = serde_json::from_str(facts).unwrap_or_default();
    let text = |name: &str| facts.get(name).and_then(|v| v.as_str()).map(str::to_owned);
    let number = |name: &str| facts.get(name).and_then(serde_json::Value::as_f64);
    let place = number("latitude").zip(number("longitude")).map(|(n, e)| format!("{n:.6}, {e:.6}"));
    let all = [("taken", text("taken")), ("place", place), ("device", text("device"))];
    all.into_iter().filter_map(|(name, value)| value.map(|v| (name, v))).collect()
}

impl Records {
    /// The row on which the policies decide for files of an act.
    pub(crate) async fn file_resource(
        &self,
        office: &str,
        to: &str,
        case: Option<&str>,
    ) -> Result<Resource, DoorError> {
        for act in case.into_iter().chain([to]) {
            if let Some(body) = self.store.row(&FirRow::at(office, act)).await? {
                return Ok(self.of_fir(&FirRow::read(&body)?));
            }
        }
        let query = Query::of::<EntryRow>(office).eq("act", to).limit(1);
        let rows: Vec<EntryRow> = self.all(query).await?;
        match rows.first() {
            Some(row) => Ok(self.of_entry(row)),
            None => Ok(self.at(ResourceKind::Register, office)),
        }
    }

    async fn attached(
        &self,
        office: &str,
        column: &'static str,
        act: &str,
    ) -> Result<Vec<AttachmentRow>, DoorError> {
        let query = Query::of::<AttachmentRow>(office).eq(column, act).by("added", false).limit(500);
        self.all(query).await
    }

    /// Files that belong to an act or to its case, oldest first.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`]; store errors.
    pub async fn attachments(&self, caller: &Caller, act: &str) -> Result<Vec<AttachmentView>, DoorError> {
        let office = self.store.office_of(act).await?;
        let resource = match &office {
            Some(office) => self.file_resource(office, act, None).await?,
            None => self.at(ResourceKind::Fir, caller.office()),
        };
        let permit = self.ask(caller, Action::ReadFile, &resource, act).await?;
        let Some(office) = office else {
            self.done(permit, 0).await;
            return Err(DoorError::NotFound);
        };
        let outcome = async {
            let mut rows = self.attached(&office, "for_case", act).await?;
            for row in self.attached(&office, "of", act).await? {
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
            rows.sort_by_key(|row| (row.added.millis(), row.act.clone(), row.place));
            let mut all = Vec::with_capacity(rows.len());
            for row in rows {
                let file = self.store.file(&row.file.sha256).await?;
                let picture = Format::of_media(&row.file.media).is_some_and(Format::is_picture);
                all.push(AttachmentView {
                    row,
                    picture,
                    says: file.map(|f| says(&f.facts)).unwrap_or_default(),
                });
            }
            Ok(all)
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, Vec::len).await
    }

    /// The file of an act, and the row on which the policies decide.
    async fn held(&self, act: &str, sha256: &str) -> Result<Option<(AttachmentRow, Resource)>, DoorError> {
        let Some(office) = self.store.office_of(act).await? else { return Ok(None) };
        let key = AttachmentRow::key_of(act, sha256);
        let Some(body) = self.store.row(&AttachmentRow::at(&office, &key)).await? else { return Ok(None) };
        let row = AttachmentRow::read(&body)?;
        let resource = self.file_resource(&office, &row.to, row.case.as_deref()).await?;
        Ok(Some((row, resource)))
    }

    async fn nothing(&self, caller: &Caller, action: Action, key: &str) -> DoorError {
        let row = self.at(ResourceKind::Fir, caller.office());
        match self.ask(caller, action, &row, key).await {
            Ok(permit) => {
                self.done(permit, 0).await;
                DoorError::NotFound
            }
            Err(error) => error,
        }
    }

    /// A file that an act holds, or the range of it that the header asks; `copy` takes a copy out of the system.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`]; [`DoorError::Upload`] for a range that is not there; the area's own.
    pub async fn open_file(
        &self,
        caller: &Caller,
        act: &str,
        sha256: &str,
        range: Option<&str>,
        copy: bool,
    ) -> Result<FileOut, DoorError> {
        let action = if copy { Action::CopyFile } else { Action::ReadFile };
        let key = AttachmentRow::key_of(act, sha256);
        let Some((_, resource)) = self.held(act, sha256).await? else {
            return Err(self.nothing(caller, action, &key).await);
        };
        let permit = self.ask(caller, action, &resource, &key).await?;
        let outcome = async {
            let file = self.store.file(sha256).await?.ok_or(DoorError::NotFound)?;
            let range = byte_range(range, file.size).map_err(|RangeError| DoorError::Upload("file-range"))?;
            let (from, len) = range.unwrap_or((0, file.size));
            self.pieces(file, from, len).await
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    pub(crate) async fn pieces(&self, file: StoredFile, from: u64, len: u64) -> Result<FileOut, DoorError> {
        let unknown = || DoorError::Defect(format!("`{}` is no format of ours", file.media));
        let format = Format::of_media(&file.media).ok_or_else(unknown)?;
        let (key, size) = (key_of_file(&file)?, file.size);
        let place = file.place.clone();
        let mut opened =
            self.in_area(move |area| Ok(open_range(area, &place, &key, size, from, len)?)).await?;
        let (to, pieces) = mpsc::channel(4);
        tokio::task::spawn_blocking(move || {
            loop {
                let mut piece = Vec::new();
                let read = (&mut opened).take(PIECE as u64).read_to_end(&mut piece);
                let last = read.is_err() || piece.is_empty();
                // Whoever went away needs no more.
                let gone = match read {
                    Ok(0) => true,
                    Ok(_) => to.blocking_send(Ok(piece)).is_err(),
                    Err(error) => to.blocking_send(Err(error)).is_err(),
                };
                if last || gone {
                    return;
                }
            }
        });
        Ok(FileOut { media: format.media(), ending: format.ending(), size: file.size, from, len, pieces })
    }

    /// The small picture of a file, as a JPEG; made anew where it is gone.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`] where there is none; the area's own.
    pub async fn small_picture(
        &self,
        caller: &Caller,
        act: &str,
        sha256: &str,
    ) -> Result<Vec<u8>, DoorError> {
        let key = AttachmentRow::key_of(act, sha256);
        let Some((_, resource)) = self.held(act, sha256).await? else {
            return Err(self.nothing(caller, Action::ReadFile, &key).await);
        };
        let permit = self.ask(caller, Action::ReadFile, &resource, &key).await?;
        let outcome = async {
            let file = self.store.file(sha256).await?.ok_or(DoorError::NotFound)?;
            let _turn = self.finishing.acquire().await.map_err(|e| DoorError::Defect(e.to_string()))?;
            self.in_area(move |area| small_of(area, &file)).await
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// Through whose hands a file went: who sent it, which act holds it, who read it and who took a copy.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`]; store errors.
    pub async fn custody(&self, caller: &Caller, act: &str, sha256: &str) -> Result<Custody, DoorError> {
        let key = AttachmentRow::key_of(act, sha256);
        let Some((row, resource)) = self.held(act, sha256).await? else {
            return Err(self.nothing(caller, Action::ReadWhoLooked, &key).await);
        };
        let permit = self.ask(caller, Action::ReadWhoLooked, &resource, &key).await?;
        let outcome = async {
            let senders = self.store.senders(sha256).await?.into_iter().filter(|u| u.office == row.office);
            let senders = senders.map(|u| (u.officer, u.office, u.done_ms.unwrap_or(u.begun_ms))).collect();
            let query = AuditQuery { of_key: Some(key.clone()), limit: 500, ..AuditQuery::default() };
            let looks = self.store.audit(&query).await?;
            Ok(Custody { row, senders, looks })
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |c| c.looks.len()).await
    }

    /// The hour of an instant of the audit log or an upload, for people.
    pub fn moment_of(&self, millis: i64) -> Moment {
        Moment::from_millis(millis).unwrap_or_else(|| self.clock.now())
    }
}

/// The whole of a file.
pub(crate) fn read_whole(area: &dyn roznamcha_files::Area, file: &StoredFile) -> Result<Vec<u8>, DoorError> {
    let mut bytes = Vec::new();
    let mut opened = open_range(area, &file.place, &key_of_file(file)?, file.size, 0, file.size)?;
    opened.read_to_end(&mut bytes).map_err(|e| DoorError::Defect(e.to_string()))?;
    Ok(bytes)
}

pub(crate) fn small_of(area: &dyn roznamcha_files::Area, file: &StoredFile) -> Result<Vec<u8>, DoorError> {
    let (key, name) = (key_of_file(file)?, small(&file.place));
    let read = |name: &str, size: u64| -> Result<Vec<u8>, DoorError> {
        let mut bytes = Vec::new();
        let mut opened = open_range(area, name, &key, size, 0, size)?;
        opened.read_to_end(&mut bytes).map_err(|e| DoorError::Defect(e.to_string()))?;
        Ok(bytes)
    };
    let held = area.list(&name)?.into_iter().find(|h| h.name == name);
    let length = held.and_then(|h| (1..=SMALL).find(|n| roznamcha_files::sealed_len(*n) == h.size));
    if let Some(length) = length {
        return read(&name, length);
    }
    let format = Format::of_media(&file.media).filter(|f| f.is_picture()).ok_or(DoorError::NotFound)?;
    let whole = read_whole(area, file)?;
    let made = small_picture(format, &whole).map_err(|_| DoorError::NotFound)?;
    let size = made.jpeg.len() as u64;
    let mut sealed = roznamcha_files::Sealed::new(made.jpeg.as_slice(), size, &key)?;
    area.put(&name, roznamcha_files::sealed_len(size), &mut sealed)?;
    Ok(made.jpeg)
}
