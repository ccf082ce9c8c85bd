//! The path of an act into a journal, without a database in it: it says what to read, and a store answers. Both
//! stores drive it under the lock of the act's office.

use roznamcha_acts::engine::{self, Circumstances, Decision, EnterError, Entered};
use roznamcha_acts::law::Law;
use roznamcha_acts::rows::{Change, Known, View, Want};
use roznamcha_acts::views::{AttachmentRow, HeldRow};
use roznamcha_acts::{Act, Moment};
use roznamcha_journal::{Head, LinkError, Salt, Written};

use crate::cell::damaged;
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

/// Whether rows of a table keep a file.
fn holds_file(table: &str) -> bool {
    table == AttachmentRow::TABLE.name || table == HeldRow::TABLE.name
}

/// Hashes of the files that an expungement takes out of an act: where no other act holds one, its key goes too.
pub(crate) fn withdrawn(entered: &Entered) -> Vec<&str> {
    let gone = entered.changes.iter().filter_map(|change| match change {
        Change::Delete(key) if holds_file(key.table) => AttachmentRow::hash_in(&key.key),
        _ => None,
    });
    if entered.expunges.is_empty() { Vec::new() } else { gone.collect() }
}

/// Reads an act back.
pub(crate) fn recall(kept: &Written) -> Result<roznamcha_acts::act::Recorded, StoreError> {
    engine::recall(kept).map_err(|e| damaged(e.to_string()))
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

/// The first receipt again, from the act that `ask::journal::by_id` found.
///
/// An act sent again is the same act as the engine sees it (kind, officer, content; not the hours), in the same
/// office.
///
/// # Errors
/// [`StoreError::IdTaken`] when the id stands for another act.
pub(crate) fn repeated(act: &Act, kept: &Written) -> Result<Receipt, StoreError> {
    let first = recall(kept)?;
    if first.header.office != act.office || !engine::is_same(&first, act) {
        return Err(StoreError::IdTaken(act.id.to_string()));
    }
    Ok(Receipt {
        written: first.written().map_err(|e| damaged(e.to_string()))?,
        act: first.header.act,
        office: first.header.office,
        seq: first.header.seq,
        leaf: first.leaf,
        entries: first.header.entries,
        flags: first.header.flags,
        repeated: true,
    })
}
