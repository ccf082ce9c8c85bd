//! What pages and API are shown of the record office's work.

use roznamcha_access::FieldSet;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{EnrolBasis, EnrolRef, Missing, ProbeKind};
use roznamcha_acts::views::{
    AccusedStatus, EnrolRow, EnrolState, Examination, Listed, SearchRow, SearchState, Stage,
};
use roznamcha_journal::EntryRef;
use serde::Serialize;

/// One finger of an enrolment or a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PrintLine {
    /// Which finger; 0 where it is not known.
    pub finger: u8,
    /// Quality, 0 to 100.
    pub quality: u8,
    /// Minutiae of its template.
    pub minutiae: u16,
    /// Whether there is an image.
    pub image: bool,
    /// Why there is none.
    pub missing: Option<Missing>,
}

/// The case of an enrolment, and how the person stands in it. *Accused* is not *criminal*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseHead {
    /// The act of its report.
    pub fir: String,
    /// FIR number.
    pub no: u64,
    /// The year.
    pub year: i16,
    /// How the case stands.
    pub stage: Stage,
    /// Sections that stand.
    pub sections: Vec<String>,
    /// How the person stands in it; `None` where his row is gone.
    pub status: Option<AccusedStatus>,
    /// Since when.
    pub since: Option<Moment>,
}

/// An enrolment.
#[derive(Clone, Debug)]
pub struct EnrolView {
    /// The row, masked.
    pub row: EnrolRow,
    /// Its name.
    pub of: EnrolRef,
    /// What may be shown of it.
    pub fields: FieldSet,
    /// Its prints.
    pub prints: Vec<PrintLine>,
    /// Its case, where it has one.
    pub case: Option<CaseHead>,
    /// The search made at it; `None` for whom it is shut to.
    pub search: Option<SearchLine>,
}

/// A search in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SearchLine {
    /// The record office.
    pub office: String,
    /// The act that opened it.
    pub act: String,
    /// Its number in the register of search slips.
    pub entry: EntryRef,
    /// When it was opened.
    pub opened: Moment,
    /// What is searched with.
    pub probe: ProbeKind,
    /// How it stands.
    pub state: SearchState,
    /// Code of the office that asks.
    pub asked_by: String,
    /// Number of the case as written.
    pub case: String,
    /// Whether the engine has looked; until then that there is no candidate says nothing.
    pub searched: bool,
    /// Candidates listed whose enrolment stands.
    pub candidates: usize,
    /// Those of them that this officer has not examined.
    pub not_examined: usize,
    /// Whether somebody was traced, once it is closed.
    pub traced: Option<bool>,
}

/// A candidate as this officer may see it.
#[derive(Clone, Debug, Serialize)]
pub struct CandidateView {
    /// Its number on the page, from 1.
    pub n: usize,
    /// As listed; of the examinations only those that this officer may see.
    pub listed: Listed,
    /// Whether this officer is told whose enrolment it is: once he has examined it, or the search is closed.
    pub named: bool,
    /// The enrolment, masked; `None` where it is not named, or this officer may not read it.
    pub row: Option<EnrolRow>,
    /// Its case, where the enrolment is shown.
    pub case: Option<CaseHead>,
    /// What this officer found.
    pub mine: Option<Examination>,
    /// Others examined it, and what they found is not shown until this officer has.
    pub blind: bool,
    /// How many officers examined it.
    pub examiners: usize,
    /// Whether as many identified it as this kind of print needs; false while it is not shown.
    pub identified: bool,
}

/// A search.
#[derive(Clone, Debug)]
pub struct SearchView {
    /// The row; its candidates stand in `candidates` alone, its templates are left out. Of its answers those that this
    /// officer may see, and whom they name only while his enrolment stands.
    pub row: SearchRow,
    /// The prints searched with.
    pub prints: Vec<PrintLine>,
    /// What may be shown of persons.
    pub fields: FieldSet,
    /// The enrolment at which it is made, masked; `None` also where this officer may not read it.
    pub enrolled: Option<EnrolRow>,
    /// Candidates whose enrolment stands, the likeliest first.
    pub candidates: Vec<CandidateView>,
    /// Candidates who were freed or destroyed since; nothing is told of them.
    pub withdrawn: usize,
    /// Something is kept from this officer until he has examined what another has.
    pub blind: bool,
}

/// A join of two enrolments, as it stands or ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JoinLine {
    /// The record office that joined them.
    pub office: String,
    /// One.
    pub one: EnrolRef,
    /// The other.
    pub other: EnrolRef,
    /// The act.
    pub act: String,
    /// When.
    pub at: Moment,
    /// Who joined them.
    pub officer: String,
    /// The search in which one was traced.
    pub search: Option<String>,
    /// Why.
    pub reasons: String,
    /// How it ended: act, when, why.
    pub parted: Option<(String, Moment, String)>,
}

/// One enrolment of a person's history.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryLine {
    /// Its name.
    pub of: EnrolRef,
    /// The row, masked.
    pub row: EnrolRow,
    /// Under which section.
    pub basis: EnrolBasis,
    /// How it stands.
    pub state: EnrolState,
    /// Its case, with how he stands in it; `None` where it has none.
    pub case: Option<CaseHead>,
}

/// What is known of a person: every enrolment that was joined to one, each with the status of its case.
#[derive(Clone, Debug)]
pub struct History {
    /// Enrolments that stand, oldest first.
    pub lines: Vec<HistoryLine>,
    /// Joins among them, those that were ended too.
    pub joins: Vec<JoinLine>,
    /// What may be shown of persons.
    pub fields: FieldSet,
}
