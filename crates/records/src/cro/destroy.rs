//! Destruction reaches every place. The act takes content and salt, its rows become stubs and the keys of its files go,
//! in one transaction, which also marks them destroyed; then, at once and in this order: objects of the files, the ledger,
//! the gallery, what the record offices wrote of him. What a crash leaves of it the next start finishes.

use roznamcha_acts::kinds::{EnrolRef, PrintsDestroy, PrintsFate, SearchForget};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{AccusedRow, EnrolRow, EnrolledRow, NamedRow};
use roznamcha_acts::{Act, Body};
use roznamcha_store::{Offices, Query, StoredFile, destroyed_hash};
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use super::enrol::derived;
use crate::{Caller, DoorError, NewAct, Records};

/// Enrolments of one case that are followed at most.
const MOST: u32 = 5_000;

impl Records {
    /// Enrolments that an act may change: those of its case, and those an order names.
    pub(crate) async fn enrolments_touched(&self, office: &str, act: &Act) -> Result<Vec<String>, DoorError> {
        let mut acts = Vec::new();
        match &act.body {
            Body::PrintsEnrol(_) => acts.push(act.id.to_string()),
            Body::PrintsDestroy(PrintsDestroy { enrolment: Some(enrolment), .. }) => {
                acts.push(enrolment.clone());
            }
            Body::RecordExpunge(order) => {
                for one in &order.acts {
                    acts.extend(self.enrolled_in(office, one).await?);
                    acts.extend(self.enrol_row(office, one).await?.map(|row| row.act));
                }
            }
            body if self.cro.concerns(body) => {
                acts.extend(self.enrolled_in(office, body.case().unwrap_or_default()).await?);
            }
            _ => {}
        }
        Ok(acts)
    }

    async fn enrolled_in(&self, office: &str, fir: &str) -> Result<Vec<String>, DoorError> {
        let rows: Vec<EnrolRow> = self.all(Query::of::<EnrolRow>(office).eq("fir", fir).limit(MOST)).await?;
        Ok(rows.into_iter().map(|row| row.act).collect())
    }

    /// Enrolments that an act is about to destroy: of a certificate those of its accused or the one it names, of an order
    /// those it names or whose case it names.
    pub(crate) async fn enrolments_leaving(
        &self,
        office: &str,
        body: &Body,
        touched: &[String],
    ) -> Result<Vec<String>, DoorError> {
        match body {
            Body::RecordExpunge(_) | Body::PrintsDestroy(PrintsDestroy { enrolment: Some(_), .. }) => {
                Ok(touched.to_vec())
            }
            Body::PrintsDestroy(b) if b.fate == PrintsFate::Destroyed => {
                let key = AccusedRow::key_of(&b.fir, b.accused);
                let row = self.store.row(&EnrolledRow::at(office, &key)).await?;
                Ok(row.map(|b| EnrolledRow::read(&b)).transpose()?.map(|row| row.acts).unwrap_or_default())
            }
            _ => Ok(Vec::new()),
        }
    }

    fn leaving_mark(&self) -> String {
        format!("leaving/{}", self.cro.node)
    }

    /// Notes, durably and before the act, which objects are to be removed after it.
    pub(crate) async fn note_leaving(&self, files: &[StoredFile]) -> Result<(), DoorError> {
        // Places are chance: the mark tells nothing of what lay there.
        let places: Vec<&str> = files.iter().map(|file| file.place.as_str()).collect();
        Ok(self.store.put_mark(&self.leaving_mark(), &places.join(" ")).await?)
    }

    /// Removes the objects that an earlier run was about to remove, where the act that takes them stands.
    pub(super) async fn finish_leaving(&self) -> Result<(), DoorError> {
        let text = self.store.mark(&self.leaving_mark()).await?.unwrap_or_default();
        if text.is_empty() {
            return Ok(());
        }
        let named = self.named_places().await?;
        for place in text.split(' ').filter(|place| !named.contains(*place)) {
            self.remove_object(place.to_owned()).await?;
        }
        self.note_leaving(&[]).await
    }

    /// What follows from an act for the gallery and for the record offices. The act stands whatever comes of it; what
    /// fails is done by the next catching up.
    pub(crate) async fn follow_act(&self, caller: &Caller, office: &str, touched: &[String]) {
        if touched.is_empty() || self.cro.gallery.is_none() {
            return;
        }
        if let Err(error) = self.follow(Some(caller), office, touched).await {
            self.cro.behind.store(true, Ordering::SeqCst);
            tracing::error!(%error, "the gallery is behind the journal; it is brought up within a minute");
        }
    }

    /// What the record offices wrote of a destroyed enrolment goes too. What is noted of it tells which of them has
    /// still to forget, after a crash or where an older backup brought it back. Gives how many did now.
    pub(super) async fn forget_destroyed(
        &self,
        caller: Option<&Caller>,
        row: &EnrolRow,
    ) -> Result<usize, DoorError> {
        let of = EnrolRef { office: row.office.clone(), act: row.act.clone() };
        let noted = Query::of::<NamedRow>("").within(Offices::All).eq("enrolment", of.key()).limit(MOST);
        let mut forgot = 0;
        for named in self.all::<NamedRow>(noted).await?.into_iter().filter(|n| n.forgotten.is_none()) {
            let office = self.office(&named.office).await?;
            let certificate = row.gone.as_ref().map_or_else(|| row.act.clone(), |gone| gone.act.clone());
            let (removed, closes) = (Vec::new(), Vec::new());
            let forget = SearchForget { of: of.clone(), certificate, removed, closes };
            let id = derived("forget", &[&office.code, &of.office, &of.act]);
            let new =
                NewAct { office: Some(office.code.clone()), ..NewAct::now(id, Body::SearchForget(forget)) };
            let console = self.system().caller(&office.code);
            // Writing ends here again: an act of forgetting destroys no enrolment.
            Box::pin(self.write_once(caller.unwrap_or(&console), new, &office)).await?;
            forgot += 1;
        }
        Ok(forgot)
    }

    /// The ledger notes what an act took out. The store has noted it with the act: what fails here is done by the next
    /// catching up.
    pub(crate) async fn note_gone(&self, office: &str, act: &str) {
        let noted = async {
            let body = self.store.act(office, act).await?.and_then(|rec| rec.body);
            let gone = body.iter().flat_map(|body| body.expunges());
            self.note_destroyed(gone.map(|act| destroyed_hash(act)).collect())
        };
        if let Err(error) = noted.await {
            self.cro.behind.store(true, Ordering::SeqCst);
            tracing::error!(%error, "the ledger of what was destroyed is behind the journal");
        }
    }

    /// Notes destroyed acts in the ledger. Gives how many were new to it.
    pub(super) fn note_destroyed(&self, hashes: Vec<String>) -> Result<usize, DoorError> {
        let Some(ledger) = &self.cro.destroyed else { return Ok(0) };
        let mut ledger = ledger.lock().unwrap_or_else(PoisonError::into_inner);
        ledger.add(hashes).map_err(|e| DoorError::Unavailable(e.to_string()))
    }
}

/// Whether an act may take the content of others out.
pub(crate) fn takes_out(body: &Body) -> bool {
    matches!(body, Body::RecordExpunge(_) | Body::PrintsDestroy(_) | Body::SearchForget(_))
}
