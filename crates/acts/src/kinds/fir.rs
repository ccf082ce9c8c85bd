//! `fir.register`: the First Information Report, section 154, Form 24.5(1). One act makes its entries in the FIR
//! register, the diary, the correspondence register (copies to the DPO and the magistrate) and the village crime
//! register, so none can be dated before another.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::fir_book;
use crate::kinds::{Body, Party};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{ClockMark, StaffRow};

/// The most sections one report names.
const MOST_SECTIONS: usize = 30;
/// The most victims, accused and items of property each.
const MOST_LISTED: usize = 200;

/// Seconds after which a late report needs its delay explained (column 5).
const DELAY_SECONDS: i64 = 24 * 3600;

/// Direction from the police station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bearing {
    /// At the station.
    Here,
    /// North.
    N,
    /// North-east.
    Ne,
    /// East.
    E,
    /// South-east.
    Se,
    /// South.
    S,
    /// South-west.
    Sw,
    /// West.
    W,
    /// North-west.
    Nw,
}

/// Place of occurrence (column 4).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Place {
    /// As told.
    pub text: String,
    /// Distance from the station, metres.
    pub distance_m: Option<u32>,
    /// Direction from the station.
    pub bearing: Option<Bearing>,
    /// Beat number.
    pub beat: Option<String>,
    /// Village or mohalla, for register IX.
    pub village: Option<String>,
    /// Latitude in millionths of a degree.
    pub lat_e6: Option<i32>,
    /// Longitude in millionths of a degree.
    pub lon_e6: Option<i32>,
}

/// Property carried off (column 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Property {
    /// What.
    pub description: String,
    /// How much or how many, as told.
    #[serde(default)]
    pub quantity: String,
    /// Value, rupees.
    #[serde(default)]
    pub value_rupees: Option<u64>,
    /// Number by which it is known: plate, engine, chassis, IMEI.
    #[serde(default)]
    pub identifier: Option<String>,
}

/// Someone named or described as having done it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Accused {
    /// The person, as far as known; the name may be empty.
    pub person: Party,
    /// Description (حلیہ).
    pub description: String,
}

/// How the informant attested the report read over to him.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Signature.
    Signature,
    /// Left thumb.
    LeftThumb,
    /// Right thumb.
    RightThumb,
    /// Came in writing, by post or message; signature to follow.
    Written,
}

/// A First Information Report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirRegister {
    /// Complaint tag it grew from.
    #[serde(default)]
    pub e_tag: Option<String>,
    /// Occurrence, from.
    pub occurred_from: Moment,
    /// Occurrence, until.
    #[serde(default)]
    pub occurred_to: Option<Moment>,
    /// Report (column 1).
    pub reported: Moment,
    /// Informant or complainant (column 2).
    pub informant: Party,
    /// Whether the informant is the victim.
    #[serde(default)]
    pub informant_is_victim: bool,
    /// Victims other than the informant.
    #[serde(default)]
    pub victims: Vec<Party>,
    /// Accused, as far as known.
    #[serde(default)]
    pub accused: Vec<Accused>,
    /// Codes of sections.
    pub sections: Vec<String>,
    /// Brief description of the offence (column 3).
    #[serde(default)]
    pub brief: String,
    /// Property carried off (column 3).
    #[serde(default)]
    pub property: Vec<Property>,
    /// Place (column 4).
    pub place: Place,
    /// Steps taken (column 5).
    #[serde(default)]
    pub action: String,
    /// Explanation of delay (column 5).
    #[serde(default)]
    pub delay_reason: Option<String>,
    /// Despatch from the station (column 6).
    #[serde(default)]
    pub despatched: Option<Moment>,
    /// The first information, in the informant's language.
    pub narrative: String,
    /// The same in English, where someone translated it.
    #[serde(default)]
    pub narrative_en: Option<String>,
    /// Read over to the informant and admitted correct.
    pub read_over: bool,
    /// How he attested it.
    pub mark: Mark,
    /// Investigating officer, by code.
    #[serde(default)]
    pub io: Option<String>,
    /// Why the persons in it are protected; the rules fill it in where the law commands it.
    #[serde(default)]
    pub seal: Option<String>,
    /// What changes the limits of its clocks; the rules fill it in from the sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<ClockMark>,
}

