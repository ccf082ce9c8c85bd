//! The journal for those who check it: where it stands, signed checkpoints, proofs, exports.

use roznamcha_access::{Action, Field, ResourceKind};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::FirRow;
use roznamcha_acts::{Recorded, engine};
use roznamcha_journal::checkpoint::Checkpoint;
use roznamcha_journal::export::{self, Body};
use roznamcha_journal::proof::{Consistency, Inclusion};
use roznamcha_journal::{Hash, Header, Written};
use std::io::Write;

use crate::{Caller, DoorError, Records};

/// Where a journal stands.
#[derive(Clone, Debug)]
pub struct JournalState {
    /// The office.
    pub office: String,
    /// Acts in it.
    pub size: u64,
    /// Root of the tree.
    pub root: Hash,
    /// The newest checkpoint, a signed note; anyone may keep it.
    pub note: String,
    /// The key that signed it: `name+keyid+base64`.
    pub key: String,
}

/// What to export.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExportOptions {
    /// Headers only: the content is withheld even from those who may read it.
    pub headers_only: bool,
}

/// Whose eyes the content of an export is for.
#[derive(Clone, Copy)]
pub(crate) enum Content<'a> {
    /// Nobody's: headers only.
    None,
    /// The machine's own: everything.
    All,
    /// This officer's: what protects a person he need not know is withheld.
    For(&'a Caller),
}

fn defect(error: impl std::fmt::Display) -> DoorError {
    DoorError::Defect(error.to_string())
}

impl Records {
    /// The key whose signature stands under this node's checkpoints.
    pub fn checkpoint_key(&self) -> String {
        self.signer.verifier().to_string()
    }

    async fn stand(&self, office: &str) -> Result<(Checkpoint, String), DoorError> {
        let head = self.store.head(office).await?;
        let at = self.clock.now().to_string();
        let checkpoint = match head {
            Some(h) => Checkpoint {
                office: office.to_owned(),
                size: h.seq,
                root: h.frontier.root(),
                head: h.leaf,
                at,
            },
            None => Checkpoint {
                office: office.to_owned(),
                size: 0,
                root: roznamcha_journal::tree::root(&[]),
                head: Hash::ZERO,
                at,
            },
        };
        let note = self.signer.sign(&checkpoint).map_err(defect)?;
        self.store.put_checkpoint(office, checkpoint.size, &note).await?;
        Ok((checkpoint, note))
    }

