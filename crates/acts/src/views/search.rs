//! A search slip at the record office: what is searched with, whom the engine listed, what examiners found, how it was
//! answered.

use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::{Candidate, Conclusion, EnrolRef, Party, ProbeKind, SearchOpen, TakenPrint};
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, ViewError, int, text};
use crate::views::Gone;

/// How a search stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SearchState {
    /// Not answered yet; a latent also while it is only not traced yet.
    Open,
    /// Answered, traced or not.
    Answered,
    /// Closed with a reason, nobody traced.
    Closed,
}

impl SearchState {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }
}

/// A list the engine gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The act.
    pub act: String,
    /// When.
    pub at: Moment,
    /// The engine and its version.
    pub engine: String,
    /// Among how many people it looked.
    pub people: u64,
    /// The enrolment after which it looked again.
    pub after: Option<EnrolRef>,
}

/// What an examiner found. His reasons and marks stand in the act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examination {
    /// The act.
    pub act: String,
    /// When.
    pub at: Moment,
    /// Who examined.
    pub officer: String,
    /// His rank.
    pub rank: String,
    /// What he found.
    pub conclusion: Conclusion,
}

/// A candidate, and what examiners found of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Whose enrolment.
    pub of: EnrolRef,
    /// Which of his fingers; 0 where all together.
    pub finger: u8,
    /// With which of the prints searched with.
    pub probe_finger: u8,
    /// 100 times the decimal logarithm of the likelihood ratio.
    pub centibans: i32,
    /// The list it first stood in.
    pub list: String,
    /// The enrolment is gone: nothing more is examined.
    pub forgotten: bool,
    /// Examinations, oldest first.
    pub examinations: Vec<Examination>,
}

impl Listed {
    /// As it is first listed.
    pub(crate) fn of(candidate: &Candidate, list: &str, forgotten: bool) -> Self {
        Self {
            of: candidate.of.clone(),
            finger: candidate.finger,
            probe_finger: candidate.probe_finger,
            centibans: candidate.centibans,
            list: list.to_owned(),
            forgotten,
            examinations: Vec::new(),
        }
    }

    fn concluded(&self, conclusion: Conclusion) -> usize {
        // One officer examines a candidate once.
        self.examinations.iter().filter(|one| one.conclusion == conclusion).count()
    }

    /// Whether as many officers identified it as that kind of print needs, and nobody excluded it.
    pub fn is_identified(&self, probe: ProbeKind) -> bool {
        let identified = self.concluded(Conclusion::Identified);
        !self.forgotten && identified >= probe.examiners() && self.concluded(Conclusion::Excluded) == 0
    }

    /// Whether an officer identified it, and another whom that kind of print needs has not examined it yet.
    pub fn awaits_another(&self, probe: ProbeKind) -> bool {
        let identified = self.concluded(Conclusion::Identified) > 0;
        identified && self.concluded(Conclusion::Excluded) == 0 && self.examinations.len() < probe.examiners()
    }
}

/// An answer given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The act.
    pub act: String,
    /// When.
    pub at: Moment,
    /// Who answered.
    pub officer: String,
    /// Whether somebody was traced.
    pub traced: bool,
    /// Who.
    pub of: Option<EnrolRef>,
    /// Remarks.
    pub remarks: String,
    /// Why it was closed.
    pub closed_because: Option<String>,
}

/// One search slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchRow {
    /// The record office.
    pub office: String,
    /// The act that opened it.
    pub act: String,
    /// Its number in the register of search slips.
    pub entry: EntryRef,
    /// When it was opened.
    pub opened: Moment,
    /// Who opened it.
    pub officer: String,
    /// What is searched with.
    pub probe: ProbeKind,
    /// The enrolment at which it is made; its prints stand there.
    pub enrolment: Option<EnrolRef>,
    /// Code of the office that asks.
    pub asked_by: String,
    /// Number of the case as written.
    pub case: String,
    /// Who is asked about.
    pub person: Option<Party>,
    /// Where a latent was found.
    pub scene: String,
    /// The prints.
    pub prints: Vec<TakenPrint>,
    /// How it stands.
    pub state: SearchState,
    /// Lists, oldest first.
    pub lists: Vec<Listing>,
    /// Candidates, in the order they came.
    pub candidates: Vec<Listed>,
    /// Answers, oldest first.
    pub answers: Vec<Answered>,
    /// What removed its content.
    pub gone: Option<Gone>,
}

