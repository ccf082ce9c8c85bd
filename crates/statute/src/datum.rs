//! What every datum carries: where it comes from, where and when it holds, and how sure we are.

use jiff::civil::Date;
use serde::Serialize;

use crate::error::{Problem, RowError};
use crate::table::Row;
use crate::text_enum::text_enum;

text_enum! {
    /// Where a datum holds.
    Province {
        /// The whole country.
        Pakistan = "PK",
        /// Punjab.
        Punjab = "PB",
        /// Sindh.
        Sindh = "SD",
        /// Khyber Pakhtunkhwa.
        KhyberPakhtunkhwa = "KP",
        /// Balochistan.
        Balochistan = "BA",
        /// Islamabad Capital Territory.
        Islamabad = "ICT",
        /// Gilgit-Baltistan.
        GilgitBaltistan = "GB",
        /// Azad Jammu and Kashmir.
        AzadKashmir = "AJK",
    }
}

text_enum! {
    /// How a datum was come by, from the surest to the least sure. Only the first counts as verified.
    Tag {
        /// Found in a named source.
        Found = "F",
        /// Found, but second-hand: press, a third party's schema, the Indian text of the same rules.
        SecondHand = "F*",
        /// Put together from general knowledge.
        General = "M",
        /// Unsure: verify before it decides anything.
        Unsure = "?",
    }
}

/// The common columns of every row of the statute book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Datum {
    /// The instrument and section it rests on.
    pub citation: String,
    /// Where it holds; never empty. `Pakistan` stands for everywhere.
    pub provinces: Vec<Province>,
    /// First day in force. Often nominal (the year of the instrument): see the crate's README.
    pub effective_from: Date,
    /// First day no longer in force; `None` while in force.
    pub effective_to: Option<Date>,
    /// Checked against a named source.
    pub verified: bool,
    /// How it was come by.
    pub tag: Tag,
    /// A caution for the reader, may be empty.
    pub note: String,
}

impl Datum {
    /// Whether it holds in that province on that day. Asked for [`Province::Pakistan`], only what holds
    /// in the whole country does.
    pub fn in_force(&self, province: Province, day: Date) -> bool {
        self.holds_in(province) && self.effective_from <= day && self.effective_to.is_none_or(|end| day < end)
    }

    /// Whether it holds in that province, whenever.
    pub fn holds_in(&self, province: Province) -> bool {
        self.provinces.contains(&Province::Pakistan) || self.provinces.contains(&province)
    }

    /// Whether both can hold at one place on one day.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let place = self.provinces.iter().any(|&p| other.holds_in(p))
            || other.provinces.iter().any(|&p| self.holds_in(p));
        let before = |a: &Self, b: &Self| a.effective_to.is_some_and(|end| end <= b.effective_from);
        place && !before(self, other) && !before(other, self)
    }

    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        let provinces = row
            .need("province")?
            .split_whitespace()
            .map(|word| row.convert("province", word))
            .collect::<Result<_, _>>()?;
        let datum = Self {
            citation: row.need("citation")?.to_owned(),
            provinces,
            effective_from: row.parse("effective_from")?,
            effective_to: row.optional("effective_to")?,
            verified: row.yes_no("verified")?,
            tag: row.parse("tag")?,
            note: row.text("note").to_owned(),
        };
        if datum.verified && datum.tag != Tag::Found {
            return Err(row.fault("verified", Problem::NotVerified { tag: datum.tag }));
        }
        if datum.effective_to.is_some_and(|end| end <= datum.effective_from) {
            return Err(row.fault("effective_to", Problem::EndsBeforeStart));
        }
        Ok(datum)
    }
}

/// A row of the statute book.
pub trait Dated {
    /// The data file it comes from.
    const FILE: &'static str;

    /// What tells it from the other rows of its file.
    fn key(&self) -> String;

    /// Its common columns.
    fn datum(&self) -> &Datum;

    /// Parts of a verified row that are themselves not verified: what, and how it was come by.
    fn doubts(&self) -> Vec<(&'static str, Tag)> {
        Vec::new()
    }
}
