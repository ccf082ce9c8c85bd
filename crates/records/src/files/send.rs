//! Sending a file: begun with its length and hash, sent in parts, finished when hash and content agree. A kill loses
//! the part in flight and nothing else. Whoever sends a file that is there already sends all of it: a hash opens
//! nothing.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::ActId;
use roznamcha_files::{
    Area, Facts, Format, FormatError, Inspector, Key, PictureError, Sealed, facts, open_range, part, place,
    sealed_len, small, small_picture,
};
use roznamcha_journal::Hash;
use roznamcha_store::{StoredFile, Upload};
use sha2::{Digest, Sha256};
use std::io::{self, Read};

use super::{key_of_parts, written};
use crate::{Caller, DoorError, Records};

const DAY_MS: i64 = 86_400_000;
/// The largest part.
const PART: usize = 8 << 20;
/// What is read at a time.
const PIECE: usize = 64 * 1024;

/// How far an upload has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadState {
    /// Its id.
    pub id: String,
    /// Bytes promised.
    pub size: u64,
    /// SHA-256 promised, hex.
    pub sha256: String,
    /// Bytes that are kept; the next part begins here.
    pub received: u64,
    /// Whether it is finished.
    pub done: bool,
}

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileKept {
    /// SHA-256, hex.
    pub sha256: String,
    /// Its length.
    pub size: u64,
    /// Its media type, by content.
    pub media: String,
}

/// SHA-256 of what was hashed, as files are named by it.
pub(super) fn named(sha: Sha256) -> String {
    Hash(sha.finalize().into()).to_string()
}

fn state(upload: Upload) -> UploadState {
    UploadState {
        done: upload.done_ms.is_some(),
        id: upload.id,
        size: upload.size,
        sha256: upload.sha256,
        received: upload.received,
    }
}

impl Records {
    pub(crate) async fn may_send(&self, caller: &Caller, id: &str) -> Result<(), DoorError> {
        let office = self.at(ResourceKind::Office, caller.office());
        // A record office sends images of prints and photographs, and writes in no station's books otherwise.
        if self.decided(caller, Action::SearchPrints, &office).allowed {
            return Ok(());
        }
        self.allow(caller, Action::AddFile, &office, id).await
    }

    /// Begins an upload, or gives how far it has come when it was begun before.
    ///
    /// # Errors
    /// [`DoorError::Refused`] for a promise that cannot stand, [`DoorError::Upload`] beyond what is allowed a day,
    /// [`DoorError::IdTaken`], store errors.
    pub async fn begin_upload(
        &self,
        caller: &Caller,
        id: &str,
        size: u64,
        sha256: &str,
    ) -> Result<UploadState, DoorError> {
        self.may_send(caller, id).await?;
        if sha256.parse::<Hash>().is_err() {
            return Err(DoorError::field("sha256", "fault-hash"));
        }
        self.begin(caller, id, size, sha256).await.map(state)
    }

    async fn begin(&self, caller: &Caller, id: &str, size: u64, sha256: &str) -> Result<Upload, DoorError> {
        if id.parse::<ActId>().is_err() {
            return Err(DoorError::field("id", "fault-unreadable"));
        }
        let limits = &self.options.files;
        if size == 0 || size > limits.largest {
            return Err(DoorError::field(
                "size",
                if size == 0 { "fault-missing" } else { "fault-file-large" },
            ));
        }
        let now = self.clock.now().millis();
        let begun = match self.store.upload(id).await? {
            Some(upload) => upload,
            None => {
                let sent = self.store.sent_since(caller.officer(), now - DAY_MS).await?;
                if sent.saturating_add(size) > limits.a_day {
                    return Err(DoorError::Upload("upload-quota"));
                }
                self.store.begin_upload(&self.fresh(caller, id, size, sha256)?).await?
            }
        };
        let same = begun.officer == caller.officer() && begun.office == caller.office();
        if !same || begun.size != size || begun.sha256 != sha256 {
            return Err(DoorError::IdTaken(id.to_owned()));
        }
        Ok(begun)
    }

