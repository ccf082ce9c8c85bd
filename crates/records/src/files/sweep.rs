//! What is removed: uploads left unfinished, files that no act holds, objects that nothing names, and the objects of
//! files whose act a court's order removed.

use roznamcha_acts::Body;
use roznamcha_acts::views::AttachmentRow;
use roznamcha_files::Held;
use roznamcha_store::{Query, StoredFile};
use std::collections::HashSet;

use super::send::remove_file;
use crate::{DoorError, Records, System};

const DAY_MS: i64 = 86_400_000;

/// The place an object's name begins with.
pub(super) fn place_of(name: &str) -> &str {
    name.split_once('.').map_or(name, |(place, _)| place)
}

/// A day ago by the machine's clock, which is the file area's own.
pub(super) fn yesterday() -> i64 {
    jiff::Timestamp::now().as_millisecond() - DAY_MS
}

impl Records {
    /// Files that an act about to be expunged holds, or that belong to it.
    pub(crate) async fn files_leaving(
        &self,
        office: &str,
        body: &Body,
        enrolments: &[String],
    ) -> Result<Vec<StoredFile>, DoorError> {
        let mut acts: Vec<&String> = enrolments.iter().collect();
        if let Body::RecordExpunge(order) = body {
            acts.extend(&order.acts);
        }
        let mut hashes = HashSet::new();
        for act in acts {
            for column in ["of", "for_case"] {
                let query = Query::of::<AttachmentRow>(office).eq(column, act.as_str()).limit(5_000);
                let rows: Vec<AttachmentRow> = self.all(query).await?;
                hashes.extend(rows.into_iter().map(|r| r.file.sha256));
            }
            if let Some(body) = self.store.act(office, act).await?.and_then(|rec| rec.body) {
                hashes.extend(body.files());
            }
        }
        let mut files = Vec::new();
        for hash in hashes {
            files.extend(self.store.file(&hash).await?);
        }
        Ok(files)
    }

    /// Removes the objects of those files that are no more. Their keys are gone already; what cannot be removed now
    /// is removed at the next start, or swept later. Whether all are removed.
    pub(crate) async fn remove_left(&self, files: Vec<StoredFile>) -> bool {
        let mut all = true;
        for file in files {
            // Another act may hold the same file.
            if !matches!(self.store.file(&file.sha256).await, Ok(None)) {
                continue;
            }
            if let Err(error) = self.remove_object(file.place).await {
                tracing::warn!(%error, "an expunged file's object is left for the sweep");
                all = false;
            }
        }
        all
    }

    /// Removes a file's object and its small picture, if they are there.
    pub(crate) async fn remove_object(&self, place: String) -> Result<(), DoorError> {
        self.in_area(move |area| remove_file(area, &place)).await
    }

    /// Places that something names: kept files and uploads on their way.
    pub(crate) async fn named_places(&self) -> Result<HashSet<String>, DoorError> {
        let mut named: HashSet<String> = self.store.files().await?.into_iter().map(|f| f.place).collect();
        named.extend(self.store.stale_uploads(i64::MAX).await?.into_iter().map(|u| u.place));
        Ok(named)
    }
}

impl System<'_> {
    /// Sweeps the file area. Gives how many uploads, files and objects went.
    ///
    /// # Errors
    /// Store errors and the area's own.
    pub async fn sweep_files(&self) -> Result<(usize, usize, usize), DoorError> {
        let records = self.0;
        if records.area.is_none() {
            return Ok((0, 0, 0));
        }
        let before = records.clock.now().millis() - records.options.files.days * DAY_MS;
        let stale = records.store.stale_uploads(before).await?;
        let uploads = stale.len();
        for upload in stale {
            records.discard(upload).await?;
        }
        let mut files = 0;
        for file in records.store.unheld_files(before).await? {
            if records.store.drop_file(&file.sha256, before).await? {
                files += 1;
                records.in_area(move |area| remove_file(area, &file.place)).await?;
            }
        }
        // Listed first: what is put between the two is named by then, or young.
        let held: Vec<Held> = records.in_area(|area| Ok(area.list("")?)).await?;
        let named = records.named_places().await?;
        let orphan = |h: &Held| !named.contains(place_of(&h.name)) && h.put_ms < yesterday();
        let orphans: Vec<String> = held.into_iter().filter(orphan).map(|h| h.name).collect();
        let objects = orphans.len();
        records.in_area(move |area| Ok(orphans.iter().try_for_each(|name| area.remove(name))?)).await?;
        Ok((uploads, files, objects))
    }
}