impl SearchRow {
    /// The working register it is numbered in.
    pub const REGISTER: &'static str = "w-slip";

    /// As it is opened.
    pub(crate) fn of(rec: &Recorded, body: &SearchOpen) -> Result<Self, ViewError> {
        Ok(Self {
            probe: body.probe,
            enrolment: body.enrolment.clone(),
            asked_by: body.asked_by.clone(),
            case: body.case.clone(),
            person: body.person.clone(),
            scene: body.scene.clone(),
            prints: body.prints.clone(),
            state: SearchState::Open,
            ..Self::stub(rec, None)?
        })
    }

    /// What remains of one whose content is gone.
    pub(crate) fn stub(rec: &Recorded, gone: Option<Gone>) -> Result<Self, ViewError> {
        let entry = rec.header.entries.first().cloned();
        Ok(Self {
            office: rec.header.office.clone(),
            act: rec.header.act.clone(),
            entry: entry.ok_or_else(|| ViewError::NoEntry(rec.header.act.clone()))?,
            opened: rec.written()?,
            officer: rec.header.officer.clone(),
            probe: ProbeKind::Tenprint,
            enrolment: None,
            asked_by: String::new(),
            case: String::new(),
            person: None,
            scene: String::new(),
            prints: Vec::new(),
            state: SearchState::Closed,
            lists: Vec::new(),
            candidates: Vec::new(),
            answers: Vec::new(),
            gone,
        })
    }

    /// How it stands by what it was answered last.
    pub(crate) fn answered(&self) -> SearchState {
        match self.answers.last().map(|last| (last.traced, &last.closed_because)) {
            None => SearchState::Open,
            Some((false, Some(_))) => SearchState::Closed,
            Some((false, None)) if self.probe == ProbeKind::Latent => SearchState::Open,
            Some(_) => SearchState::Answered,
        }
    }

    /// Whether it may still be listed, examined and answered.
    pub fn is_open(&self) -> bool {
        self.state == SearchState::Open
    }

    /// A candidate by whose enrolment and which fingers it is.
    pub fn candidate(&self, of: &EnrolRef, finger: u8, probe_finger: u8) -> Option<&Listed> {
        self.candidates.iter().find(|c| c.of == *of && c.finger == finger && c.probe_finger == probe_finger)
    }

    pub(crate) fn candidate_mut(
        &mut self,
        of: &EnrolRef,
        finger: u8,
        probe_finger: u8,
    ) -> Option<&mut Listed> {
        let same = |c: &&mut Listed| c.of == *of && c.finger == finger && c.probe_finger == probe_finger;
        self.candidates.iter_mut().find(same)
    }

    pub(crate) fn listed(&self, candidate: &Candidate) -> Option<&Listed> {
        self.candidate(&candidate.of, candidate.finger, candidate.probe_finger)
    }

    /// Who was traced.
    pub fn traced(&self) -> Option<&EnrolRef> {
        self.answers.last().filter(|answer| answer.traced).and_then(|answer| answer.of.as_ref())
    }

    /// Every act upon it after the one that opened it.
    pub fn acts(&self) -> Vec<String> {
        let lists = self.lists.iter().map(|list| &list.act);
        let examined = self.candidates.iter().flat_map(|c| &c.examinations).map(|one| &one.act);
        lists.chain(examined).chain(self.answers.iter().map(|answer| &answer.act)).cloned().collect()
    }
}

impl View for SearchRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "search",
        columns: &[
            text("state"),
            text("probe"),
            text("enrolment"),
            text("asked_by"),
            int("opened"),
            int("candidates"),
        ],
        indexes: &[&["office", "state", "probe", "opened"], &["enrolment"], &["asked_by", "opened"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        let asked = Some(self.asked_by.as_str()).filter(|office| !office.is_empty());
        vec![
            self.state.as_str().into(),
            self.probe.as_str().into(),
            self.enrolment.as_ref().map(EnrolRef::key).into(),
            asked.into(),
            self.opened.millis().into(),
            i64::try_from(self.candidates.len()).unwrap_or(i64::MAX).into(),
        ]
    }
}
