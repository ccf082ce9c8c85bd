//! The gallery and the index of looks follow the journals: at the start all of it, then after each act what the act
//! changed.

use roznamcha_acts::Body;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::EnrolRow;
use roznamcha_prints_gallery::Entry;
use roznamcha_store::{After, DESTROYED, Drift, DriftKind, Offices, Query, destroyed_mark};
use std::collections::HashSet;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use super::gallery::{act_of, entry_of, person_of};
use crate::{Caller, DoorError, Records, System};

/// Rows read at a time.
const PAGE: u32 = 500;

/// What a catching up did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaughtUp {
    /// Enrolments that stand.
    pub standing: usize,
    /// Put into the gallery now.
    pub enrolled: usize,
    /// Taken out of it now.
    pub taken_out: usize,
    /// Destroyed enrolments that were not in the ledger yet.
    pub noted: usize,
}

impl Records {
    /// Every enrolment, a page at a time.
    pub(super) async fn enrol_page(&self, after: Option<After>) -> Result<Vec<EnrolRow>, DoorError> {
        self.all(Query::of::<EnrolRow>("").within(Offices::All).limit(PAGE).after(after)).await
    }

    pub(super) async fn enrol_row(&self, office: &str, act: &str) -> Result<Option<EnrolRow>, DoorError> {
        let body = self.store.row(&EnrolRow::at(office, act)).await?;
        Ok(body.map(|b| EnrolRow::read(&b)).transpose()?)
    }

    /// What the gallery keeps of an enrolment, from its act.
    async fn gallery_entry(&self, office: &str, act: &str) -> Result<Option<Entry>, DoorError> {
        match self.store.act(office, act).await?.and_then(|rec| rec.body) {
            Some(Body::PrintsEnrol(body)) => entry_of(act, &body),
            _ => Ok(None),
        }
    }

    /// Brings the gallery to what these rows say.
    async fn bring(
        &self,
        caller: Option<&Caller>,
        rows: &[EnrolRow],
        done: &mut CaughtUp,
    ) -> Result<(), DoorError> {
        let gallery = self.gallery()?;
        self.looks()?.bring(rows)?;
        let ids: Vec<(bool, String)> = rows.iter().map(|r| (r.is_standing(), r.act.clone())).collect();
        let there = gallery
            .look(move |gallery| {
                let has = |(stands, act): &(bool, String)| Ok((*stands, gallery.contains(person_of(act)?)));
                ids.iter().map(has).collect::<Result<Vec<_>, DoorError>>()
            })
            .await?;
        let (mut entries, mut out) = (Vec::new(), Vec::new());
        for (row, (stands, has)) in rows.iter().zip(there) {
            done.standing += usize::from(stands);
            match (stands, has) {
                (true, false) => entries.extend(self.gallery_entry(&row.office, &row.act).await?),
                (false, true) => out.push(row.act.clone()),
                _ => {}
            }
        }
        if !entries.is_empty() {
            let put: Vec<String> = entries.iter().map(|entry| act_of(entry.person)).collect();
            done.enrolled += gallery.put(entries).await?;
            // Whoever was freed or destroyed while his act was read does not stay.
            for row in rows.iter().filter(|row| put.contains(&row.act)) {
                if self.enrol_row(&row.office, &row.act).await?.is_none_or(|now| !now.is_standing()) {
                    out.push(row.act.clone());
                }
            }
        }
        if !out.is_empty() {
            done.taken_out += gallery.take_out(out).await?;
        }
        for row in rows.iter().filter(|row| row.enrolment.is_none()) {
            done.noted += usize::from(self.forget_destroyed(caller, row).await?);
        }
        self.cro.note_cases(rows);
        Ok(())
    }

    /// Notes destroyed enrolments in the ledger and in the store. Gives how many were new to the ledger.
    pub(super) async fn note_destroyed(&self, hashes: Vec<String>) -> Result<usize, DoorError> {
        let Some(ledger) = self.cro.destroyed.clone() else { return Ok(0) };
        let lock = || ledger.lock().unwrap_or_else(PoisonError::into_inner);
        let new: Vec<String> = hashes.into_iter().filter(|hash| !lock().has_hash(hash)).collect();
        for hash in &new {
            self.store.put_mark(&destroyed_mark(hash), "").await?;
        }
        // Last: what is in the file is in the store as well.
        lock().add(new).map_err(|e| DoorError::Unavailable(e.to_string()))
    }

    /// Brings the gallery to the rows that an act may have changed.
    pub(super) async fn follow(
        &self,
        caller: Option<&Caller>,
        office: &str,
        acts: &[String],
    ) -> Result<(), DoorError> {
        let mut rows = Vec::with_capacity(acts.len());
        for act in acts {
            rows.extend(self.enrol_row(office, act).await?);
        }
        self.bring(caller, &rows, &mut CaughtUp::default()).await
    }
}

