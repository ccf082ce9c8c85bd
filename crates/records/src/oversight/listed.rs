//! The entries behind a number.

use roznamcha_access::{Action, ResourceKind};

use super::burking::MOST_READ;
use super::facts::newest_first;
use super::{Fact, Indicator, Span};
use crate::{Caller, DoorError, Records};

/// Entries of one answer.
const LISTED: usize = 100;

/// The entries that a number counts.
#[derive(Clone, Debug)]
pub struct BurkingList {
    /// The office.
    pub office: String,
    /// What is counted.
    pub of: Indicator,
    /// The days.
    pub span: Span,
    /// How many there are.
    pub total: usize,
    /// So many were passed over.
    pub skipped: usize,
    /// Some of them, the last first.
    pub facts: Vec<Fact>,
}

impl BurkingList {
    /// Where the next page begins, if there is one.
    pub fn next(&self) -> Option<usize> {
        let shown = self.skipped.saturating_add(self.facts.len());
        (shown < self.total).then_some(shown)
    }
}

impl Records {
    /// The entries that a number counts, of the stations at or below an office that has not too many of them. No name
    /// and no word of what they say.
    ///
    /// # Errors
    /// [`DoorError::NotFound`] where nothing is so counted, the office is none of the caller's, or has more stations than
    /// are read entry by entry; store errors.
    pub async fn burking_list(
        &self,
        caller: &Caller,
        office: &str,
        what: &str,
        span: Span,
        skip: usize,
    ) -> Result<BurkingList, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Office, office);
        let of = Indicator::of(what);
        let key = format!("burking {} {} {}", of.map_or("-", Indicator::as_str), span.from, span.to);
        let permit = self.ask(caller, Action::ReadHealth, &row, &key).await?;
        let outcome = match of {
            Some(of) => self.entries_behind(office, of, span, skip).await,
            None => Err(DoorError::NotFound),
        };
        self.finish(permit, outcome, |list| list.facts.len()).await
    }

    async fn entries_behind(
        &self,
        office: &str,
        of: Indicator,
        span: Span,
        skip: usize,
    ) -> Result<BurkingList, DoorError> {
        let (tree, time) = (self.offices(), self.millis(span)?);
        let stations = tree.stations(office);
        if stations.len() > MOST_READ {
            return Err(DoorError::NotFound);
        }
        let mut facts = Vec::new();
        for station in stations {
            facts.extend(self.facts(station, time, span.to).await?);
        }
        facts.retain(|fact| fact.of.contains(&of));
        newest_first(&mut facts);
        let total = facts.len();
        let facts = facts.into_iter().skip(skip).take(LISTED).collect();
        Ok(BurkingList { office: office.to_owned(), of, span, total, skipped: skip, facts })
    }
}