    fn fresh(&self, caller: &Caller, id: &str, size: u64, sha256: &str) -> Result<Upload, DoorError> {
        let now = self.clock.now().millis();
        Ok(Upload {
            id: id.to_owned(),
            officer: caller.officer().to_owned(),
            office: caller.office().to_owned(),
            place: place()?,
            secret: written(&Key::new()?),
            size,
            sha256: sha256.to_owned(),
            received: 0,
            begun_ms: now,
            touched_ms: now,
            done_ms: None,
        })
    }

    /// The officer's own upload; another's is not found.
    async fn own(&self, caller: &Caller, id: &str) -> Result<Upload, DoorError> {
        self.may_send(caller, id).await?;
        let found = self.store.upload(id).await?;
        found.filter(|u| u.officer == caller.officer()).ok_or(DoorError::NotFound)
    }

    /// How far an upload of the officer's own has come.
    ///
    /// # Errors
    /// [`DoorError::NotFound`], store errors.
    pub async fn upload(&self, caller: &Caller, id: &str) -> Result<UploadState, DoorError> {
        self.own(caller, id).await.map(state)
    }

    /// The officer's own uploads that are not finished.
    ///
    /// # Errors
    /// Store errors.
    pub async fn open_uploads(&self, caller: &Caller) -> Result<Vec<UploadState>, DoorError> {
        self.may_send(caller, "uploads").await?;
        Ok(self.store.open_uploads(caller.officer()).await?.into_iter().map(state).collect())
    }

    /// Keeps a part that begins at `offset`. A part that is kept already is not an error: its answer was lost.
    ///
    /// # Errors
    /// [`DoorError::Upload`] for a part that does not begin where the upload stands, or goes beyond the promise.
    pub async fn put_part(
        &self,
        caller: &Caller,
        id: &str,
        offset: u64,
        bytes: Vec<u8>,
    ) -> Result<UploadState, DoorError> {
        let upload = self.own(caller, id).await?;
        let end = offset.saturating_add(bytes.len() as u64);
        if bytes.is_empty() || bytes.len() > PART {
            return Err(DoorError::field(
                "part",
                if bytes.is_empty() { "fault-missing" } else { "fault-file-large" },
            ));
        }
        if upload.done_ms.is_some() || end <= upload.received {
            return Ok(state(upload));
        }
        if offset != upload.received {
            return Err(DoorError::Upload("upload-offset"));
        }
        if end > upload.size {
            return Err(DoorError::Upload("upload-longer"));
        }
        let (key, name) = (key_of_parts(&upload)?, part(&upload.place, offset));
        self.in_area(move |area| put_sealed(area, &name, &bytes, &key)).await?;
        let now = self.clock.now().millis();
        if !self.store.advance_upload(id, offset, end, now).await? {
            return Err(DoorError::Upload("upload-offset"));
        }
        Ok(UploadState { received: end, ..state(upload) })
    }

    /// Gives an upload up.
    ///
    /// # Errors
    /// [`DoorError::NotFound`], store errors.
    pub async fn give_up_upload(&self, caller: &Caller, id: &str) -> Result<(), DoorError> {
        let upload = self.own(caller, id).await?;
        if upload.done_ms.is_none() {
            self.discard(upload).await?;
        }
        Ok(())
    }

    pub(super) async fn discard(&self, upload: Upload) -> Result<(), DoorError> {
        // The row first: without its key the parts are nothing, and the sweep finds what is left of them.
        self.store.delete_upload(&upload.id).await?;
        self.in_area(move |area| remove_parts(area, &upload.place)).await
    }

