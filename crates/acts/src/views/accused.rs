//! The accused of a case, each with how he stands in it. *Accused* is not *criminal*. His name is in the
//! [`crate::views::PartyRow`] of the same key.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};
use crate::views::{CustodyClass, PartyRow};

/// How an accused stands in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccusedStatus {
    /// Named or described.
    Nominated,
    /// Arrested.
    Arrested,
    /// On bail.
    OnBail,
    /// Released on a bond for want of evidence (section 169).
    #[serde(rename = "released_169")]
    Released169,
    /// Evading a warrant.
    Absconding,
    /// Proclaimed (section 87).
    Proclaimed,
    /// Sent up in the final report.
    Challaned,
    /// Discharged.
    Discharged,
    /// Convicted.
    Convicted,
    /// Acquitted.
    Acquitted,
    /// The case against him withdrawn.
    Withdrawn,
    /// Dead; the case against him has abated.
    Abated,
}

impl AccusedStatus {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nominated => "nominated",
            Self::Arrested => "arrested",
            Self::OnBail => "on_bail",
            Self::Released169 => "released_169",
            Self::Absconding => "absconding",
            Self::Proclaimed => "proclaimed",
            Self::Challaned => "challaned",
            Self::Discharged => "discharged",
            Self::Convicted => "convicted",
            Self::Acquitted => "acquitted",
            Self::Withdrawn => "withdrawn",
            Self::Abated => "abated",
        }
    }
}

/// Through whom someone came to be accused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamedBy {
    /// The report itself.
    Report,
    /// The informant, afterwards.
    Informant,
    /// A witness.
    Witness,
    /// What the investigation found.
    Investigation,
}

/// Whose keeping an arrested person is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keeping {
    /// The police, before or upon a remand.
    Police,
    /// Jail, upon judicial remand.
    Judicial,
}

/// A status, and the act that brought it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The status.
    pub status: AccusedStatus,
    /// The act.
    pub act: String,
    /// When, by the clock.
    pub at: Moment,
}

/// An arrest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrest {
    /// The act, which is also the key of his stay in the lock-up.
    pub act: String,
    /// When.
    pub at: Moment,
}

/// One accused of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccusedRow {
    /// The station.
    pub office: String,
    /// The case.
    pub fir: String,
    /// Place in the case's list of persons.
    pub index: u32,
    /// Through whom he came to be accused.
    pub named_by: NamedBy,
    /// Statuses, oldest first; the last is how he stands.
    pub links: Vec<Link>,
    /// Whose keeping he is in.
    pub custody: Option<Keeping>,
    /// Arrests, oldest first.
    pub arrests: Vec<Arrest>,
    /// Warrants received.
    pub warrants: u32,
    /// His open entry among the absconders (register IV).
    pub absconder: Option<EntryRef>,
    /// Days of police custody ordered since the last arrest.
    pub police_days: u32,
    /// A woman.
    pub woman: bool,
    /// Under eighteen when named.
    pub juvenile: bool,
    /// His custody column in the latest challan that names him.
    pub class: Option<CustodyClass>,
    /// Sections he is sent up under.
    pub sent_up: Vec<String>,
    /// Day he was charged.
    pub charged: Option<Date>,
    /// The act that freed him of the case: search and certificates leave him out.
    pub suppressed: Option<String>,
    /// Lines of registers IV and IX in which he stands for this case.
    pub books: Vec<EntryRef>,
    /// Whether protected.
    pub sealed: bool,
}

impl AccusedRow {
    /// The key of an accused of a case: that of his person.
    pub fn key_of(fir: &str, index: u32) -> String {
        PartyRow::key_of(fir, index)
    }

    /// How he stands.
    pub fn status(&self) -> AccusedStatus {
        self.links.last().map_or(AccusedStatus::Nominated, |l| l.status)
    }

    /// Whether the case against him is over.
    pub fn is_decided(&self) -> bool {
        use AccusedStatus::{Abated, Acquitted, Convicted, Discharged, Withdrawn};
        matches!(self.status(), Discharged | Convicted | Acquitted | Withdrawn | Abated)
    }

    /// He stands otherwise, by an act.
    pub fn becomes(&mut self, status: AccusedStatus, act: &str, at: Moment) {
        self.links.push(Link { status, act: act.to_owned(), at });
    }
}

impl View for AccusedRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "accused",
        columns: &[
            text("fir"),
            text("status"),
            text("custody"),
            int("woman"),
            int("juvenile"),
            int("suppressed"),
            int("sealed"),
        ],
        indexes: &[&["office", "fir"], &["office", "status"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        Self::key_of(&self.fir, self.index)
    }
    fn columns(&self) -> Vec<Value> {
        let keeping = self.custody.map(|k| match k {
            Keeping::Police => "police",
            Keeping::Judicial => "judicial",
        });
        vec![
            self.fir.as_str().into(),
            self.status().as_str().into(),
            keeping.into(),
            self.woman.into(),
            self.juvenile.into(),
            self.suppressed.is_some().into(),
            self.sealed.into(),
        ]
    }
}
