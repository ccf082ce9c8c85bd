//! The criminal record office: who is enrolled, on what legal basis, and whose prints these are. An enrolment is written
//! in the journal of the station that holds the case; what the record office does with it (searches, examinations,
//! answers, persons joined and parted, line-ups) in its own, and names enrolments by office and act.

mod capture;
mod enrol;
mod examine;
mod forget;
mod lineup;
mod look;
mod person;
mod search;
mod search_answer;
mod search_list;

pub use capture::{
    EnrolBasis, EnrolRef, Gang, GangRole, GangStatus, Missing, PhotoView, Photograph, TakenPrint,
};
pub use enrol::PrintsEnrol;
pub use examine::{Conclusion, PrintMark, PrintMarkKind, SearchExamine};
pub use forget::SearchForget;
pub use lineup::{Face, LineupMake, LineupShow};
pub use look::{BodyMark, BodyMarkKind, Looks};
pub use person::{PersonJoin, PersonPart};
pub use search::{ProbeKind, SearchOpen};
pub use search_answer::SearchAnswer;
pub use search_list::{Candidate, SearchList};

pub(crate) use enrol::{accused_of, forget, restore, suppress, suspend, want_enrolled};
pub(crate) use examine::{want_compared, withdraw as withdraw_examination};
pub(crate) use lineup::withdraw as withdraw_lineup;
pub(crate) use person::withdraw as withdraw_join;
pub(crate) use search::withdraw as withdraw_search;
pub(crate) use search_answer::{want_answered, withdraw as withdraw_answer};
pub(crate) use search_list::withdraw as withdraw_list;
