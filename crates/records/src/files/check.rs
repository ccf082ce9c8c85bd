//! Checking the file area against the books, and carrying it with a backup.

use roznamcha_acts::rows::View;
use roznamcha_acts::views::{AttachmentRow, HeldRow};
use roznamcha_files::{Area, AreaError, SealError, open_range, sealed_len};
use roznamcha_store::{Drift, DriftKind, Offices, Query, StoredFile};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::io;
use std::sync::Arc;

use super::key_of_file;
use super::send::{Hashing, named};
use super::sweep::{place_of, yesterday};
use crate::{DoorError, System};

/// Rows read at a time.
const PAGE: u32 = 500;

fn drift(kind: DriftKind, office: &str, key: &str, what: &str) -> Drift {
    Drift {
        kind,
        table: "file".to_owned(),
        office: office.to_owned(),
        key: key.to_owned(),
        what: what.to_owned(),
    }
}

/// What is wrong with a file's object, if anything.
fn wrong(area: &dyn Area, file: &StoredFile) -> Result<Option<Drift>, DoorError> {
    let differs = |what: &str| Ok(Some(drift(DriftKind::Differs, &file.office, &file.sha256, what)));
    let key = key_of_file(file)?;
    let mut opened = match open_range(area, &file.place, &key, file.size, 0, file.size) {
        Ok(opened) => opened,
        Err(SealError::Area(AreaError::Missing(_))) => {
            let what = "the file area does not hold it";
            return Ok(Some(drift(DriftKind::Missing, &file.office, &file.sha256, what)));
        }
        Err(SealError::Area(other)) => return Err(other.into()),
        Err(_) => return differs("the file area holds other bytes"),
    };
    let mut sha = Sha256::new();
    if io::copy(&mut opened, &mut Hashing(&mut sha)).is_err() || named(sha) != file.sha256 {
        return differs("the file area holds other bytes");
    }
    Ok(None)
}

/// What a copy of the file area did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Objects copied.
    pub copied: usize,
    /// Objects that were there already.
    pub there: usize,
    /// Objects removed because nothing names them any more.
    pub removed: usize,
}

impl System<'_> {
    /// Checks each file against its object and each attachment against its file; names what is missing, changed or
    /// named by nothing, at most `limit`.
    ///
    /// # Errors
    /// Store errors and the area's own.
    pub async fn check_files(&self, limit: usize) -> Result<Vec<Drift>, DoorError> {
        let records = self.0;
        if records.area.is_none() {
            return Ok(Vec::new());
        }
        let held = records.in_area(|area| Ok(area.list("")?)).await?;
        let named = records.named_places().await?;
        let files = records.store.files().await?;
        let known: HashMap<String, (u64, String)> =
            files.iter().map(|f| (f.sha256.clone(), (f.size, f.media.clone()))).collect();
        let mut all = records
            .in_area(move |area| {
                let mut all = Vec::new();
                for file in &files {
                    all.extend(wrong(area, file)?);
                }
                Ok(all)
            })
            .await?;
        // What a killed process left is swept when it is a day old; only what stays longer is worth a word.
        let left = held.iter().filter(|h| h.put_ms < yesterday());
        let orphans: HashSet<&str> =
            left.map(|h| place_of(&h.name)).filter(|place| !named.contains(*place)).collect();
        let what = "an object that nothing names; is the server running, which sweeps each hour?";
        all.extend(orphans.into_iter().map(|place| drift(DriftKind::Extra, "-", place, what)));
        self.check_rows(&known, &mut all).await?;
        self.check_held(&known, &mut all).await?;
        all.sort_by(|a, b| (&a.office, &a.key).cmp(&(&b.office, &b.key)));
        all.truncate(limit);
        Ok(all)
    }

    async fn check_rows(
        &self,
        known: &HashMap<String, (u64, String)>,
        all: &mut Vec<Drift>,
    ) -> Result<(), DoorError> {
        let query = Query::of::<AttachmentRow>("").within(Offices::All).limit(PAGE);
        let mut after = None;
        loop {
            let (rows, next) = self.0.page::<AttachmentRow>(query.clone().after(after)).await?;
            for row in &rows {
                let what = match known.get(&row.file.sha256) {
                    None => "an act holds this file, and its key is gone",
                    Some((size, media)) if *size != row.file.size || *media != row.file.media => {
                        "an act says another length or type of this file"
                    }
                    Some(_) => continue,
                };
                all.push(drift(DriftKind::Missing, &row.office, &row.key(), what));
            }
            if next.is_none() {
                return Ok(());
            }
            after = next;
        }
    }

    /// Files that acts name themselves.
    async fn check_held(
        &self,
        known: &HashMap<String, (u64, String)>,
        all: &mut Vec<Drift>,
    ) -> Result<(), DoorError> {
        let query = Query::of::<HeldRow>("").within(Offices::All).limit(PAGE);
        let mut after = None;
        loop {
            let (rows, next) = self.0.page::<HeldRow>(query.clone().after(after)).await?;
            for row in rows.iter().filter(|row| !known.contains_key(&row.sha256)) {
                let what = "an act holds this file, and its key is gone";
                all.push(drift(DriftKind::Missing, &row.office, &row.key(), what));
            }
            if next.is_none() {
                return Ok(());
            }
            after = next;
        }
    }

    /// Copies every kept file's object, sealed as it is, to another area, and removes there what nothing names any
    /// more: so an expungement reaches the copy with the next one.
    ///
    /// # Errors
    /// Store errors and the areas' own.
    pub async fn copy_files(&self, to: Arc<dyn Area>) -> Result<Copied, DoorError> {
        let files = self.0.store.files().await?;
        self.0
            .in_area(move |area| {
                let mut done = carry(area, to.as_ref(), &files)?;
                let named: HashSet<&str> = files.iter().map(|f| f.place.as_str()).collect();
                for held in to.list("")?.iter().filter(|h| !named.contains(place_of(&h.name))) {
                    to.remove(&held.name)?;
                    done.removed += 1;
                }
                Ok(done)
            })
            .await
    }

    /// Brings the objects of kept files from a copy into the file area, where they are not there yet.
    ///
    /// # Errors
    /// Store errors and the areas' own.
    pub async fn bring_files(&self, from: Arc<dyn Area>) -> Result<Copied, DoorError> {
        let files = self.0.store.files().await?;
        self.0.in_area(move |area| carry(from.as_ref(), area, &files)).await
    }
}

fn carry(from: &dyn Area, to: &dyn Area, files: &[StoredFile]) -> Result<Copied, DoorError> {
    let there: HashMap<String, u64> = to.list("")?.into_iter().map(|h| (h.name, h.size)).collect();
    let mut done = Copied::default();
    for file in files {
        let len = sealed_len(file.size);
        if there.get(&file.place) == Some(&len) {
            done.there += 1;
            continue;
        }
        match from.get(&file.place, 0, len) {
            Ok(mut body) => {
                to.put(&file.place, len, &mut body)?;
                done.copied += 1;
            }
            // What is missing is named by the check.
            Err(AreaError::Missing(_)) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(done)
}