impl FirRegister {
    fn check_times(&self, faults: &mut Faults, setting: &Setting<'_>) {
        let end = self.occurred_to.unwrap_or(self.occurred_from);
        faults.when(end < self.occurred_from, "occurred_to", "fault-end-before-start");
        faults.when(end > self.reported, "occurred_from", "fault-after-report");
        let ahead = self.reported.seconds_since(setting.written);
        faults.when(ahead > 86_400, "reported", "fault-future");
        let first = Moment::from_millis(-2_208_988_800_000);
        faults.when(first.is_some_and(|f| self.occurred_from < f), "occurred_from", "fault-too-old");
        let late = self.reported.seconds_since(end) > DELAY_SECONDS;
        let silent = self.delay_reason.as_deref().is_none_or(|r| r.trim().is_empty());
        faults.when(late && silent, "delay_reason", "fault-delay-unexplained");
        faults.when(self.despatched.is_some_and(|d| d < self.reported), "despatched", "fault-before-report");
    }

    fn check_parties(&self, faults: &mut Faults) {
        self.informant.check(faults, "informant", true);
        faults.when(self.victims.len() > MOST_LISTED, "victims", "fault-too-many");
        faults.when(self.accused.len() > MOST_LISTED, "accused", "fault-too-many");
        for (i, victim) in self.victims.iter().enumerate().take(MOST_LISTED) {
            victim.check(faults, &format!("victims.{i}"), true);
        }
        for (i, accused) in self.accused.iter().enumerate().take(MOST_LISTED) {
            accused.person.check(faults, &format!("accused.{i}.person"), false);
            text::text(faults, &format!("accused.{i}.description"), &accused.description);
            let nothing = accused.person.name.trim().is_empty() && accused.description.trim().is_empty();
            faults.when(nothing, &format!("accused.{i}.description"), "fault-missing");
            let mut earlier = self.accused.iter().take(i);
            let twice = earlier.any(|one| one.person.has_card_of(&accused.person));
            faults.when(twice, &format!("accused.{i}.person.cnic"), "fault-twice");
        }
    }

