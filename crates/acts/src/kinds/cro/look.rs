//! How a person looks, in codes of the statute book (`looks.csv`), so that it can be searched: build, complexion, hair,
//! eyes, gait, speech, marks by kind and place. Neither caste nor religion nor origin is among them.

use serde::{Deserialize, Serialize};

use crate::refusal::Faults;
use crate::rule::Setting;
use crate::text;

/// The most marks of one person.
const MOST_MARKS: usize = 50;
/// Heights that are believed, centimetres.
const HEIGHTS: std::ops::RangeInclusive<u16> = 50..=250;
/// Weights that are believed, kilograms.
const WEIGHTS: std::ops::RangeInclusive<u16> = 10..=300;

/// What a mark on the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyMarkKind {
    /// A scar.
    Scar,
    /// A tattoo.
    Tattoo,
    /// A mole.
    Mole,
    /// A birthmark.
    Birthmark,
    /// A deformity.
    Deformity,
    /// A part that is not there.
    MissingPart,
}

impl BodyMarkKind {
    /// Every one.
    pub const ALL: [Self; 6] =
        [Self::Scar, Self::Tattoo, Self::Mole, Self::Birthmark, Self::Deformity, Self::MissingPart];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scar => "scar",
            Self::Tattoo => "tattoo",
            Self::Mole => "mole",
            Self::Birthmark => "birthmark",
            Self::Deformity => "deformity",
            Self::MissingPart => "missing_part",
        }
    }
}

/// A mark on the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyMark {
    /// What it is.
    pub kind: BodyMarkKind,
    /// Where: a code of the list `mark_place`.
    pub place: String,
    /// As it looks.
    #[serde(default)]
    pub words: String,
}

/// How a person looks. Each code is of the list that is named like its field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Looks {
    /// Height, centimetres.
    pub height_cm: Option<u16>,
    /// Weight, kilograms.
    pub weight_kg: Option<u16>,
    /// Build.
    pub build: Option<String>,
    /// Complexion.
    pub complexion: Option<String>,
    /// Shape of the face.
    pub face: Option<String>,
    /// How the hair is worn.
    pub hair: Option<String>,
    /// Colour of the hair.
    pub hair_colour: Option<String>,
    /// Colour of the eyes.
    pub eyes: Option<String>,
    /// Beard.
    pub beard: Option<String>,
    /// Moustache.
    pub moustache: Option<String>,
    /// Gait.
    pub gait: Option<String>,
    /// Speech.
    pub speech: Option<String>,
    /// Marks on the body.
    pub marks: Vec<BodyMark>,
}

impl Looks {
    /// The list in which the place of a mark is a code.
    pub const PLACES: &'static str = "mark_place";

    /// Each coded field with the list of the same name.
    pub fn codes(&self) -> [(&'static str, &Option<String>); 10] {
        [
            ("build", &self.build),
            ("complexion", &self.complexion),
            ("face", &self.face),
            ("hair", &self.hair),
            ("hair_colour", &self.hair_colour),
            ("eyes", &self.eyes),
            ("beard", &self.beard),
            ("moustache", &self.moustache),
            ("gait", &self.gait),
            ("speech", &self.speech),
        ]
    }

    /// Notes what cannot stand.
    pub(crate) fn check(&self, faults: &mut Faults, setting: &Setting<'_>) {
        let day = setting.written.day();
        let known = |list: &str, code: &str| setting.law.look(list, code, setting.province, day);
        faults.when(self.height_cm.is_some_and(|h| !HEIGHTS.contains(&h)), "looks.height_cm", "fault-height");
        faults.when(self.weight_kg.is_some_and(|w| !WEIGHTS.contains(&w)), "looks.weight_kg", "fault-weight");
        for (list, code) in self.codes() {
            let strange = code.as_deref().is_some_and(|code| !known(list, code));
            faults.when(strange, &format!("looks.{list}"), "fault-choice");
        }
        faults.when(self.marks.len() > MOST_MARKS, "looks.marks", "fault-too-many");
        for (i, mark) in self.marks.iter().enumerate().take(MOST_MARKS) {
            let strange = !known(Self::PLACES, &mark.place);
            faults.when(strange, &format!("looks.marks.{i}.place"), "fault-choice");
            text::line(faults, &format!("looks.marks.{i}.words"), &mark.words);
        }
    }
}
