//! What is taken of a person: prints as templates, photographs, and what is said of a gang.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::refusal::Faults;
use crate::text;

/// The most prints of one act: ten fingers, or what a scene gave.
const MOST_PRINTS: usize = 20;
/// The longest template, bytes.
const TEMPLATE_MAX: usize = 8_192;
/// The most photographs of one enrolment.
const MOST_PHOTOGRAPHS: usize = 20;

/// Under which section of the Identification of Prisoners Act 1920 prints are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EnrolBasis {
    /// Convicted of what one year's rigorous imprisonment or more is given for (section 3).
    #[serde(rename = "convict_s3")]
    Convict,
    /// Bound over under section 118 of the Code (section 3).
    #[serde(rename = "bond_s3")]
    Bond,
    /// Arrested for what one year's rigorous imprisonment or more is given for (section 4): prints, no photograph.
    #[serde(rename = "arrestee_s4")]
    Arrestee,
    /// A magistrate ordered it (section 5).
    #[serde(rename = "magistrate_s5")]
    Magistrate,
}

impl EnrolBasis {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Convict, Self::Bond, Self::Arrestee, Self::Magistrate];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Convict => "convict_s3",
            Self::Bond => "bond_s3",
            Self::Arrestee => "arrestee_s4",
            Self::Magistrate => "magistrate_s5",
        }
    }

    /// The section it rests on.
    pub fn section(self) -> &'static str {
        match self {
            Self::Convict | Self::Bond => "IPA-3",
            Self::Arrestee => "IPA-4",
            Self::Magistrate => "IPA-5",
        }
    }

    /// Whether photographs may be taken under it.
    pub fn photographs(self) -> bool {
        self != Self::Arrestee
    }
}

/// An enrolment of any station: its office and its act.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnrolRef {
    /// The station.
    pub office: String,
    /// The act of enrolment.
    pub act: String,
}

impl EnrolRef {
    /// Both in one word, as keys and columns have it.
    pub fn key(&self) -> String {
        format!("{}/{}", self.office, self.act)
    }

    pub(crate) fn check(&self, faults: &mut Faults, path: &str) {
        text::code(faults, &format!("{path}.office"), &self.office);
        text::code(faults, &format!("{path}.act"), &self.act);
    }
}

/// Why a finger gave no print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Not there.
    Amputated,
    /// Bandaged, or not to be taken that day.
    Bandaged,
}

impl Missing {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Amputated => "amputated",
            Self::Bandaged => "bandaged",
        }
    }
}

/// One print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenPrint {
    /// Which finger: 1 the right thumb to 10 the left little finger (ANSI/NIST); 0 where it is not known.
    pub finger: u8,
    /// SHA-256 of the image in the file area.
    #[serde(default)]
    pub file: Option<String>,
    /// The template, base64.
    #[serde(default)]
    pub template: String,
    /// Quality, 0 to 100.
    #[serde(default)]
    pub quality: u8,
    /// Why there is none.
    #[serde(default)]
    pub missing: Option<Missing>,
}

impl TakenPrint {
    /// The template's bytes; `None` where there is none or it does not read.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        STANDARD.decode(&self.template).ok().filter(|bytes| !bytes.is_empty())
    }

    fn check(&self, faults: &mut Faults, path: &str, least: u8) {
        let at = |name: &str| format!("{path}.{name}");
        faults.when(self.finger < least || self.finger > 10, &at("finger"), "fault-finger");
        faults.when(self.quality > 100, &at("quality"), "fault-quality");
        if let Some(file) = &self.file {
            text::hash(faults, &at("file"), file);
        }
        if self.missing.is_some() {
            faults.when(self.file.is_some(), &at("file"), "fault-finger-missing");
            faults.when(!self.template.is_empty(), &at("template"), "fault-finger-missing");
            return;
        }
        let good = self.bytes().is_some_and(|bytes| bytes.len() <= TEMPLATE_MAX);
        faults.when(!good, &at("template"), "fault-template");
    }
}

/// Notes what cannot stand in prints. `known`: each is of a finger that is known, and no finger twice.
pub(crate) fn check_prints(faults: &mut Faults, prints: &[TakenPrint], known: bool) {
    faults.when(prints.len() > MOST_PRINTS, "prints", "fault-too-many");
    for (i, print) in prints.iter().enumerate().take(MOST_PRINTS) {
        let path = format!("prints.{i}");
        print.check(faults, &path, u8::from(known));
        let twice = known && prints.iter().take(i).any(|before| before.finger == print.finger);
        faults.when(twice, &format!("{path}.finger"), "fault-twice");
    }
}

/// What a photograph shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoView {
    /// The face from the front.
    Front,
    /// The left profile.
    Left,
    /// The right profile.
    Right,
    /// Full length.
    Full,
    /// A mark upon the body.
    Mark,
}

impl PhotoView {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::Front, Self::Left, Self::Right, Self::Full, Self::Mark];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Left => "left",
            Self::Right => "right",
            Self::Full => "full",
            Self::Mark => "mark",
        }
    }
}

/// One photograph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Photograph {
    /// SHA-256 of its content.
    pub sha256: String,
    /// What it shows.
    pub view: PhotoView,
    /// Its length in bytes; as the file area says.
    #[serde(default)]
    pub size: u64,
    /// Its media type; as the file area says.
    #[serde(default)]
    pub media: String,
}

/// Notes what cannot stand in photographs.
pub(crate) fn check_photographs(faults: &mut Faults, photographs: &[Photograph]) {
    faults.when(photographs.len() > MOST_PHOTOGRAPHS, "photographs", "fault-too-many");
    for (i, photograph) in photographs.iter().enumerate().take(MOST_PHOTOGRAPHS) {
        let field = format!("photographs.{i}.sha256");
        text::hash(faults, &field, &photograph.sha256);
        let twice = photographs.iter().take(i).any(|before| before.sha256 == photograph.sha256);
        faults.when(twice, &field, "fault-twice");
    }
}

/// What somebody is in a gang.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GangRole {
    /// Leads it.
    Leader,
    /// One of it.
    Member,
    /// Goes with it at times.
    Associate,
    /// Receives what it steals.
    Receiver,
}

impl GangRole {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Leader, Self::Member, Self::Associate, Self::Receiver];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Member => "member",
            Self::Associate => "associate",
            Self::Receiver => "receiver",
        }
    }
}

/// How far that is established. What is said of somebody is not what a court found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GangStatus {
    /// He or another says so.
    Stated,
    /// The police suspect it.
    Suspected,
    /// A court found it.
    Convicted,
}

impl GangStatus {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Stated, Self::Suspected, Self::Convicted];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Suspected => "suspected",
            Self::Convicted => "convicted",
        }
    }
}

/// A gang he is said to be of, with the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gang {
    /// Its name, as it is spoken of.
    pub name: String,
    /// What he is in it.
    pub role: GangRole,
    /// How far that is established.
    pub status: GangStatus,
    /// Whence it is known.
    pub source: String,
}

impl Gang {
    pub(crate) fn check(&self, faults: &mut Faults) {
        text::name(faults, "gang.name", &self.name);
        text::line_needed(faults, "gang.source", &self.source);
    }
}
