//! A register read from beginning to end, a batch at a time: for a book that is printed and for a file that is taken
//! away. One audit row for the whole, completed with the count; one that is dropped stays open and is timed out.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::EntryRow;
use roznamcha_acts::{FieldFault, Refusal};
use roznamcha_store::{After, Op, Query};

use crate::mask::Seen;
use crate::permit::Permit;
use crate::{Caller, DoorError, EntryView, Records};

/// Entries read at once.
const BATCH: u32 = 200;
/// Longest name of a recipient.
const RECIPIENT: usize = 160;

/// Which entries of a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterRange {
    /// The office.
    pub office: String,
    /// The register as the journal writes it: `19`, `w-zimni`.
    pub register: String,
    /// The part as the journal writes it.
    pub part: String,
    /// A year, a day or `-`; all of them when not given.
    pub period: Option<String>,
    /// From this serial number on.
    pub from: Option<u64>,
    /// Up to this serial number.
    pub to: Option<u64>,
}

/// Why it is read whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taking {
    /// To be printed; the print itself is counted by [`Records::count_print`].
    Print,
    /// To be taken away as a file, and by whom: whoever passes records on is answerable for it.
    Export {
        /// `csv`, `xlsx`.
        format: &'static str,
        /// Who receives it.
        recipient: String,
    },
}

/// A reading under way.
#[must_use = "the audit row stays open until the reading is closed"]
pub struct RegisterReading {
    permit: Permit,
    range: RegisterRange,
    action: Action,
    seen: Seen,
    after: Option<String>,
    ended: bool,
    count: usize,
}

impl RegisterReading {
    /// Entries read so far.
    pub fn count(&self) -> usize {
        self.count
    }
}

impl RegisterRange {
    /// `19/-/2026/1-200`, as the audit log has it.
    pub fn key(&self) -> String {
        let serial = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
        let period = self.period.as_deref().unwrap_or("*");
        match (self.from, self.to) {
            (None, None) => format!("{}/{}/{period}", self.register, self.part),
            (from, to) => {
                format!("{}/{}/{period}/{}-{}", self.register, self.part, serial(from), serial(to))
            }
        }
    }

    fn query(&self) -> Query {
        let mut query = Query::of::<EntryRow>(&self.office)
            .eq("register", self.register.as_str())
            .eq("part", self.part.as_str())
            .limit(BATCH);
        if let Some(period) = &self.period {
            query = query.eq("period", period.as_str());
        }
        let serial = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        if let Some(from) = self.from {
            query = query.filter("serial", Op::Ge, serial(from));
        }
        if let Some(to) = self.to {
            query = query.filter("serial", Op::Le, serial(to));
        }
        query
    }
}

/// Who receives it must be said.
fn recipient_of(text: &str) -> Result<String, DoorError> {
    let text = text.trim();
    let refuse = |code: &str| {
        let faults = vec![FieldFault { field: "recipient".to_owned(), code: code.to_owned() }];
        Err(DoorError::Refused(Refusal::Fields { faults }))
    };
    if text.is_empty() {
        return refuse("fault-missing");
    }
    if text.chars().count() > RECIPIENT {
        return refuse("fault-too-long");
    }
    if text.chars().any(char::is_control) {
        return refuse("fault-control-character");
    }
    Ok(text.to_owned())
}

impl Records {
    /// Begins to read a register whole: leave, purpose and recipient are settled and on record before the first entry.
    pub async fn open_register(
        &self,
        caller: &Caller,
        range: RegisterRange,
        taking: &Taking,
    ) -> Result<RegisterReading, DoorError> {
        self.office(&range.office).await?;
        let diary = range.register == "2";
        let (action, key) = match taking {
            Taking::Print if diary => (Action::ReadDiary, range.key()),
            Taking::Print => (Action::ReadRegister, range.key()),
            Taking::Export { format, recipient } => {
                let recipient = recipient_of(recipient)?;
                (Action::ExportRegister, format!("{} {format}: {recipient}", range.key()))
            }
        };
        let kind = if diary { ResourceKind::Diary } else { ResourceKind::Register };
        let permit = self.ask(caller, action, &self.at(kind, &range.office), &key).await?;
        Ok(RegisterReading {
            permit,
            range,
            action,
            seen: Seen::default(),
            after: None,
            ended: false,
            count: 0,
        })
    }

    /// The next entries in the order of the book, masked as on the page; none when the register is at its end.
    pub async fn read_on(
        &self,
        caller: &Caller,
        reading: &mut RegisterReading,
    ) -> Result<Vec<EntryView>, DoorError> {
        if reading.ended {
            return Ok(Vec::new());
        }
        let mut query = reading.range.query();
        let office = reading.range.office.clone();
        query.after = reading.after.take().map(|key| After { value: None, office, key });
        let rows: Vec<EntryRow> = self.all(query).await?;
        reading.ended = rows.len() < BATCH as usize;
        reading.after = rows.last().map(View::key);
        reading.count += rows.len();
        let (action, seen) = (reading.action, &mut reading.seen);
        Ok(rows.into_iter().map(|row| self.veil(caller, action, row, seen)).collect())
    }

    /// Completes the audit row with the count of what was read.
    pub async fn close_register(&self, reading: RegisterReading) {
        self.done(reading.permit, reading.count).await;
    }

    /// Completes the audit row of a reading that broke off.
    pub async fn break_off(&self, reading: RegisterReading) {
        self.failed(reading.permit).await;
    }
}
