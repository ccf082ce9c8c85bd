//! Finger-prints: taken of the arrested and of convicts, destroyed when they are freed. The fingers are nobody's: each is
//! drawn from a seed, and the engine compares them as it would anybody's. Nobody is photographed.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roznamcha_acts::kinds::{EnrolBasis, Looks, Party, PrintsEnrol, TakenPrint};
use roznamcha_prints::Template;
use roznamcha_prints_synth::{Chance as Fingers, Finger, Wear};

use super::{Case, Stands};
use crate::chance::Chance;
use crate::life::Life;
use crate::step::Step;

/// The officer of the record office.
const OFFICER: &str = "NMN-CRO";
/// Offences for which prints are taken.
const GRAVE: [&str; 10] = [
    "theft",
    "motorcycle",
    "dwelling",
    "burglary",
    "robbery",
    "dacoity",
    "murder",
    "attempt",
    "narcotics",
    "arms",
];
/// Those of them of which the statute book does not say how they are punished.
const UNKNOWN: [&str; 2] = ["narcotics", "arms"];

impl Life<'_> {
    /// Whether prints are taken of this suspect: of every one in a small district, of every fifth in a year.
    fn takes_prints(&self, case: &Case, suspect: usize) -> bool {
        let child = case.suspects.get(suspect).is_none_or(|s| s.child);
        let turn = self.plan.small || case.minute.rem_euclid(5) == 0;
        !case.sealed && !child && turn && GRAVE.contains(&case.crime.key)
    }

    /// An arrested person is enrolled: prints, and no photograph.
    pub(super) fn enrol(&mut self, at: usize, case: &Case, suspect: usize, now: i64) -> Option<Step> {
        let held = case.suspects.get(suspect)?.stands == Stands::Police;
        if !held || !self.takes_prints(case, suspect) {
            return None;
        }
        let by = case.io.clone();
        self.enrolled(at, case, (suspect, EnrolBasis::Arrestee), &by, now)
    }

    /// A convict is enrolled by the record office, where the statute book knows how his sections are punished.
    pub(super) fn enrol_convict(&mut self, at: usize, case: &Case, suspect: usize, now: i64) -> Option<Step> {
        if !self.takes_prints(case, suspect) || UNKNOWN.contains(&case.crime.key) {
            return None;
        }
        self.enrolled(at, case, (suspect, EnrolBasis::Convict), OFFICER, now)
    }

    fn enrolled(
        &mut self,
        at: usize,
        case: &Case,
        (suspect, basis): (usize, EnrolBasis),
        by: &str,
        now: i64,
    ) -> Option<Step> {
        let accused = case.suspects.get(suspect)?.index;
        let fingers = self.fingers(case, accused, basis);
        let mut chance = Chance::new(self.plan.seed, &format!("looks/{}/{accused}", case.id));
        let method: &[&str] =
            if case.crime.flavour() == "taken" { &["time.night", "transport.on_foot"] } else { &[] };
        let body = PrintsEnrol {
            basis,
            fir: Some(case.id.clone()),
            accused: Some(accused),
            order: None,
            person: Party::default(),
            taken: self.calendar.at(now - 5),
            taken_by: self.sho.clone(),
            taken_rank: "si".to_owned(),
            prints: fingers
                .iter()
                .zip(1..)
                .filter_map(|(template, finger)| taken(template, finger))
                .collect(),
            photographs: Vec::new(),
            looks: looks(&mut chance),
            method: method.iter().map(|code| (*code).to_owned()).collect(),
            method_words: String::new(),
            gang: None,
        };
        self.with_suspect(at, suspect, |s| s.enrolled = true);
        Some(self.step(by, body))
    }

    /// Ten fingers of nobody; of one person the same in every impression.
    fn fingers(&self, case: &Case, accused: u32, basis: EnrolBasis) -> Vec<Template> {
        let named =
            Chance::new(self.plan.seed, &format!("fingers/{}/{accused}", case.id)).between(0, i64::MAX - 1);
        let (seed, person) = (self.plan.seed, u64::try_from(named).unwrap_or_default());
        let time = if basis == EnrolBasis::Convict { 2 } else { 1 };
        let of = |finger: u8| {
            let mut chance = Fingers::of(seed, &[person, u64::from(finger), time]);
            Finger::of(seed, person, finger).impression(&Wear::default(), &mut chance)
        };
        (1..=10).map(of).collect()
    }
}

fn taken(template: &Template, finger: u8) -> Option<TakenPrint> {
    let bytes = template.to_bytes().ok()?;
    Some(TakenPrint { finger, file: None, template: STANDARD.encode(bytes), quality: 70, missing: None })
}

/// How he looks, in codes of the statute book.
fn looks(chance: &mut Chance) -> Looks {
    let mut one = |of: &[&str]| chance.pick(of).map(|code| (*code).to_owned());
    let build = one(&["thin", "slim", "medium", "stout"]);
    let complexion = one(&["fair", "wheat", "brown"]);
    let face = one(&["oval", "round", "long"]);
    let hair = one(&["short", "medium", "curly", "thinning"]);
    let hair_colour = one(&["black", "dark_brown", "grey"]);
    let eyes = one(&["black", "dark_brown", "brown", "hazel"]);
    let beard = one(&["none", "stubble", "short", "full"]);
    let moustache = one(&["none", "thin", "medium", "thick"]);
    let (gait, speech) = (one(&["normal", "quick", "limp_left"]), one(&["normal", "hoarse", "loud"]));
    let measure = |n: i64| u16::try_from(n).ok();
    let (height_cm, weight_kg) = (measure(chance.between(158, 186)), measure(chance.between(54, 92)));
    let marks = Vec::new();
    Looks {
        height_cm,
        weight_kg,
        build,
        complexion,
        face,
        hair,
        hair_colour,
        eyes,
        beard,
        moustache,
        gait,
        speech,
        marks,
    }
}
