//! Restoring a backup that is older than a destruction: what was destroyed since, an enrolment and all that went with it,
//! is left out while the lines are read, its files lose their keys and objects, and it is told how many.

use roznamcha_acts::kinds::is_removable;
use roznamcha_journal::Hash;
use roznamcha_store::{Forgetting, Progress, Told, destroyed_hash, destroyed_mark};
use std::collections::BTreeSet;
use std::io::BufRead;
use std::sync::PoisonError;

use super::ledger::Destroyed;
use crate::{DoorError, System};

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Lines read.
    pub lines: u64,
    /// Acts whose content was left out.
    pub left_out: usize,
    /// The hash that what is kept must have now; `None` where the backup's own stands.
    pub kept: Option<Hash>,
}

/// A restoring under way.
pub struct Restoring {
    told: Option<Told>,
}

impl System<'_> {
    /// Reads a backup into an empty store, without what the ledger says was destroyed. Ended by
    /// [`System::end_restore`], once what arrived was compared.
    ///
    /// # Errors
    /// Store errors.
    pub async fn restore_without(
        &self,
        from: Box<dyn BufRead + Send>,
        ledger: &Destroyed,
        progress: Progress<'_>,
    ) -> Result<(Restoring, Restored), DoorError> {
        if ledger.count() == 0 {
            let lines = self.restore(from, progress).await?;
            return Ok((Restoring { told: None }, Restored { lines, left_out: 0, kept: None }));
        }
        let known: BTreeSet<String> = ledger.hashes().map(str::to_owned).collect();
        let was = move |header: &roznamcha_journal::Header| {
            is_removable(&header.kind) && known.contains(&destroyed_hash(&header.act))
        };
        let (lines, told) = Forgetting::new(from, Box::new(was))?;
        let lines = self.restore(Box::new(lines), progress).await?;
        let left = told.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let restored = Restored { lines, left_out: left.acts.len(), kept: left.lines };
        Ok((Restoring { told: Some(told) }, restored))
    }

    /// Ends a restoring: keys and objects of what was left out go, what is kept notes that it was destroyed, and the
    /// ledger learns what the backup itself knew to be destroyed.
    ///
    /// # Errors
    /// Store errors, those of file area and ledger.
    pub async fn end_restore(&self, restoring: Restoring, ledger: &mut Destroyed) -> Result<(), DoorError> {
        let records = self.0;
        if let Some(told) = restoring.told {
            let left = told.lock().unwrap_or_else(PoisonError::into_inner).clone();
            for act in &left.acts {
                records.store.put_mark(&destroyed_mark(&destroyed_hash(act)), "").await?;
            }
            for sha256 in &left.files {
                let Some(file) = records.store.file(sha256).await? else { continue };
                if records.store.drop_file(sha256, i64::MAX).await? {
                    records.remove_object(file.place).await?;
                }
            }
        }
        let marks = records.store.marks(roznamcha_store::DESTROYED).await?;
        let hashes = marks.iter().filter_map(|(name, _)| name.strip_prefix(roznamcha_store::DESTROYED));
        ledger.add(hashes.map(str::to_owned)).map_err(|e| DoorError::Unavailable(e.to_string()))?;
        Ok(())
    }
}