    fn check_sections(&mut self, faults: &mut Faults, setting: &Setting<'_>) {
        faults.when(self.sections.is_empty(), "sections", "fault-missing");
        faults.when(self.sections.len() > MOST_SECTIONS, "sections", "fault-too-many");
        // The offence is of the law in force when it was done (Constitution, article 12); the victim is protected
        // by that law and by today's.
        let done = self.occurred_to.unwrap_or(self.occurred_from).day();
        let (mut cognizable, mut sensitive) = (false, false);
        self.marks.clear();
        for (i, code) in self.sections.iter().enumerate().take(MOST_SECTIONS) {
            match setting.law.section(code, setting.province, done) {
                None => faults.add(format!("sections.{i}"), "fault-section-unknown"),
                Some(s) => {
                    cognizable |= s.cognizable != Some(false) && !s.modifier;
                    sensitive |= s.sensitive;
                    let of = [
                        (s.capital, ClockMark::Capital),
                        (s.narcotic, ClockMark::Narcotic),
                        (s.rape, ClockMark::Rape),
                    ];
                    self.marks.extend(of.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark));
                }
            }
            let today = setting.law.section(code, setting.province, setting.written.day());
            sensitive |= today.is_some_and(|s| s.sensitive);
            let twice = self.sections.iter().take(i).any(|earlier| earlier == code);
            faults.when(twice, &format!("sections.{i}"), "fault-section-twice");
        }
        self.marks.sort_unstable();
        self.marks.dedup();
        faults.when(!self.sections.is_empty() && !cognizable, "sections", "fault-not-cognizable");
        if sensitive && self.seal.is_none() {
            self.seal = Some("protected-offence".to_owned());
        }
        // A child among the victims is protected whatever the section (JJSA 2018, section 13, by analogy).
        if self.victims.iter().chain(self.informant_is_victim.then_some(&self.informant)).any(Party::is_child)
        {
            self.seal.get_or_insert_with(|| "child-victim".to_owned());
        }
        if self.accused.iter().any(|a| a.person.is_child()) {
            self.seal.get_or_insert_with(|| "juvenile-accused".to_owned());
        }
    }

    fn check_text(&self, faults: &mut Faults) {
        text::text_needed(faults, "narrative", &self.narrative);
        for (field, value) in [("brief", &self.brief), ("action", &self.action)] {
            text::text(faults, field, value);
        }
        for (field, value) in [("delay_reason", &self.delay_reason), ("narrative_en", &self.narrative_en)] {
            text::text(faults, field, value.as_deref().unwrap_or(""));
        }
        text::line_needed(faults, "place.text", &self.place.text);
        for (field, value) in [("place.beat", &self.place.beat), ("place.village", &self.place.village)] {
            text::line(faults, field, value.as_deref().unwrap_or(""));
        }
        for (field, value) in [("e_tag", &self.e_tag), ("io", &self.io)] {
            if let Some(value) = value {
                text::code(faults, field, value);
            }
        }
        if let Some(seal) = &self.seal {
            text::code(faults, "seal", seal);
        }
        faults.when(self.place.distance_m.is_some_and(|d| d > 2_000_000), "place.distance_m", "fault-range");
        let far = |v: Option<i32>, max: i32| v.is_some_and(|v| v.checked_abs().is_none_or(|a| a > max));
        faults.when(far(self.place.lat_e6, 90_000_000), "place.lat_e6", "fault-range");
        faults.when(far(self.place.lon_e6, 180_000_000), "place.lon_e6", "fault-range");
        faults.when(self.property.len() > MOST_LISTED, "property", "fault-too-many");
        for (i, item) in self.property.iter().enumerate().take(MOST_LISTED) {
            text::line_needed(faults, &format!("property.{i}.description"), &item.description);
            text::line(faults, &format!("property.{i}.quantity"), &item.quantity);
            let identifier = item.identifier.as_deref().unwrap_or("");
            text::line(faults, &format!("property.{i}.identifier"), identifier);
        }
    }
}

impl Rule for FirRegister {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-154", "PPR-24.5"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        self.io.iter().map(|io| Want::Row(StaffRow::at(office, io))).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.check_times(&mut faults, setting);
        self.check_parties(&mut faults);
        self.check_sections(&mut faults, setting);
        self.check_text(&mut faults);
        faults.when(!self.read_over, "read_over", "fault-not-read-over");
        faults.done()?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots = vec![Slot::yearly("1", "-", written)];
        slots.extend(Slot::diary(day));
        slots.push(Slot::yearly("5", "I", written));
        slots.push(Slot::yearly("5", "I", written));
        slots.push(Slot::yearly("9", "II", written));
        slots
    }

    fn case<'a>(&'a self, act: &'a str) -> Option<&'a str> {
        Some(act)
    }

    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let runs = ["D2", "D3", "D8", "D9"].map(|d| Turn::start(upon.act, d).marked(&self.marks));
        let rape = self.marks.contains(&ClockMark::Rape);
        let mut turns = vec![Turn::start(upon.act, "D1").at(self.reported), Turn::meet(upon.act, "D1")];
        turns.extend(runs);
        // The victim is examined within hours of the report.
        turns.push(Turn::start(upon.act, "D18").at(self.reported).when(rape));
        turns
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::FirRegister(kept) = kept {
            self.seal = self.seal.take().or_else(|| kept.seal.clone());
            self.marks.clone_from(&kept.marks);
        }
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        fir_book::open_case(self, rec, book)
    }
}
