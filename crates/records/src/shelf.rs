//! The shelf: every register of an office, how much was entered this year, and when last.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::Moment;
use roznamcha_acts::views::EntryRow;
use roznamcha_store::{Op, Query};

use crate::{Caller, DoorError, Records};

/// How a register stands.
#[derive(Clone, Debug)]
pub struct ShelfMark {
    /// The register as the journal writes it.
    pub register: String,
    /// Entries of this calendar year, all parts together.
    pub entries: u64,
    /// When the last entry was written.
    pub last: Option<Moment>,
}

impl Records {
    /// How each register of an office stands: counts and hours, nothing of what the entries say.
    pub async fn shelf(&self, caller: &Caller, office: &str) -> Result<Vec<ShelfMark>, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Register, office);
        let permit = self.ask(caller, Action::ReadRegister, &row, "registers").await?;
        let outcome = self.marks(office).await;
        self.finish(permit, outcome, Vec::len).await
    }

    async fn marks(&self, office: &str) -> Result<Vec<ShelfMark>, DoorError> {
        let start = self.clock.now().local().first_of_year().and_then(|day| day.start_of_day());
        let start = start.map_err(|e| DoorError::Defect(e.to_string()))?.timestamp().as_millisecond();
        let mut marks = Vec::new();
        for register in self.statute().registers().iter().filter(|r| !r.obsolete) {
            let register = register.number.written();
            let all = || Query::of::<EntryRow>(office).eq("register", register.as_str());
            let entries = self.store.count(&all().filter("written", Op::Ge, start)).await?;
            let newest: Vec<EntryRow> = self.all(all().by("written", true).limit(1)).await?;
            let last = newest.first().map(|e| e.written);
            marks.push(ShelfMark { register, entries, last });
        }
        Ok(marks)
    }
}
