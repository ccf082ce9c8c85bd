//! What a stranger may ask: whether a printed document agrees with the books. No person is in question or answer.

use roznamcha_acts::Moment;

use crate::{DoorError, Records};

/// Whether a printed hash is in the journal of that office.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The office.
    pub office: String,
    /// The register entries the act made.
    pub entries: Vec<String>,
    /// When it was written.
    pub written: Moment,
    /// Its number in the journal.
    pub seq: u64,
    /// Whether the hash on paper is the hash in the journal.
    pub agrees: bool,
    /// Whether content was since removed by a court's order.
    pub expunged: bool,
}

impl Records {
    /// Compares the act id and hash printed on a document with the journal.
    ///
    /// # Errors
    /// [`DoorError::NotFound`] when no journal here has the act.
    pub async fn check_print(&self, act: &str, hash: &str) -> Result<Checked, DoorError> {
        act.parse::<roznamcha_acts::ActId>().map_err(|_| DoorError::NotFound)?;
        let office = self.store.office_of(act).await?.ok_or(DoorError::NotFound)?;
        let rec = self.store.act(&office, act).await?.ok_or(DoorError::NotFound)?;
        // A hash that does not agree learns nothing but that.
        let agrees = rec.leaf.to_string() == hash.trim().to_lowercase();
        let entries =
            if agrees { rec.header.entries.iter().map(ToString::to_string).collect() } else { Vec::new() };
        Ok(Checked {
            office,
            entries,
            written: rec.written()?,
            seq: rec.header.seq,
            agrees,
            expunged: rec.body.is_none(),
        })
    }
}
