//! The First Information Report as it stands after every act upon it.

use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::kinds::FirRegister;
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};
use crate::views::{CaseSection, Gone, Strike};

/// Who one of the four copies goes to; the original stays (rule 24.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopyTo {
    /// The superintendent (DPO).
    Dpo,
    /// The magistrate empowered to take cognizance.
    Magistrate,
    /// The complainant, at once and free.
    Complainant,
}

impl CopyTo {
    /// The three copies that leave the station.
    pub const ALL: [CopyTo; 3] = [CopyTo::Dpo, CopyTo::Magistrate, CopyTo::Complainant];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dpo => "dpo",
            Self::Magistrate => "magistrate",
            Self::Complainant => "complainant",
        }
    }
}

/// A copy that has left the station.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentCopy {
    /// To whom.
    pub to: CopyTo,
    /// When.
    pub at: Moment,
    /// By whose hand.
    pub carrier: String,
    /// The act that says so.
    pub act: String,
}

/// The officer in charge's signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// Who.
    pub officer: String,
    /// Rank then.
    pub rank: String,
    /// When, by the clock.
    pub at: Moment,
    /// The act.
    pub act: String,
}

/// Why the persons of a case are protected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealRow {
    /// Code or words of the reason.
    pub reason: String,
    /// The act that sealed it.
    pub act: String,
    /// When, by the clock.
    pub at: Moment,
}

/// A First Information Report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirRow {
    /// The station.
    pub office: String,
    /// The act that registered it: its id.
    pub act: String,
    /// That act's number in the journal.
    pub seq: u64,
    /// That act's leaf hash, printed on the form.
    pub leaf: String,
    /// FIR number within the year.
    pub no: u64,
    /// The year.
    pub year: i16,
    /// All register entries the act made.
    pub entries: Vec<EntryRef>,
    /// When it was written, by the clock.
    pub registered: Moment,
    /// Who wrote it.
    pub writer: String,
    /// The writer's rank then.
    pub writer_rank: String,
    /// What was written; `None` after expungement.
    pub fir: Option<FirRegister>,
    /// Its sections with their history: as written, added, struck.
    #[serde(default)]
    pub sections: Vec<CaseSection>,
    /// The present investigating officer.
    pub io: Option<String>,
    /// The officer in charge's signature.
    pub signed: Option<Signed>,
    /// Copies that left the station.
    pub copies: Vec<SentCopy>,
    /// Set while the persons in it are protected.
    pub sealed: Option<SealRow>,
    /// Corrections, in order.
    pub strikes: Vec<Strike>,
    /// Set when the content was removed by a court's order.
    pub gone: Option<Gone>,
}

impl FirRow {
    /// Sections it stands under now.
    pub fn charged(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().filter(|s| s.struck.is_none()).map(|s| s.code.as_str())
    }

    /// The copies that have not left the station yet.
    pub fn unsent(&self) -> Vec<CopyTo> {
        CopyTo::ALL.into_iter().filter(|to| !self.copies.iter().any(|c| c.to == *to)).collect()
    }
}

impl View for FirRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "fir",
        columns: &[
            int("year"),
            int("no"),
            int("registered"),
            int("occurred"),
            text("sections"),
            text("io"),
            int("unsigned"),
            int("unsent"),
            int("sealed"),
            int("gone"),
        ],
        indexes: &[&["office", "year", "no"], &["office", "registered"], &["office", "unsent"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        let fir = self.fir.as_ref();
        let here = self.gone.is_none() && fir.is_some();
        let unsent = if here { self.unsent().len() } else { 0 };
        vec![
            i64::from(self.year).into(),
            i64::try_from(self.no).unwrap_or(i64::MAX).into(),
            self.registered.millis().into(),
            fir.map(|f| f.occurred_from.millis()).into(),
            fir.map(|_| format!(" {} ", self.charged().collect::<Vec<_>>().join(" "))).into(),
            self.io.clone().into(),
            (here && self.signed.is_none()).into(),
            i64::try_from(unsent).unwrap_or(0).into(),
            self.sealed.is_some().into(),
            (!here).into(),
        ]
    }
}
