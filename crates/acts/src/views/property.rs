//! An article in the store-room (register XIX) and the unbroken chain of what happened to it.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::{Article, PropertyKind};
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, ViewError, int, text};
use crate::views::entry_key;

/// Where an article is. One place at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whereabouts {
    /// In the store-room.
    Store,
    /// At or on the way to a court.
    Court,
    /// At or on the way to the laboratory.
    Laboratory,
    /// At or on the way to a doctor or hospital.
    Doctor,
    /// With its owner on bond (superdari).
    Owner,
    /// At or on the way to the headquarters' store.
    Headquarters,
    /// A check did not find it.
    Missing,
    /// It has left the books by order.
    Disposed,
}

impl Whereabouts {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Store => "store",
            Self::Court => "court",
            Self::Laboratory => "laboratory",
            Self::Doctor => "doctor",
            Self::Owner => "owner",
            Self::Headquarters => "headquarters",
            Self::Missing => "missing",
            Self::Disposed => "disposed",
        }
    }

    /// Whether it is out and to come back.
    pub fn is_out(self) -> bool {
        matches!(self, Self::Court | Self::Laboratory | Self::Doctor | Self::Owner | Self::Headquarters)
    }
}

/// The state of the seals when the article changed hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seals {
    /// As they were put.
    Intact,
    /// One or more broken.
    Broken,
    /// The article bears none.
    None,
}

impl Seals {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Intact => "intact",
            Self::Broken => "broken",
            Self::None => "none",
        }
    }
}

/// One link of the chain. It holds no words: those are in the act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainLink {
    /// The act.
    pub act: String,
    /// Who performed it.
    pub officer: String,
    /// When it happened.
    pub at: Moment,
    /// Where the article is after it.
    pub place: Whereabouts,
    /// The state of the seals then, where it was looked at.
    pub seals: Option<Seals>,
    /// The road certificate it went with.
    pub road: Option<String>,
}

impl ChainLink {
    /// The link an act makes.
    pub(crate) fn of(
        rec: &Recorded,
        place: Whereabouts,
        seals: Option<Seals>,
        road: Option<&str>,
    ) -> Result<Self, ViewError> {
        Ok(Self {
            act: rec.header.act.clone(),
            officer: rec.header.officer.clone(),
            at: rec.happened()?,
            place,
            seals,
            road: road.map(str::to_owned),
        })
    }
}

/// A court's final order on an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleOrder {
    /// The act that recorded it.
    pub act: String,
    /// What is to be done: `return`, `auction`, `destroy`, `confiscate`.
    pub direction: String,
    /// Date of the order.
    pub date: Date,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PropertyRow {
    /// The office.
    pub office: String,
    /// Its entry in register XIX.
    pub entry: EntryRef,
    /// The act that entered it.
    pub act: String,
    /// Why it is kept.
    pub kind: PropertyKind,
    /// The case: the act of its FIR.
    pub fir: Option<String>,
    /// The diary entry it rests on, where it is of no case.
    pub diary: Option<EntryRef>,
    /// What it is.
    pub article: Article,
    /// Where it is.
    pub place: Whereabouts,
    /// What happened to it, in order.
    pub chain: Vec<ChainLink>,
    /// Seals were once found broken: for ever.
    pub seal_broken: bool,
    /// It was once missing: for ever.
    pub was_missing: bool,
    /// The final order.
    pub order: Option<ArticleOrder>,
    /// When the laboratory last reported on it.
    #[serde(default)]
    pub reported: Option<Moment>,
}

impl PropertyRow {
    /// Adds a link; what was once broken or missing stays so.
    pub(crate) fn link(&mut self, link: ChainLink) {
        self.seal_broken |= link.seals == Some(Seals::Broken);
        self.was_missing |= link.place == Whereabouts::Missing;
        self.place = link.place;
        self.chain.push(link);
    }
}

impl View for PropertyRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "property",
        columns: &[
            text("kind"),
            text("fir"),
            text("place"),
            int("entered"),
            int("moved"),
            int("seal_broken"),
            int("was_missing"),
            int("narcotic"),
        ],
        indexes: &[&["office", "place"], &["office", "fir"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        entry_key(&self.entry)
    }
    fn columns(&self) -> Vec<Value> {
        let millis = |link: Option<&ChainLink>| link.map(|l| l.at.millis());
        vec![
            self.kind.as_str().into(),
            self.fir.clone().into(),
            self.place.as_str().into(),
            millis(self.chain.first()).into(),
            millis(self.chain.last()).into(),
            self.seal_broken.into(),
            self.was_missing.into(),
            self.article.narcotic.into(),
        ]
    }
}