    /// Finishes an upload: the whole must be there, with the hash promised and of a format that is kept. Finished
    /// again, it gives the same answer.
    ///
    /// # Errors
    /// [`DoorError::Upload`] while parts are missing; [`DoorError::Refused`] for another hash or format, and the
    /// upload is gone then.
    pub async fn finish_upload(&self, caller: &Caller, id: &str) -> Result<FileKept, DoorError> {
        let upload = self.own(caller, id).await?;
        if upload.done_ms.is_some() {
            let file = self.store.file(&upload.sha256).await?.ok_or(DoorError::NotFound)?;
            return Ok(FileKept { sha256: file.sha256, size: file.size, media: file.media });
        }
        if upload.received != upload.size {
            return Err(DoorError::Upload("upload-not-whole"));
        }
        // A picture is unpacked in memory: few at a time.
        let _turn = self.finishing.acquire().await.map_err(|e| DoorError::Defect(e.to_string()))?;
        let given = upload.clone();
        let outcome = self.in_area(move |area| assemble(area, &given)).await;
        let made = match outcome {
            Err(error @ DoorError::Refused(_)) => {
                self.discard(upload).await?;
                return Err(error);
            }
            other => other?,
        };
        let now = self.clock.now().millis();
        let file = StoredFile {
            sha256: upload.sha256.clone(),
            place: made.place.clone(),
            secret: written(&made.key),
            size: upload.size,
            media: made.format.media().to_owned(),
            facts: said(&made.facts),
            put_ms: now,
            seen_ms: now,
            officer: upload.officer.clone(),
            office: upload.office.clone(),
        };
        let stands = self.store.put_file(&file).await?;
        self.store.touch_file(&stands.sha256, now).await?;
        self.store.finish_upload(id, now).await?;
        let twice = (stands.place != file.place).then_some(file.place);
        let parts = upload.place;
        let tidied = self.in_area(move |area| {
            twice.map_or(Ok(()), |place| remove_file(area, &place))?;
            remove_parts(area, &parts)
        });
        // The file is kept; what could not be tidied now is swept later.
        if let Err(error) = tidied.await {
            tracing::warn!(%error, "parts of a finished upload are left for the sweep");
        }
        Ok(FileKept { sha256: stands.sha256, size: stands.size, media: stands.media })
    }

    /// Keeps a file that comes in one go (a form without script): the same path, with the promise made afterwards.
    ///
    /// # Errors
    /// As [`Records::finish_upload`].
    pub async fn keep_whole(&self, caller: &Caller, id: &str, bytes: Vec<u8>) -> Result<FileKept, DoorError> {
        let (size, sha256) = (bytes.len() as u64, named(Sha256::new_with_prefix(&bytes)));
        let begun = self.begin_upload(caller, id, size, &sha256).await?;
        let mut offset = begun.received;
        while offset < size && !begun.done {
            let from = usize::try_from(offset).unwrap_or(usize::MAX);
            let piece: Vec<u8> = bytes.iter().skip(from).take(PART).copied().collect();
            offset = self.put_part(caller, id, offset, piece).await?.received;
        }
        self.finish_upload(caller, id).await
    }
}

impl Records {
    /// A file that the caller's own office has sent counts as sent by another office as well, whose act names it: an
    /// officer of the record office takes prints for a station. Nothing is sent again, and a hash alone hands nothing
    /// over.
    pub(crate) async fn hand_over(
        &self,
        caller: &Caller,
        sha256: &str,
        office: &str,
    ) -> Result<(), DoorError> {
        let senders = self.store.senders(sha256).await?;
        let has = |office: &str| senders.iter().any(|upload| upload.office == office);
        if has(office) || !has(caller.office()) {
            return Ok(());
        }
        let now = self.clock.now().millis();
        let name = format!("{sha256}\n{office}");
        let upload = Upload {
            id: uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, name.as_bytes()).to_string(),
            officer: caller.officer().to_owned(),
            office: office.to_owned(),
            place: String::new(),
            secret: String::new(),
            // No byte comes again, and none counts against the day's limit.
            size: 0,
            sha256: sha256.to_owned(),
            received: 0,
            begun_ms: now,
            touched_ms: now,
            done_ms: None,
        };
        self.store.begin_upload(&upload).await?;
        Ok(self.store.finish_upload(&upload.id, now).await?)
    }
}

/// A file put together, with what it is.
struct Made {
    place: String,
    key: Key,
    format: Format,
    facts: Facts,
}

fn said(facts: &Facts) -> String {
    serde_json::json!({
        "taken": facts.taken, "latitude": facts.latitude, "longitude": facts.longitude, "device": facts.device
    })
    .to_string()
}

fn put_sealed(area: &dyn Area, name: &str, bytes: &[u8], key: &Key) -> Result<(), DoorError> {
    let size = bytes.len() as u64;
    let mut sealed = Sealed::new(bytes, size, key)?;
    Ok(area.put(name, sealed_len(size), &mut sealed)?)
}

