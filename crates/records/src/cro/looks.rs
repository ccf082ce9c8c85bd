//! A search by looks and ways of working: descriptions that agree with a witness's words, each with what agrees and what
//! differs. It ranks descriptions: the best of a list may well be a stranger, and nobody is identified by it.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::kinds::EnrolRef;
use roznamcha_acts::views::EnrolRow;
use roznamcha_appearance::{Agreement, Feature, Hit, Tie, Vocabulary};
use serde::Serialize;
use std::collections::HashSet;

use super::looks_index::SharedLooks;
use super::looks_seen::Seen;
use super::views::CaseHead;
use crate::{Caller, DoorError, Records};

/// Results of one answer, at most.
const MOST: usize = 100;
/// Descriptions looked at for one answer, at most: some are of enrolments that this officer may not read.
const MOST_LOOKED: usize = 5_000;

/// How a record stands to one thing that the witness said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tied {
    /// Of what: `height`, `weight`, `age`, a list (`hair_colour`), `mark.0` by its place among those said,
    /// `method.` and the code.
    pub of: String,
    /// `agree`, `near`, `disagree` or `unknown`.
    pub tie: &'static str,
}

/// An enrolment whose description was found.
#[derive(Clone, Debug, Serialize)]
pub struct LooksLine {
    /// The enrolment.
    pub of: EnrolRef,
    /// The row, masked.
    pub row: EnrolRow,
    /// Its case, with how he stands in it.
    pub case: Option<CaseHead>,
    /// How it stands to each thing that was said.
    pub ties: Vec<Tied>,
    /// A photograph of the face that may be shown: its SHA-256.
    pub face: Option<String>,
}

/// What a search by looks found.
#[derive(Clone, Debug)]
pub struct LooksFound {
    /// Those whose descriptions agree best, best first.
    pub lines: Vec<LooksLine>,
    /// Among how many descriptions was searched.
    pub described: usize,
}

/// The things of an agreement by name.
pub(super) fn tied(vocabulary: &Vocabulary, seen: &Seen, agreement: &Agreement) -> Vec<Tied> {
    let of = |feature: Feature| match feature {
        Feature::Height => "height".to_owned(),
        Feature::Weight => "weight".to_owned(),
        Feature::Born => "age".to_owned(),
        Feature::Coded(field) => vocabulary.field_name(field).to_owned(),
        Feature::Mark(place) => format!("mark.{place}"),
        Feature::Method(place) => {
            format!("method.{}", seen.methods.get(place).map(String::as_str).unwrap_or_default())
        }
    };
    agreement.why.iter().map(|why| Tied { of: of(why.feature), tie: why.tie.as_str() }).collect()
}

/// Whether a description says anything of what was said; one that is silent agrees with nothing.
fn speaks(hit: &Hit) -> bool {
    hit.agreement.why.is_empty()
        || hit.agreement.why.iter().any(|why| matches!(why.tie, Tie::Agree | Tie::Near))
}

impl Records {
    /// The index of descriptions of this node.
    pub(super) fn looks(&self) -> Result<SharedLooks, DoorError> {
        // It is filled by what fills the gallery.
        self.gallery()?;
        self.cro.looks.clone().ok_or_else(|| DoorError::Unavailable("no index of looks".to_owned()))
    }

    /// The year now, in which a witness guesses an age.
    pub(super) fn this_year(&self) -> u16 {
        u16::try_from(self.now().year()).unwrap_or_default()
    }

    /// Enrolments that stand and whose descriptions agree best with what a witness said, of those this officer may
    /// read, at most `limit`.
    ///
    /// # Errors
    /// By policy; [`DoorError::Refused`] for a description that cannot be, or where nothing is asked;
    /// [`DoorError::Unavailable`] where no gallery is open.
    pub async fn search_looks(
        &self,
        caller: &Caller,
        seen: &Seen,
        limit: usize,
    ) -> Result<LooksFound, DoorError> {
        let office = self.at(ResourceKind::Office, caller.office());
        let permit = self.ask(caller, Action::SearchLooks, &office, "looks").await?;
        let outcome = self.found_by_looks(caller, seen, limit.clamp(1, MOST)).await;
        self.finish(permit, outcome, |found| found.lines.len()).await
    }

    async fn found_by_looks(
        &self,
        caller: &Caller,
        seen: &Seen,
        limit: usize,
    ) -> Result<LooksFound, DoorError> {
        let looks = self.looks()?;
        let (asked, year) = (seen.clone(), self.this_year());
        let vocabulary = looks.look(|looks| Ok(looks.index().vocabulary().clone())).await?;
        // Refused before anything is looked for, and before what is only slow.
        let words = seen.query(&vocabulary, year)?;
        let words = seen.describes().then_some(words);
        if words.is_none() && seen.gang.trim().is_empty() {
            return Err(DoorError::field("codes", "fault-missing"));
        }
        let mut found = LooksFound { lines: Vec::new(), described: 0 };
        let (mut known, mut wanted) = (HashSet::new(), limit + 20);
        loop {
            let (words, gang) = (words.clone(), asked.gang.clone());
            let hits = looks.look(move |looks| {
                let named = |hit: Hit| Some((looks.named(hit.id)?, hit));
                let hits = looks.search(words.as_ref(), &gang, wanted)?;
                Ok((hits.into_iter().filter_map(named).collect::<Vec<_>>(), looks.index().len()))
            });
            let (hits, described) = hits.await?;
            found.described = described;
            let whole = hits.len();
            for ((of, _), hit) in hits {
                if found.lines.len() >= limit {
                    return Ok(found);
                }
                if !known.insert(of.clone()) || !speaks(&hit) {
                    continue;
                }
                if let Some(line) =
                    self.looks_line(caller, of, tied(&vocabulary, seen, &hit.agreement)).await?
                {
                    found.lines.push(line);
                }
            }
            if whole < wanted || wanted >= MOST_LOOKED {
                return Ok(found);
            }
            wanted = (wanted * 4).min(MOST_LOOKED);
        }
    }

    /// A line of the answer; nothing of an enrolment that stands no more, or that this officer may not read.
    async fn looks_line(
        &self,
        caller: &Caller,
        of: EnrolRef,
        ties: Vec<Tied>,
    ) -> Result<Option<LooksLine>, DoorError> {
        let Some(row) = self.standing(&of).await? else { return Ok(None) };
        let case = self.case_head(&row).await?;
        let Some(row) = self.shown(caller, row).await? else { return Ok(None) };
        let face = row.enrolment.as_ref().and_then(super::looks_words::face).map(str::to_owned);
        Ok(Some(LooksLine { of, row, case, ties, face }))
    }
}