impl System<'_> {
    /// Brings the gallery to what the journals say: whoever stands and is not in it is enrolled, whoever is in it and
    /// does not stand is destroyed in it, and what an earlier run began to remove is removed.
    ///
    /// # Errors
    /// Store errors, those of gallery, ledger and file area.
    pub async fn catch_up_gallery(
        &self,
        progress: roznamcha_store::Progress<'_>,
    ) -> Result<CaughtUp, DoorError> {
        let records = self.0;
        let marks = records.store.marks(DESTROYED).await?;
        let hashes = marks.iter().filter_map(|(name, _)| name.strip_prefix(DESTROYED)).map(str::to_owned);
        if let Some(ledger) = &records.cro.destroyed {
            let mut ledger = ledger.lock().unwrap_or_else(PoisonError::into_inner);
            ledger.add(hashes).map_err(|e| DoorError::Unavailable(e.to_string()))?;
        }
        let mut done = CaughtUp::default();
        let mut known: HashSet<String> = HashSet::new();
        let (mut after, mut read) = (None, 0_u64);
        loop {
            let rows = records.enrol_page(after.take()).await?;
            records.bring(None, &rows, &mut done).await?;
            known.extend(rows.iter().filter(|r| r.is_standing()).map(|r| r.act.clone()));
            read += rows.len() as u64;
            progress(read, None);
            match rows.last() {
                Some(row) if rows.len() >= PAGE as usize => {
                    after = Some(After { value: None, office: row.office.clone(), key: row.key() });
                }
                _ => break,
            }
        }
        // Those of whom no row is left at all.
        let gallery = records.gallery()?;
        let strangers = gallery.look(move |gallery| {
            let all = gallery.people().into_iter().map(act_of);
            Ok(all.filter(|act| !known.contains(act)).collect::<Vec<_>>())
        });
        for act in strangers.await? {
            // Whoever was enrolled while the others were read is no stranger.
            let office = records.store.office_of(&act).await?.unwrap_or_default();
            if records.enrol_row(&office, &act).await?.is_none_or(|row| !row.is_standing()) {
                done.taken_out += gallery.take_out(vec![act]).await?;
            }
        }
        records.finish_leaving().await?;
        Ok(done)
    }

    /// Keeps the gallery where the journals are: where something that follows from an act failed, or another node
    /// destroyed an enrolment, all is caught up; else whoever was enrolled last, here or at another node, is looked at.
    ///
    /// # Errors
    /// As [`System::catch_up_gallery`].
    pub async fn keep_up_gallery(&self) -> Result<CaughtUp, DoorError> {
        let records = self.0;
        let Some(ledger) = &records.cro.destroyed else { return Ok(CaughtUp::default()) };
        let marks = records.store.marks(DESTROYED).await?.len();
        let known = ledger.lock().unwrap_or_else(PoisonError::into_inner).count();
        if records.cro.behind.swap(false, Ordering::SeqCst) || marks > known {
            let done = self.catch_up_gallery(&|_, _| {}).await;
            if done.is_err() {
                records.cro.behind.store(true, Ordering::SeqCst);
            }
            return done;
        }
        let mut done = CaughtUp::default();
        let query = Query::of::<EnrolRow>("").within(Offices::All).by("enrolled", true).limit(PAGE);
        records.bring(None, &records.all::<EnrolRow>(query).await?, &mut done).await?;
        Ok(done)
    }

    /// Compares the gallery with the enrolments that stand; names each difference, at most `limit`.
    ///
    /// # Errors
    /// Store errors and those of the gallery.
    pub async fn check_gallery(&self, limit: usize) -> Result<Vec<Drift>, DoorError> {
        let records = self.0;
        let gallery = records.gallery()?;
        let people =
            gallery.look(|gallery| Ok(gallery.people().into_iter().map(act_of).collect::<HashSet<_>>()));
        let mut strangers = people.await?;
        let mut all = Vec::new();
        let mut after = None;
        loop {
            let rows = records.enrol_page(after.take()).await?;
            for row in &rows {
                let printed = row.enrolment.as_ref().is_some_and(|e| !e.fingers.is_empty());
                let what = match (row.is_standing() && printed, strangers.remove(&row.act)) {
                    (true, false) => "stands, and the gallery does not have it",
                    (false, true) => "does not stand, and the gallery has it",
                    _ => continue,
                };
                let kind = if row.is_standing() { DriftKind::Missing } else { DriftKind::Extra };
                all.push(drift(kind, &row.office, &row.act, what));
            }
            match rows.last() {
                Some(row) if rows.len() >= PAGE as usize => {
                    after = Some(After { value: None, office: row.office.clone(), key: row.key() });
                }
                _ => break,
            }
        }
        let what = "the gallery has it, and no act enrolled it";
        all.extend(strangers.iter().map(|act| drift(DriftKind::Extra, "-", act, what)));
        all.truncate(limit);
        Ok(all)
    }
}

fn drift(kind: DriftKind, office: &str, key: &str, what: &str) -> Drift {
    let (office, key, what) = (office.to_owned(), key.to_owned(), what.to_owned());
    Drift { kind, table: "gallery".to_owned(), office, key, what }
}
