//! What the rules ask of the statute book. The book itself is data and lives in its own crate.

use jiff::civil::Date;

use crate::views::Stage;

/// What the rules need to know of one section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Whether police may register it under section 154; `None` where the book is not sure.
    pub cognizable: Option<bool>,
    /// A modifier (common intention, attempt) that cannot stand alone.
    pub modifier: bool,
    /// The victim's identity is protected by law: the record is sealed from the start.
    pub sensitive: bool,
    /// Punishable with death.
    pub capital: bool,
    /// Of narcotics.
    pub narcotic: bool,
    /// Rape.
    pub rape: bool,
    /// Murder or dacoity: a woman may be remanded to the police for it.
    pub grave: bool,
    /// Punished with rigorous imprisonment for one year or more; `None` where the book does not know.
    pub year: Option<bool>,
}

/// Who does an act upon a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The present investigating officer of the case.
    Investigator,
    /// The officer in charge of the station.
    InCharge,
    /// The duty officer of the station.
    DutyOfficer,
    /// The station clerk.
    Clerk,
    /// The head of the circle or of the district.
    Supervisor,
    /// The head of the district.
    Superintendent,
    /// The prosecutor.
    Prosecutor,
    /// The court.
    Court,
    /// The criminal record office.
    RecordOffice,
}

impl By {
    /// All of them, in the order of the statute book.
    pub const ALL: &'static [Self] = &[
        Self::Investigator,
        Self::InCharge,
        Self::DutyOfficer,
        Self::Clerk,
        Self::Supervisor,
        Self::Superintendent,
        Self::Prosecutor,
        Self::Court,
        Self::RecordOffice,
    ];

    /// The word of the statute book.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Investigator => "investigator",
            Self::InCharge => "in_charge",
            Self::DutyOfficer => "duty_officer",
            Self::Clerk => "clerk",
            Self::Supervisor => "supervisor",
            Self::Superintendent => "superintendent",
            Self::Prosecutor => "prosecutor",
            Self::Court => "court",
            Self::RecordOffice => "record_office",
        }
    }

    /// The one of that word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|by| by.as_str() == word).copied()
    }
}

/// One way in which a kind of act may follow upon a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The stages in which it may follow.
    pub from: Vec<Stage>,
    /// The stage it leads to; `None` where the case stands as before.
    pub to: Option<Stage>,
    /// The least rank that may do it.
    pub least_rank: Option<String>,
    /// Who does it.
    pub by: Vec<By>,
    /// Codes of the legal bases it is done under.
    pub bases: Vec<String>,
}

/// What the law asks of whoever investigates an offence of some kind, or arrests and questions a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regime {
    /// The least rank that may.
    pub least_rank: Option<String>,
    /// Whether a woman officer must, or one of the unit the law names.
    pub woman: bool,
    /// The section it rests on.
    pub basis: String,
}

/// What a regime is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegimeOf<'a> {
    /// A section.
    Section(&'a str),
    /// A child.
    Child,
    /// The taking of prints and photographs.
    Prints,
}

/// How entries come into a part of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entering {
    /// Typed by hand.
    Typed,
    /// Posted by the acts it is the book of.
    Posted,
    /// Nothing is entered any more.
    Closed,
}

/// What a column takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Words on one line.
    Text,
    /// Words of many lines.
    Lines,
    /// A civil day.
    Day,
    /// A day and hour.
    Time,
    /// Paisa.
    Money,
    /// A whole number.
    Number,
    /// Codes of sections, one space between.
    Sections,
    /// One of these.
    Choice(Vec<String>),
    /// An officer's code.
    Officer,
    /// An identity card number.
    Cnic,
}

/// When a column is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// With the entry.
    Entry,
    /// With the entry, or once later.
    Later,
    /// Again and again, each time a further value.
    List,
    /// By acts alone.
    Act,
}

/// A column of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageColumn {
    /// Its key.
    pub key: String,
    /// What it takes.
    pub takes: Takes,
    /// Whether an entry cannot stand without it.
    pub needed: bool,
    /// When it is filled.
    pub filled: Filled,
    /// Whether it may name a person.
    pub personal: bool,
    /// Whether no two entries of the part may have the same.
    pub unique: bool,
}

/// How a part of a register is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// How entries come into it.
    pub entering: Entering,
    /// The kind of diary entry that an entry typed here also makes; `{column}` stands for what was chosen there.
    pub diary: Option<String>,
    /// Its columns, in the order of the book.
    pub columns: Vec<PageColumn>,
}

/// The law in force, as the rules see it. Tests may bring a law of their own.
pub trait Law: Send + Sync {
    /// The section of that code in force in the province on the day; `None` where there is no such section then.
    fn section(&self, code: &str, province: &str, day: Date) -> Option<Section>;

    /// What the law of that province and day says of a kind of act upon a case: each way it may follow. A book that
    /// says nothing allows nothing.
    fn allowed(&self, kind: &str, province: &str, day: Date) -> Vec<Allowed> {
        let _ = (kind, province, day);
        Vec::new()
    }

    /// Seniority of a rank: a greater number is a higher rank. `None` for what is no rank of the police.
    fn rank(&self, code: &str) -> Option<u8> {
        let _ = code;
        None
    }

    /// The special regimes of that province and day.
    fn regimes(&self, of: RegimeOf<'_>, province: &str, day: Date) -> Vec<Regime> {
        let _ = (of, province, day);
        Vec::new()
    }

    /// Whether that list of looks (`build`, `eyes`, `mark_place`) knows the code then.
    fn look(&self, list: &str, code: &str, province: &str, day: Date) -> bool {
        let _ = (list, code, province, day);
        false
    }

    /// Whether that is a code of a method of crime then.
    fn method(&self, code: &str, province: &str, day: Date) -> bool {
        let _ = (code, province, day);
        false
    }

    /// How that part of a register is written there on the day; the part as the journal names it, `-` where there
    /// is only one. `None` where there is no such part.
    fn page(&self, register: &str, part: &str, province: &str, day: Date) -> Option<Page> {
        let _ = (register, part, province, day);
        None
    }
}
