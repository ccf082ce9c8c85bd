//! What persons say in an investigation: statements under sections 161 and 164, and versions of the occurrence. A new
//! version never makes a second report; it is recorded in the same case (*Sughran Bibi*, PLD 2018 SC 595).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::{Party, case};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{PartyRole, VersionRef};

/// The most sections one version discloses.
const MOST_SECTIONS: usize = 30;

/// The section a statement is taken under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Under {
    /// By the police: never signed (section 162).
    #[serde(rename = "161")]
    Police,
    /// Before a magistrate.
    #[serde(rename = "164")]
    Magistrate,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseStatement {
    /// The case.
    pub fir: String,
    /// Who made it.
    pub person: Party,
    /// Under which section.
    pub under: Under,
    /// The magistrate who took it, under section 164.
    #[serde(default)]
    pub magistrate: Option<String>,
    /// Whether he signed it.
    #[serde(default)]
    pub signed: bool,
    /// When it was taken.
    pub taken: Moment,
    /// What he said.
    pub text: String,
    /// His place in the case's list of persons; the books fill it in.
    #[serde(default)]
    pub party: Option<u32>,
}

impl Rule for CaseStatement {
    fn basis(&self) -> &'static [&'static str] {
        match self.under {
            Under::Police => &["CrPC-161"],
            Under::Magistrate => &["CrPC-164"],
        }
    }

    brings_party!(CaseStatement);

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.person.check(&mut faults, "person", true);
        text::text_needed(&mut faults, "text", &self.text);
        faults.when(self.taken > setting.happened, "taken", "fault-future");
        match self.under {
            Under::Police => {
                faults.when(self.signed, "signed", "fault-signed-161");
                faults.when(self.magistrate.is_some(), "magistrate", "fault-not-here");
            }
            Under::Magistrate => {
                let magistrate = self.magistrate.as_deref().unwrap_or("");
                text::line_needed(&mut faults, "magistrate", magistrate);
            }
        }
        faults.done()?;
        let case = case::investigator(setting, "case.statement", &self.fir)?;
        if self.taken.is_minutes_before(case.registered) {
            return Err(Refusal::order("order-before-fir", "CrPC-161"));
        }
        self.party = Some(case.next_party()?);
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(mut row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        case::join(&mut row, &self.person, PartyRole::Witness, book)?;
        book.put(&row)
    }
}

/// Another version of the occurrence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseVersion {
    /// The case.
    pub fir: String,
    /// Whose version it is.
    pub person: Party,
    /// Whether it accuses the other side.
    #[serde(default)]
    pub cross: bool,
    /// Sections it discloses.
    #[serde(default)]
    pub sections: Vec<String>,
    /// The version.
    pub text: String,
    /// His place in the case's list of persons; the books fill it in.
    #[serde(default)]
    pub party: Option<u32>,
}

impl Rule for CaseVersion {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-161"]
    }

    brings_party!(CaseVersion);

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.person.check(&mut faults, "person", true);
        text::text_needed(&mut faults, "text", &self.text);
        faults.when(self.sections.len() > MOST_SECTIONS, "sections", "fault-too-many");
        for (i, code) in self.sections.iter().enumerate().take(MOST_SECTIONS) {
            let known = setting.law.section(code, setting.province, setting.written.day());
            faults.when(known.is_none(), &format!("sections.{i}"), "fault-section-unknown");
        }
        faults.done()?;
        let case = case::allowed(setting, "case.version", &self.fir)?;
        self.party = Some(case.next_party()?);
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(mut row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        case::join(&mut row, &self.person, PartyRole::Witness, book)?;
        row.versions.push(VersionRef {
            act: rec.header.act.clone(),
            at: rec.written()?,
            cross: self.cross,
            sections: self.sections.clone(),
        });
        book.put(&row)
    }
}
