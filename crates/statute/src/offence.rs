//! Offences, one section a row, and the heads they are counted under.

use serde::Serialize;

use crate::code::{EnactmentCode, HeadCode, OffenceCode};
use crate::datum::{Dated, Datum, Tag};
use crate::error::{Problem, RowError};
use crate::maximum::Maximum;
use crate::table::Row;
use crate::text_enum::text_enum;

text_enum! {
    /// Whether police may register and investigate without a magistrate's order (CrPC Schedule II).
    Cognizance {
        /// Cognizable.
        Cognizable = "C",
        /// Not cognizable.
        NonCognizable = "N",
        /// Not established.
        Unknown = "unknown",
    }
}

text_enum! {
    /// Whether bail is of right (CrPC Schedule II).
    Bail {
        /// Bailable.
        Bailable = "B",
        /// Not bailable.
        NonBailable = "X",
        /// Not established.
        Unknown = "unknown",
    }
}

text_enum! {
    /// Whether the parties may settle it (CrPC s. 345).
    Compounding {
        /// They may.
        Yes = "yes",
        /// They may not.
        No = "no",
        /// With the court's leave.
        WithLeave = "court",
    }
}

text_enum! {
    /// What kind of section it is.
    OffenceClass {
        /// An offence of its own.
        Offence = "offence",
        /// Added to another: common intention, abetment, attempt.
        Modifier = "modifier",
        /// No longer law; kept for old records.
        Repealed = "repealed",
    }
}

text_enum! {
    /// Why a record under this section is sealed from the start.
    Sensitive {
        /// A sexual offence.
        Sexual = "sexual",
        /// A child as victim.
        Child = "child",
        /// Blasphemy.
        Blasphemy = "blasphemy",
        /// Terrorism.
        Terrorism = "terrorism",
    }
}

text_enum! {
    /// The part of the Punjab Police returns a head belongs to.
    HeadPart {
        /// Against person.
        Person = "person",
        /// Against property.
        Property = "property",
        /// Miscellaneous.
        Miscellaneous = "miscellaneous",
        /// Local and special laws.
        LocalSpecial = "local_special",
        /// Counted under another head.
        Uncounted = "none",
    }
}

/// A head that offences are counted under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Its code.
    pub code: HeadCode,
    /// English name.
    pub en: String,
    /// Urdu name.
    pub ur: String,
    /// The part of the return.
    pub part: HeadPart,
    /// The line of the return it is added to; empty where it is not counted.
    pub return_line: String,
    /// Source, place, days.
    pub datum: Datum,
}

/// One section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offence {
    /// `PPC-337-A-ii`.
    pub code: OffenceCode,
    /// The enactment.
    pub act: EnactmentCode,
    /// The section as printed: `337-A(ii)`; empty where the whole enactment is meant.
    pub section: String,
    /// English title.
    pub en: String,
    /// Urdu title.
    pub ur: String,
    /// Whether police may act of themselves; `None` for a modifier, which follows its principal.
    pub cognizance: Option<Cognizance>,
    /// Whether bail is of right; `None` for a modifier.
    pub bail: Option<Bail>,
    /// Whether it may be settled; `None` where not established.
    pub compounding: Option<Compounding>,
    /// The greatest punishment.
    pub maximum: Maximum,
    /// The head it is counted under.
    pub head: HeadCode,
    /// What kind of section it is.
    pub class: OffenceClass,
    /// Why its records are sealed from the start, if they are.
    pub sensitive: Option<Sensitive>,
    /// More words to find it by, English and Urdu.
    pub keywords: String,
    /// How title and maximum were come by.
    pub text_tag: Tag,
    /// How cognizance, bail and settlement were come by; `None` for a modifier.
    pub flags_tag: Option<Tag>,
    /// Source, place, days.
    pub datum: Datum,
}

impl Offence {
    /// `Some(true)` cognizable, `Some(false)` not, `None` where the book does not know or it is a modifier.
    pub fn is_cognizable(&self) -> Option<bool> {
        match self.cognizance? {
            Cognizance::Cognizable => Some(true),
            Cognizance::NonCognizable => Some(false),
            Cognizance::Unknown => None,
        }
    }

    /// Added to another section, never alone.
    pub fn is_modifier(&self) -> bool {
        self.class == OffenceClass::Modifier
    }

    /// Whether a record under it is sealed from the start.
    pub fn sealed_by_default(&self) -> bool {
        self.sensitive.is_some()
    }

    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        let offence = Self {
            code: row.parse("code")?,
            act: row.parse("act")?,
            section: row.text("section").to_owned(),
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            cognizance: row.optional("cognizable")?,
            bail: row.optional("bailable")?,
            compounding: row.optional("compoundable")?,
            maximum: row.optional("max")?.unwrap_or_default(),
            head: row.parse("head")?,
            class: row.parse("class")?,
            sensitive: row.optional("sensitive")?,
            keywords: row.text("keywords").to_owned(),
            text_tag: row.parse("text_tag")?,
            flags_tag: row.optional("flags_tag")?,
            datum: Datum::read(row)?,
        };
        let least_sure = offence.flags_tag.map_or(offence.text_tag, |flags| flags.max(offence.text_tag));
        if offence.datum.tag < least_sure {
            return Err(row.fault("tag", Problem::TagTooSure(least_sure)));
        }
        if offence.class == OffenceClass::Offence {
            row.need("cognizable")?;
            row.need("bailable")?;
        }
        Ok(offence)
    }
}

impl Head {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        Ok(Self {
            code: row.parse("code")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            part: row.parse("part")?,
            return_line: row.text("return_line").to_owned(),
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Offence {
    const FILE: &'static str = "offences.csv";
    fn key(&self) -> String {
        self.code.to_string()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}

impl Dated for Head {
    const FILE: &'static str = "heads.csv";
    fn key(&self) -> String {
        self.code.to_string()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}