    /// Signs where an office's journal stands now. Anyone signed in may have it: it names nobody.
    pub async fn checkpoint(&self, caller: &Caller, office: &str) -> Result<JournalState, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Journal, office);
        let permit = self.ask(caller, Action::ReadCheckpoint, &row, "checkpoint").await?;
        let outcome = self.stand(office).await.map(|(c, note)| JournalState {
            office: c.office,
            size: c.size,
            root: c.root,
            note,
            key: self.checkpoint_key(),
        });
        self.finish(permit, outcome, |_| 1).await
    }

    /// Headers of a journal from a number on, at most 200: no content.
    pub async fn headers(
        &self,
        caller: &Caller,
        office: &str,
        from: u64,
    ) -> Result<Vec<(Header, Hash)>, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Journal, office);
        let permit = self.ask(caller, Action::ReadJournal, &row, "headers").await?;
        let outcome = async {
            let acts = self.store.journal(office, from.max(1), 200).await?;
            acts.iter()
                .map(|w| w.header().map(|h| (h, w.leaf())).map_err(defect))
                .collect::<Result<Vec<_>, _>>()
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, Vec::len).await
    }

    /// A proof that an act is in the journal, as a line of JSON.
    pub async fn prove_act(&self, caller: &Caller, office: &str, seq: u64) -> Result<String, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Journal, office);
        let permit = self.ask(caller, Action::ReadCheckpoint, &row, "inclusion").await?;
        let outcome = async {
            let head = self.store.head(office).await?.ok_or(DoorError::NotFound)?;
            let leaves = self.store.leaves(office, 1, head.seq).await?;
            let act = self.store.journal(office, seq, 1).await?.into_iter().next();
            let act = act.filter(|_| seq >= 1 && seq <= head.seq).ok_or(DoorError::NotFound)?;
            let proof = Inclusion::prove(&act.header, &leaves).map_err(defect)?.ok_or(DoorError::NotFound)?;
            export::write_inclusion(&proof).map_err(defect)
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// A proof that an earlier journal is the beginning of a later one, as a line of JSON.
    pub async fn prove_growth(
        &self,
        caller: &Caller,
        office: &str,
        from: u64,
        to: u64,
    ) -> Result<String, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Journal, office);
        let permit = self.ask(caller, Action::ReadCheckpoint, &row, "consistency").await?;
        let outcome = async {
            let head = self.store.head(office).await?.ok_or(DoorError::NotFound)?;
            if from > to || to > head.seq {
                return Err(DoorError::NotFound);
            }
            let leaves = self.store.leaves(office, 1, to).await?;
            let proof = Consistency::prove(office, &leaves, from).ok_or(DoorError::NotFound)?;
            export::write_consistency(&proof).map_err(defect)
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// Writes the journal of an office for an outsider, ending with a checkpoint signed now.
    pub async fn export_journal(
        &self,
        caller: &Caller,
        office: &str,
        options: ExportOptions,
        to: &mut (dyn Write + Send),
    ) -> Result<u64, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Journal, office);
        let permit = self.ask(caller, Action::ExportJournal, &row, "export").await?;
        let whole = permit.fields.shows(Field::JournalContent) && !options.headers_only;
        let content = if whole { Content::For(caller) } else { Content::None };
        let outcome = self.write_export(office, content, to).await;
        self.finish(permit, outcome, |n| usize::try_from(*n).unwrap_or(usize::MAX)).await
    }

    pub(crate) async fn write_export(
        &self,
        office: &str,
        content: Content<'_>,
        to: &mut (dyn Write + Send),
    ) -> Result<u64, DoorError> {
        let io = |e: std::io::Error| DoorError::Unavailable(e.to_string());
        let (checkpoint, note) = self.stand(office).await?;
        let open = export::write_open(office, self.signer.verifier()).map_err(defect)?;
        writeln!(to, "{open}").map_err(io)?;
        let mut next = 1;
        while next <= checkpoint.size {
            let acts = self.store.journal(office, next, 500).await?;
            if acts.is_empty() {
                return Err(DoorError::Defect(format!("act {next} of {office} is missing")));
            }
            for act in acts.iter().take(usize::try_from(checkpoint.size - next + 1).unwrap_or(usize::MAX)) {
                let mut body = act.body().map_err(defect)?;
                if matches!(body, Body::Given { .. }) && self.withheld(office, act, content).await? {
                    body = Body::Withheld;
                }
                let line = export::write_act(&act.header, &body).map_err(defect)?;
                writeln!(to, "{line}").map_err(io)?;
            }
            next += u64::try_from(acts.len()).unwrap_or(1);
        }
        writeln!(to, "{}", export::write_checkpoint(&note).map_err(defect)?).map_err(io)?;
        to.flush().map_err(io)?;
        Ok(checkpoint.size)
    }

    /// Whether an act's content is withheld from whoever the export is for.
    async fn withheld(&self, office: &str, act: &Written, content: Content<'_>) -> Result<bool, DoorError> {
        let caller = match content {
            Content::None => return Ok(true),
            Content::All => return Ok(false),
            Content::For(caller) => caller,
        };
        let rec = engine::recall(act).map_err(defect)?;
        for case in self.cases_of(office, &rec).await? {
            let row = self.of_fir(&case);
            if case.sealed.is_some() {
                let fields = self.gate.fields(&caller.actor, Action::ReadFirPersons, &row);
                if !fields.shows(Field::FirVictimName) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The cases an act is about: the one it registers, or those its content names.
    async fn cases_of(&self, office: &str, rec: &Recorded) -> Result<Vec<FirRow>, DoorError> {
        use roznamcha_acts::kinds::Body as Act;
        let own = rec.header.act.as_str();
        let mut acts = vec![own.to_owned()];
        acts.extend(rec.body.as_ref().and_then(|body| body.case_of(own)).map(str::to_owned));
        if let Some(Act::EntryCorrect(b)) = &rec.body {
            acts.push(b.target.clone());
        }
        let stay = match &rec.body {
            Some(Act::CustodyRelease(b)) => Some(&b.custody),
            Some(Act::CustodyReturn(b)) => Some(&b.custody),
            Some(Act::CustodyEscape(b)) => Some(&b.custody),
            _ => None,
        };
        if let Some(custody) = stay {
            let lodged = self.store.act(office, custody).await?;
            let body = lodged.as_ref().and_then(|l| l.body.as_ref());
            acts.extend(body.and_then(|body| body.case_of(custody)).map(str::to_owned));
        }
        let mut cases = Vec::new();
        for act in acts {
            if let Some(body) = self.store.row(&FirRow::at(office, &act)).await? {
                cases.push(FirRow::read(&body)?);
            }
        }
        Ok(cases)
    }
}
