//! `clock.excuse`: why a deadline was not or will not be kept, in the words of the officer who answers for it. The
//! verdict stays what the law says; the reason stands beside it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Hand, Turn, Upon};
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::ClockRow;

/// The reason of a breach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockExcuse {
    /// What the clock runs for.
    pub subject: String,
    /// The deadline: `D8`.
    pub deadline: String,
    /// Why it was not kept.
    pub reason: String,
    /// The case it is part of, where the clock is the case's own; the books fill it in.
    #[serde(default)]
    pub fir: Option<String>,
}

impl ClockExcuse {
    /// The key of the clock.
    pub fn key(&self) -> String {
        ClockRow::key_of(&self.subject, &self.deadline)
    }

    /// What stands in the clock of an expunged reason goes with its words.
    pub(crate) fn withdraw(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(mut row) = book.get::<ClockRow>(&rec.header.office, &self.key())? else { return Ok(()) };
        for run in row.earlier.iter_mut().chain([&mut row.run]) {
            run.reasons.retain(|reason| reason.act != rec.header.act);
        }
        book.put(&row)
    }
}

/// The case whose own a clock is: its subject is the case or somebody in it.
fn own_case(row: &ClockRow) -> Option<String> {
    let of = |fir: &&String| row.subject.strip_prefix(fir.as_str()).is_some_and(is_within);
    row.fir.as_ref().filter(of).cloned()
}

fn is_within(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('/')
}

impl Rule for ClockExcuse {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.49"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        self.fir.as_deref()
    }

    fn case_by(&self, upon: Upon<'_>) -> Option<String> {
        upon.row::<ClockRow>(&self.key()).and_then(|row| row.fir).or_else(|| self.fir.clone())
    }

    fn bound(&self) -> bool {
        self.fir.is_some()
    }

    fn refs(&self) -> Vec<String> {
        vec![self.key()]
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::of(&self.subject, &self.deadline, Hand::Excuse)]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        vec![Want::Row(ClockRow::at(office, &self.key()))]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::text_needed(&mut faults, "reason", &self.reason);
        faults.done()?;
        let row = setting.row::<ClockRow>(&self.key())?.ok_or_else(|| Refusal::unknown(self.key()))?;
        self.fir = own_case(&row);
        Ok(())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::ClockExcuse(kept) = kept {
            self.fir.clone_from(&kept.fir);
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, _: &Recorded, _: &mut Book<'_>) -> Result<(), ViewError> {
        Ok(())
    }
}
