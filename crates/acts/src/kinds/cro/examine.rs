//! `search.examine`: an examiner compares two prints (analysis, comparison, evaluation, verification) and says what he
//! finds and why. Of a latent a second officer does the same, who has not seen what the first found.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::capture::EnrolRef;
use super::search::ProbeKind;
use super::search_list::open_search;
use crate::act::Recorded;
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Examination, NamedRow, SearchRow};

/// The most marks on one print.
const MOST_MARKS: usize = 500;

/// What an examiner finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// Both are of one finger.
    Identified,
    /// They are not.
    Excluded,
    /// It cannot be told.
    Inconclusive,
}

impl Conclusion {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Identified, Self::Excluded, Self::Inconclusive];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Identified => "identified",
            Self::Excluded => "excluded",
            Self::Inconclusive => "inconclusive",
        }
    }
}

/// What a mark on a print is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintMarkKind {
    /// A ridge ends.
    Ending,
    /// A ridge divides.
    Bifurcation,
    /// Which of the two cannot be told, or something else.
    Other,
}

/// A mark that the examiner set or let stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintMark {
    /// Pixels from the left, at 500 to the inch.
    pub x: u16,
    /// Pixels from the top.
    pub y: u16,
    /// Direction, degrees.
    pub angle: u16,
    /// What it is.
    pub kind: PrintMarkKind,
}

/// An examination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchExamine {
    /// The search: the act that opened it.
    pub search: String,
    /// Whose enrolment it was compared with, as listed.
    pub of: EnrolRef,
    /// Which of his fingers, as listed.
    pub finger: u8,
    /// Which of the prints searched with, as listed.
    pub probe_finger: u8,
    /// On which of his fingers the marks are, where all of them were listed together; left out where it is as listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marked: Option<u8>,
    /// What was found.
    pub conclusion: Conclusion,
    /// Why.
    pub reasons: String,
    /// Marks on the print searched with.
    #[serde(default)]
    pub probe_marks: Vec<PrintMark>,
    /// Marks on the print of the enrolment.
    #[serde(default)]
    pub candidate_marks: Vec<PrintMark>,
    /// Which of the first is which of the second, by their places.
    #[serde(default)]
    pub pairs: Vec<(u16, u16)>,
}

impl SearchExamine {
    fn check_marks(&self, faults: &mut Faults) {
        for (field, marks) in [("probe_marks", &self.probe_marks), ("candidate_marks", &self.candidate_marks)]
        {
            faults.when(marks.len() > MOST_MARKS, field, "fault-too-many");
            faults.when(marks.iter().any(|mark| mark.angle > 359), field, "fault-angle");
        }
        let other = self.marked.is_some_and(|no| self.finger != 0 || !(1..=10).contains(&no));
        faults.when(other, "marked", "fault-finger");
        faults.when(self.pairs.len() > MOST_MARKS, "pairs", "fault-too-many");
        for (i, (probe, candidate)) in self.pairs.iter().enumerate().take(MOST_MARKS) {
            let beyond = usize::from(*probe) >= self.probe_marks.len()
                || usize::from(*candidate) >= self.candidate_marks.len();
            let again = |(p, c): &(u16, u16)| p == probe || c == candidate;
            let twice = self.pairs.iter().take(i).any(again);
            faults.when(beyond || twice, &format!("pairs.{i}"), "fault-pair");
        }
    }
}

impl Rule for SearchExamine {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-27"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want_compared(office, self, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = open_search(setting, &self.search)?;
        let mut faults = Faults::default();
        text::text_needed(&mut faults, "reasons", &self.reasons);
        self.check_marks(&mut faults);
        let shown = row.probe != ProbeKind::Latent || self.conclusion != Conclusion::Identified;
        faults.when(!shown && self.pairs.is_empty(), "pairs", "fault-missing");
        faults.done()?;
        let listed = row.candidate(&self.of, self.finger, self.probe_finger);
        let listed = listed.ok_or_else(|| Refusal::order("order-not-candidate", "PPR-27"))?;
        if listed.forgotten {
            return Err(Refusal::order("order-candidate-destroyed", "IPA-7"));
        }
        if listed.examinations.iter().any(|one| one.officer == setting.officer) {
            return Err(Refusal::order("order-examined-already", "PPR-27"));
        }
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
        let Some(mut row) = book.get::<SearchRow>(office, &self.search)? else { return Ok(()) };
        let Some(listed) = row.candidate_mut(&self.of, self.finger, self.probe_finger) else { return Ok(()) };
        listed.examinations.push(Examination {
            act: act.to_owned(),
            at: rec.written()?,
            officer: rec.header.officer.clone(),
            rank: rec.header.rank.clone(),
            conclusion: self.conclusion,
        });
        book.put(&row)?;
        // Its marks are of both prints: whichever is destroyed, they go.
        [Some(&self.of), row.enrolment.as_ref()].into_iter().flatten().try_for_each(|of| {
            NamedRow::note(book, office, of, |named| named.examinations.push(act.to_owned()))
        })
    }
}

/// The search, and what is noted of the two enrolments compared.
pub(crate) fn want_compared(office: &str, body: &SearchExamine, known: &Known) -> Vec<Want> {
    let row = known.get::<SearchRow>(office, &body.search).ok().flatten();
    let of = [Some(body.of.clone()), row.and_then(|row| row.enrolment)];
    let named = of.iter().flatten().map(|of| Want::Row(NamedRow::at(office, &of.key())));
    [Want::Row(SearchRow::at(office, &body.search))].into_iter().chain(named).collect()
}

/// Takes an examination out of its search: its content is gone.
pub(crate) fn withdraw(rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    let Some(Body::SearchExamine(body)) = &rec.body else { return Ok(()) };
    let row = book.get::<SearchRow>(office, &body.search)?;
    let probe = row.as_ref().and_then(|row| row.enrolment.clone());
    if let Some(mut row) = row
        && let Some(listed) = row.candidate_mut(&body.of, body.finger, body.probe_finger)
    {
        listed.examinations.retain(|one| one.act != act);
        book.put(&row)?;
    }
    [Some(&body.of), probe.as_ref()].into_iter().flatten().try_for_each(|of| {
        NamedRow::strike(book, office, of, |named| named.examinations.retain(|one| one != act))
    })
}
