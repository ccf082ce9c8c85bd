//! The path of an act into a journal, without a database in it: it says what to read, and a store answers. Both
//! stores drive it under the lock of the act's office.

use roznamcha_acts::engine::{self, Circumstances, Decision, EnterError, Entered};
use roznamcha_acts::law::Law;
use roznamcha_acts::rows::{Known, Want};
use roznamcha_acts::{Act, Moment};
use roznamcha_journal::{Hash, Head, LinkError, Salt, Written};
use sha2::{Digest, Sha256};

use crate::cell::{Cells, damaged};
use crate::{Proposal, Receipt, StoreError};

/// Rules may ask again after an answer, but not for ever.
const ROUNDS: u32 = 32;

/// An act on its way.
pub(crate) struct Writing {
    stage: Stage,
    province: String,
    written: Moment,
    salt: Salt,
    rounds: u32,
}

enum Stage {
    Asked(Box<Act>),
    Decided(Box<Decision>),
    Done,
}

/// What comes next.
pub(crate) enum Step {
    /// These must be read and made known; then step again.
    Ask(Vec<Want>),
    /// The act may be kept.
    Enter(Box<Entered>),
}

impl Writing {
    /// Begins. `written` is the office's clock, read once for this act; `salt` is 32 bytes of chance.
    pub fn new(proposal: Proposal, written: Moment, salt: Salt) -> Self {
        let stage = Stage::Asked(Box::new(proposal.act));
        Self { stage, province: proposal.province, written, salt, rounds: 0 }
    }

    /// Goes on as far as what is known allows. `known` must be of the act's office alone, as it stands under the
    /// lock; `head` is where the office's journal stands.
    ///
    /// # Errors
    /// [`StoreError::Refused`] by the rules, [`StoreError::Misused`] for what the journal's format does not allow,
    /// [`StoreError::Damaged`] for a defect. Nothing is to be written then.
    pub fn step(&mut self, law: &dyn Law, head: Option<&Head>, known: &Known) -> Result<Step, StoreError> {
        loop {
            match std::mem::replace(&mut self.stage, Stage::Done) {
                Stage::Asked(act) => {
                    let wants = engine::wants(&act, self.written, known);
                    if !wants.is_empty() {
                        self.stage = Stage::Asked(act);
                        return self.ask(wants);
                    }
                    let at = Circumstances { written: self.written, province: &self.province, law };
                    self.stage = Stage::Decided(Box::new(engine::decide(*act, at, known)?));
                }
                Stage::Decided(decision) => {
                    let wants = engine::wants(&decision.act, self.written, known);
                    if !wants.is_empty() {
                        self.stage = Stage::Decided(decision);
                        return self.ask(wants);
                    }
                    let entered = engine::enter(*decision, self.written, head, self.salt, known);
                    return entered.map(|e| Step::Enter(Box::new(e))).map_err(defect);
                }
                Stage::Done => return Err(damaged("an act was entered twice")),
            }
        }
    }

    fn ask(&mut self, wants: Vec<Want>) -> Result<Step, StoreError> {
        self.rounds += 1;
        if self.rounds > ROUNDS {
            return Err(damaged("the rules of an act do not stop asking"));
        }
        Ok(Step::Ask(wants))
    }
}

/// What an act cannot be entered for: the fields of its envelope, or a defect.
pub(crate) fn defect(error: EnterError) -> StoreError {
    match error {
        EnterError::Link(LinkError::Format(format)) => StoreError::Misused(format.to_string()),
        other => damaged(other.to_string()),
    }
}

/// Reads an act back.
pub(crate) fn recall(kept: &Written) -> Result<roznamcha_acts::act::Recorded, StoreError> {
    engine::recall(kept).map_err(|e| damaged(e.to_string()))
}

/// The salted hash of an act's body as it was sent.
pub(crate) fn sent(salt: &Salt, act: &Act) -> Result<Hash, StoreError> {
    let body = serde_json::to_vec(&act.body).map_err(|e| damaged(e.to_string()))?;
    Ok(Hash(Sha256::new().chain_update(salt.0).chain_update(body).finalize().into()))
}

/// The receipt of an act just entered.
pub(crate) fn receipt(entered: &Entered, written: Moment) -> Receipt {
    let header = &entered.linked.header;
    Receipt {
        act: header.act.clone(),
        office: header.office.clone(),
        seq: header.seq,
        leaf: entered.linked.leaf,
        written,
        entries: header.entries.clone(),
        flags: entered.linked.flags.clone(),
        repeated: false,
    }
}

/// The first receipt again, from the row that `ask::journal::by_id` found.
///
/// An act sent again is the same act when office, kind and officer are the same and, while its content is kept, its
/// body as it was sent. The times are not compared: a page may state the hour of entry anew each time it is sent.
///
/// # Errors
/// [`StoreError::IdTaken`] when the id stands for another act.
pub(crate) fn repeated(act: &Act, mut row: Cells) -> Result<Receipt, StoreError> {
    let (office, kind, officer) = (row.text()?, row.text()?, row.text()?);
    let (_seq, header, leaf) = (row.count()?, row.bytes()?, row.hash()?);
    let (salt, first) = (row.maybe_bytes()?, row.maybe_bytes()?);
    let same_body = match (salt, first) {
        (Some(salt), Some(first)) => {
            let salt = salt.try_into().map(Salt).map_err(|_| damaged("a salt is not 32 bytes"))?;
            sent(&salt, act)?.0.as_slice() == first
        }
        _ => true,
    };
    if !same_body || office != act.office || kind != act.body.kind() || officer != act.officer {
        return Err(StoreError::IdTaken(act.id.to_string()));
    }
    let header = Written { header, salt: None, content: None }.header();
    let header = header.map_err(|e| damaged(e.to_string()))?;
    Ok(Receipt {
        act: header.act,
        office,
        seq: header.seq,
        leaf,
        written: header.written.parse().map_err(|_| damaged("a header's time does not read"))?,
        entries: header.entries,
        flags: header.flags,
        repeated: true,
    })
}
