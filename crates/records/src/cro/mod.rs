//! The criminal record office at the door: prints taken in and enrolled, the gallery that follows the journals, searches
//! and their examination, persons joined and parted, and destruction that reaches every place.
//!
//! An enrolment stands in its station's journal with its templates; the gallery is computed from it and can be thrown
//! away. A candidate is no match before a person decides. What was suppressed is in no search, list or count.

mod basis;
mod blind;
mod desk;
mod destroy;
mod engine;
mod enrol;
mod examined;
mod follow;
mod gallery;
mod history;
mod image;
mod intake;
mod latents;
mod ledger;
mod lineup;
mod lineup_make;
mod lineup_measured;
mod lineup_propose;
mod looks;
mod looks_index;
mod looks_seen;
mod looks_words;
mod pair;
mod persons;
mod pictures;
mod reader;
mod record;
mod restoring;
mod searches;
mod standing;
mod views;

pub use desk::{CroDesk, DueDestruction, NewCandidate, NotSearched};
pub(crate) use destroy::takes_out;
pub use enrol::Enrolled;
pub use examined::Examined;
pub use follow::CaughtUp;
pub use image::CameAs;
pub use intake::PrintKept;
pub use ledger::{DESTROYED_FILE, Destroyed, LedgerError};
pub use lineup::{LineupFace, LineupLine, LineupView};
pub use lineup_make::{NewLineup, NewShowing};
pub use lineup_measured::{Measured, NoLineup};
pub use lineup_propose::{LineupAsk, Proposed, ProposedFace, ProposedLineup};
pub use looks::{LooksFound, LooksLine, Tied};
pub use looks_seen::{Guess, Seen, SeenCode, SeenMark};
pub use pair::{PairView, PrintFace};
pub use reader::SharedExtractor;
pub use record::RecordKept;
pub use restoring::{Restored, Restoring};
pub use searches::{SearchFilter, SearchList};
pub use views::{
    CandidateView, CaseHead, EnrolView, History, HistoryLine, JoinLine, PrintLine, SearchLine, SearchView,
};

use roznamcha_acts::Body;
use roznamcha_acts::views::EnrolRow;
use roznamcha_prints_gallery::Gallery;
use roznamcha_statute::StatuteBook;
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicI64};
use std::sync::{Arc, Mutex, PoisonError};

use self::gallery::SharedGallery;
use self::looks_index::SharedLooks;
use self::reader::Reader;
use crate::{DoorError, Records};

/// How lists of candidates are made, each with a default. The ratios are chosen, not measured: from strangers' searches
/// of a gallery as large as one's own, `roznamcha-prints-bench gallery` says which ratio one search in 1,000 reaches.
#[derive(Clone, Debug)]
pub struct CroOptions {
    /// Candidates of one list, at most (20).
    pub candidates: usize,
    /// From which ratio on a candidate of a ten-print search is listed: 100 times its decimal logarithm (600).
    pub tenprint_centibans: i32,
    /// The same of a search with one finger (400).
    pub single_centibans: i32,
    /// The same of a latent (200): a person looks at each, and a part of a finger says less.
    pub latent_centibans: i32,
}

impl Default for CroOptions {
    fn default() -> Self {
        Self { candidates: 20, tenprint_centibans: 600, single_centibans: 400, latent_centibans: 200 }
    }
}

/// What the record office's rooms share.
#[derive(Default)]
pub(crate) struct Cro {
    reader: Arc<Reader>,
    gallery: Option<SharedGallery>,
    /// Descriptions of whoever stands, in memory.
    looks: Option<SharedLooks>,
    destroyed: Option<Arc<Mutex<Destroyed>>>,
    /// Cases of which somebody is enrolled: an act upon another case changes nothing here.
    cases: Mutex<HashSet<String>>,
    /// One destruction at a time, for what it leaves to remove is noted in one mark.
    pub leaving: Arc<tokio::sync::Mutex<()>>,
    /// This node's name: what it is about to remove is noted under it.
    node: String,
    /// Something that follows from an act failed: all must be caught up.
    behind: AtomicBool,
    /// Until when this node has looked at what became of enrolments, milliseconds.
    seen: AtomicI64,
}

impl Cro {
    /// Those of a node, without a gallery yet, and nobody described.
    ///
    /// # Errors
    /// [`DoorError::Defect`] where the book's lists of looks cannot be searched.
    pub(crate) fn of(node: &str, book: &StatuteBook) -> Result<Self, DoorError> {
        let looks = Some(SharedLooks::new(book)?);
        Ok(Self { node: node.to_owned(), looks, ..Self::default() })
    }

    fn note_cases<'a>(&self, rows: impl IntoIterator<Item = &'a EnrolRow>) {
        let firs = rows.into_iter().filter_map(|row| row.enrolment.as_ref()?.fir.clone());
        self.cases.lock().unwrap_or_else(PoisonError::into_inner).extend(firs);
    }

    /// No gallery is open.
    fn is_shut(&self) -> bool {
        self.gallery.is_none()
    }

    /// Whether an act may change how an enrolment stands.
    pub(crate) fn concerns(&self, body: &Body) -> bool {
        body.case().is_some_and(|fir| self.has_case(fir))
    }

    fn has_case(&self, fir: &str) -> bool {
        self.cases.lock().unwrap_or_else(PoisonError::into_inner).contains(fir)
    }
}

impl Records {
    /// These records with a gallery, and the ledger of what was destroyed. [`crate::System::catch_up_gallery`] brings
    /// it to what the journals say.
    #[must_use]
    pub fn with_gallery(mut self, gallery: Gallery, destroyed: Destroyed) -> Self {
        self.cro.gallery = Some(SharedGallery::new(gallery));
        self.cro.destroyed = Some(Arc::new(Mutex::new(destroyed)));
        self
    }

    /// These records reading prints by this extractor instead of the classical one.
    #[must_use]
    pub fn with_extractor(mut self, extractor: SharedExtractor) -> Self {
        self.cro.reader = Arc::new(Reader::with(extractor));
        self
    }

    /// What the lists of candidates say of the engine that made them.
    pub fn print_engine(&self) -> String {
        format!("roznamcha-prints {} {}", env!("CARGO_PKG_VERSION"), self.cro.reader.name())
    }
}
