//! The gallery and the index of looks follow the journals: at the start all of it, then after each act what the act
//! changed.

use roznamcha_acts::Body;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::EnrolRow;
use roznamcha_prints_gallery::Entry;
use roznamcha_store::{After, DESTROYED, Drift, DriftKind, Offices, Query};
use std::collections::HashSet;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use super::gallery::{act_of, entry_of, person_of};
use crate::{Caller, DoorError, Records, System};

/// Rows read at a time.
const PAGE: u32 = 500;
/// How far the clocks of nodes may be apart, and an act on its way to the store.
const APART_MS: i64 = 600_000;

/// What a catching up did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaughtUp {
    /// Enrolments that stand.
    pub standing: usize,
    /// Put into the gallery now.
    pub enrolled: usize,
    /// Taken out of it now.
    pub taken_out: usize,
    /// Acts taken out that were not in the ledger yet.
    pub noted: usize,
}

impl Records {
    /// Every enrolment, a page at a time.
    async fn enrol_page(&self, after: Option<After>) -> Result<(Vec<EnrolRow>, Option<After>), DoorError> {
        self.page(Query::of::<EnrolRow>("").within(Offices::All).limit(PAGE).after(after)).await
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
            self.forget_destroyed(caller, row).await?;
        }
        self.cro.note_cases(rows);
        Ok(())
    }

    /// The ledger learns what this store marks as destroyed, whichever node wrote it.
    async fn learn_destroyed(&self) -> Result<usize, DoorError> {
        let marks = self.store.marks(DESTROYED).await?;
        let hashes = marks.iter().filter_map(|(name, _)| name.strip_prefix(DESTROYED)).map(str::to_owned);
        self.note_destroyed(hashes.collect())
    }

    /// How many destroyed acts the ledger has.
    fn destroyed(&self) -> usize {
        let ledger = self.cro.destroyed.as_ref();
        ledger.map_or(0, |ledger| ledger.lock().unwrap_or_else(PoisonError::into_inner).count())
    }

    /// These rows were looked at.
    fn saw(&self, rows: &[EnrolRow]) {
        let until = rows.iter().map(|row| row.since.millis()).max();
        self.cro.seen.fetch_max(until.unwrap_or(i64::MIN), Ordering::SeqCst);
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
        let before = records.destroyed();
        records.learn_destroyed().await?;
        let mut done = CaughtUp::default();
        let mut known: HashSet<String> = HashSet::new();
        let (mut after, mut read) = (None, 0_u64);
        loop {
            let (rows, next) = records.enrol_page(after).await?;
            records.bring(None, &rows, &mut done).await?;
            known.extend(rows.iter().filter(|r| r.is_standing()).map(|r| r.act.clone()));
            records.saw(&rows);
            read += rows.len() as u64;
            progress(read, None);
            if next.is_none() {
                break;
            }
            after = next;
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
        done.noted = records.destroyed() - before;
        Ok(done)
    }

    /// Keeps the gallery where the journals are: where something that follows from an act failed, all is caught up; else
    /// every enrolment is looked at of which something was written since the last look, here or at another node: who was
    /// enrolled, freed, destroyed.
    ///
    /// # Errors
    /// As [`System::catch_up_gallery`].
    pub async fn keep_up_gallery(&self) -> Result<CaughtUp, DoorError> {
        let records = self.0;
        if records.cro.is_shut() {
            return Ok(CaughtUp::default());
        }
        if records.cro.behind.swap(false, Ordering::SeqCst) {
            let done = self.catch_up_gallery(&|_, _| {}).await;
            if done.is_err() {
                records.cro.behind.store(true, Ordering::SeqCst);
            }
            return done;
        }
        let before = records.destroyed();
        records.learn_destroyed().await?;
        let mut done = CaughtUp::default();
        let since = records.cro.seen.load(Ordering::SeqCst).saturating_sub(APART_MS);
        let query = Query::of::<EnrolRow>("").within(Offices::All).by("since", true).limit(PAGE);
        let mut after = None;
        loop {
            let mut rows: Vec<EnrolRow> = records.all(query.clone().after(after)).await?;
            let full = rows.len() == PAGE as usize;
            rows.retain(|row| row.since.millis() >= since);
            records.bring(None, &rows, &mut done).await?;
            records.saw(&rows);
            match rows.last().filter(|_| full && rows.len() == PAGE as usize) {
                None => break,
                Some(last) => {
                    let value = Some(last.since.millis().into());
                    after = Some(After { value, office: last.office.clone(), key: last.key() });
                }
            }
        }
        done.noted = records.destroyed() - before;
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
            let (rows, next) = records.enrol_page(after).await?;
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
            if next.is_none() {
                break;
            }
            after = next;
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