pub(super) fn remove_parts(area: &dyn Area, place: &str) -> Result<(), DoorError> {
    if !place.is_empty() {
        for held in area.list(place)? {
            area.remove(&held.name)?;
        }
    }
    Ok(())
}

pub(super) fn remove_file(area: &dyn Area, place: &str) -> Result<(), DoorError> {
    area.remove(&small(place))?;
    Ok(area.remove(place)?)
}

/// The parts of an upload, read one after another.
struct Parts<'a> {
    area: &'a dyn Area,
    key: Key,
    place: &'a str,
    /// Where each begins, and how long it is; last first.
    left: Vec<(u64, u64)>,
    now: Box<dyn Read + 'a>,
}

impl<'a> Parts<'a> {
    fn open(area: &'a dyn Area, upload: &'a Upload) -> Result<Self, DoorError> {
        let mut starts = Vec::new();
        for held in area.list(&upload.place)? {
            let at: Option<u64> = held.name.split_once('.').and_then(|(_, offset)| offset.parse().ok());
            starts.extend(at.filter(|at| *at < upload.size));
        }
        starts.sort_unstable();
        let ends: Vec<u64> = starts.iter().skip(1).copied().chain([upload.size]).collect();
        let mut left: Vec<(u64, u64)> = starts.into_iter().zip(ends).map(|(a, b)| (a, b - a)).collect();
        left.reverse();
        let key = key_of_parts(upload)?;
        Ok(Self { area, key, place: &upload.place, left, now: Box::new(io::empty()) })
    }
}

impl Read for Parts<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.now.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            let Some((at, len)) = self.left.pop() else { return Ok(0) };
            let opened = open_range(self.area, &part(self.place, at), &self.key, len, 0, len);
            self.now = Box::new(opened.map_err(|e| io::Error::other(e.to_string()))?);
        }
    }
}

/// Reads the whole, checks hash and format, seals it under its own key and reads it back.
fn assemble(area: &dyn Area, upload: &Upload) -> Result<Made, DoorError> {
    let unread = |e: io::Error| DoorError::Defect(format!("the parts of an upload do not read: {e}"));
    let (mut sha, mut inspector, mut whole) = (Sha256::new(), Inspector::new(), Vec::new());
    let mut parts = Parts::open(area, upload)?;
    let mut buffer = vec![0; PIECE];
    loop {
        let read = parts.read(&mut buffer).map_err(unread)?;
        let Some(piece) = buffer.get(..read).filter(|p| !p.is_empty()) else { break };
        sha.update(piece);
        inspector.see(piece);
        whole.extend_from_slice(piece);
    }
    if named(sha) != upload.sha256 {
        return Err(DoorError::field("sha256", "fault-file-hash"));
    }
    let format = inspector.format().map_err(|why| {
        DoorError::field(
            "file",
            match why {
                FormatError::Unknown => "fault-file-format",
                FormatError::Double => "fault-file-double",
                FormatError::Active => "fault-file-active",
                FormatError::Cut => "fault-file-cut",
            },
        )
    })?;
    let picture = match format.is_picture().then(|| small_picture(format, &whole)) {
        Some(Err(PictureError::Unreadable)) => return Err(DoorError::field("file", "fault-file-cut")),
        Some(Ok(picture)) => Some(picture),
        Some(Err(PictureError::Large)) | None => None,
    };
    let (key, place) = (Key::new()?, place()?);
    put_sealed(area, &place, &whole, &key)?;
    // What is kept is read back: what came was right, and what lies there must be the same.
    let mut kept = Sha256::new();
    let mut back = open_range(area, &place, &key, upload.size, 0, upload.size)?;
    io::copy(&mut back, &mut Hashing(&mut kept)).map_err(unread)?;
    if named(kept) != upload.sha256 {
        return Err(DoorError::Defect("the file area gives back other bytes than it was given".to_owned()));
    }
    if let Some(picture) = picture {
        put_sealed(area, &small(&place), &picture.jpeg, &key)?;
    }
    Ok(Made { place, key, format, facts: facts(format, &whole) })
}

/// Hashes what is written to it.
pub(super) struct Hashing<'a>(pub &'a mut Sha256);

impl io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
