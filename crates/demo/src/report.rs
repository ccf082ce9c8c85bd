//! A First Information Report of one offence: persons, property, place, hours, story.

use roznamcha_acts::kinds::{Accused, FirRegister, Mark, Party, Property};
use roznamcha_records::Role;

use crate::calendar::{Calendar, DAY};
use crate::chance::Chance;
use crate::crimes::{Crime, Loot, Victim};
use crate::district::{Post, Station};
use crate::people::{self, MARK_UR};
use crate::places::{self, Locality};
use crate::tale::{self, Facts, Voice};
use crate::words::{Words, line};

/// How many of those accused before a station remembers.
const REMEMBERED: usize = 40;

/// Who composes, and from what.
pub(crate) struct Teller<'a> {
    pub words: &'a Words,
    pub station: &'a Station,
    pub calendar: Calendar,
    pub chance: &'a mut Chance,
    /// Persons accused here before: some are accused again.
    pub known: &'a mut Vec<Party>,
    /// The investigating officer.
    pub io: String,
    /// A complaint's tag, where it grew from one.
    pub tag: String,
    /// Children are accused.
    pub young: bool,
}

/// Property with how the story calls it.
struct Taken {
    item: String,
    value: i64,
    list: Vec<Property>,
}

fn property(description: &str, value: i64, identifier: Option<String>) -> Property {
    let value_rupees = u64::try_from(value).ok();
    Property { description: description.to_owned(), quantity: String::new(), value_rupees, identifier }
}

impl Teller<'_> {
    /// Composes the report as it is registered at `now`.
    pub fn compose(&mut self, crime: &Crime, now: i64) -> FirRegister {
        let reported = now - self.chance.between(8, 35);
        let (from, to) = self.occurrence(crime, reported);
        let end = to.unwrap_or(from);
        let localities = &self.station.localities;
        let at = self.chance.pick_early(localities).cloned();
        let home = self.chance.pick(localities).cloned();
        let (Some(at), Some(home)) = (at, home) else { return self.bare(now) };
        let (informant, voice) = self.informant(crime, &home);
        let victims = self.victims(crime, &home);
        let accused = self.accused(crime, &at);
        let taken = self.taken(crime.loot);
        let place = places::place(&at, self.station.at, self.chance);
        let mut facts = self.facts(crime, &at, &home, from);
        facts.push(("item", taken.item));
        facts.push(("value", taken.value.to_string()));
        facts.push(("acc", self.called(&accused)));
        facts.push(("victim", victims.first().map_or("مضروب", |v| v.name.as_str()).to_owned()));
        facts.push(("officer", informant.name.clone()));
        let named = accused.iter().any(|a| !a.person.name.is_empty());
        let told = tale::tell(self.words, crime, voice, named, &facts, self.chance);
        let late = reported - end > DAY;
        let of = |what: &str| format!("{what}_{}", crime.flavour());
        let delay = line(&self.words.diary, &of("delay"), self.chance).to_owned();
        let sections = self.chance.pick(crime.sections).copied().unwrap_or_default();
        FirRegister {
            e_tag: self.chance.odds(0.35).then(|| self.tag.clone()),
            occurred_from: self.calendar.at(from),
            occurred_to: to.map(|m| self.calendar.at(m)),
            reported: self.calendar.at(reported),
            informant_is_victim: crime.victim == Victim::Informant,
            informant,
            victims,
            accused,
            sections: sections.iter().map(|s| (*s).to_owned()).collect(),
            brief: told.brief,
            property: taken.list,
            place,
            action: line(&self.words.diary, &of("action"), self.chance).to_owned(),
            delay_reason: late.then_some(delay),
            despatched: Some(self.calendar.at(now + self.chance.between(30, 90))),
            narrative: told.narrative,
            narrative_en: told.english,
            read_over: true,
            mark: self.mark(crime, voice),
            io: Some(self.io.clone()),
            seal: None,
            marks: Vec::new(),
        }
    }

    /// Where a station has no localities (it always has).
    fn bare(&self, now: i64) -> FirRegister {
        let at = self.calendar.at(now);
        FirRegister {
            marks: Vec::new(),
            e_tag: None,
            occurred_from: at,
            occurred_to: None,
            reported: at,
            informant: Party { name: format!("نمونہ {MARK_UR}"), ..Party::default() },
            informant_is_victim: true,
            victims: Vec::new(),
            accused: Vec::new(),
            sections: vec!["PPC-379".to_owned()],
            brief: String::new(),
            property: Vec::new(),
            place: roznamcha_acts::kinds::Place { text: self.station.code.clone(), ..Default::default() },
            action: String::new(),
            delay_reason: None,
            despatched: None,
            narrative: MARK_UR.to_owned(),
            narrative_en: None,
            read_over: true,
            mark: Mark::Signature,
            io: None,
            seal: None,
        }
    }

    fn occurrence(&mut self, crime: &Crime, reported: i64) -> (i64, Option<i64>) {
        if crime.victim == Victim::Nobody {
            return (reported - self.chance.between(30, 70), None);
        }
        let noise: i64 = (0..3).map(|_| self.chance.between(-80, 80)).sum();
        let mut from = reported.div_euclid(DAY) * DAY + crime.hour * 60 + noise;
        while from > reported - 15 {
            from -= DAY;
        }
        let slow = matches!(crime.key, "cheque" | "fraud");
        if slow {
            from -= DAY * self.chance.between(2, 20);
        } else if self.chance.odds(0.08) {
            from -= DAY * self.chance.between(1, 5);
        }
        let to = from + self.chance.between(5, 45);
        (from, (to <= reported && self.chance.odds(0.3)).then_some(to))
    }

    fn informant(&mut self, crime: &Crime, home: &Locality) -> (Party, Voice) {
        if crime.victim == Victim::Nobody {
            let io = self.io.clone();
            let officer = self.station.posts.iter().find(|p| p.officer == io);
            let officer = officer.or_else(|| self.station.posts.iter().find(|p| p.role == Role::Sho));
            return (officer.map(as_party).unwrap_or_default(), Voice::Officer);
        }
        let woman = crime.key == "harassment" || self.chance.odds(0.2);
        let party = people::person(self.words, woman, (19, 70), home.name, self.chance);
        (party, if woman { Voice::Woman } else { Voice::Man })
    }

    fn victims(&mut self, crime: &Crime, home: &Locality) -> Vec<Party> {
        let (woman, age) = match crime.victim {
            Victim::Informant | Victim::Nobody => return Vec::new(),
            Victim::Man => (false, (18, 65)),
            Victim::Woman => (true, (18, 35)),
            Victim::Child => (false, (6, 14)),
        };
        vec![people::person(self.words, woman, age, home.name, self.chance)]
    }

    fn accused(&mut self, crime: &Crime, at: &Locality) -> Vec<Accused> {
        if self.chance.odds(crime.unknown) {
            let description = || Accused { person: Party::default(), description: String::new() };
            let count = if crime.most > 1 { self.chance.between(1, 2) } else { 1 };
            let mut all: Vec<Accused> = (0..count).map(|_| description()).collect();
            for one in &mut all {
                line(&self.words.names, "description", self.chance).clone_into(&mut one.description);
            }
            return all;
        }
        let count = self.chance.between(1, crime.most);
        let young = self.young || (matches!(crime.key, "theft" | "kites") && self.chance.odds(0.04));
        let mut all: Vec<Accused> = Vec::new();
        for _ in 0..count {
            let again = if young || !self.chance.odds(0.12) { None } else { self.chance.pick(self.known) };
            // Nobody stands in a case twice.
            let again = again.filter(|known| all.iter().all(|a| a.person.cnic != known.cnic));
            let person = again.cloned().unwrap_or_else(|| {
                let age = if young { (14, 17) } else { (18, 48) };
                people::person(self.words, false, age, at.name, self.chance)
            });
            self.remember(&person);
            all.push(Accused { person, description: String::new() });
        }
        all
    }

    fn remember(&mut self, person: &Party) {
        if self.known.len() < REMEMBERED && person.cnic.is_some() && !self.known.contains(person) {
            self.known.push(person.clone());
        }
    }

    fn taken(&mut self, loot: Loot) -> Taken {
        let plate = format!("NMN-{:04}", self.chance.between(1, 9999));
        let handset = format!("00000000{:07}", self.chance.between(1, 9_999_999));
        let value = self.chance.between(12, 180) * 1000;
        let one = |item: &str, value, id| Taken {
            item: item.to_owned(),
            value,
            list: vec![property(item, value, id)],
        };
        match loot {
            Loot::Nothing => Taken { item: "سامان".to_owned(), value, list: Vec::new() },
            Loot::Plate => Taken { item: plate, value, list: Vec::new() },
            Loot::Phone => one("موبائل فون", value, Some(handset)),
            Loot::Bike => {
                let mut taken = one("موٹر سائیکل 70 سی سی", value.max(60_000), Some(plate.clone()));
                taken.item = format!("موٹر سائیکل نمبری {plate}");
                taken
            }
            Loot::Cash => {
                let mut taken = one("نقدی", value, None);
                taken.item = "نقدی و موبائل فون".to_owned();
                taken.list.push(property("موبائل فون", 25_000, Some(handset)));
                taken
            }
            Loot::Jewels => one("طلائی زیورات", value * 4, None),
            Loot::Cattle => {
                let kinds = ["بھینس ایک راس", "گائے دو راس", "بکریاں تین راس"];
                one(self.chance.pick(&kinds).copied().unwrap_or_default(), value * 2, None)
            }
            Loot::Goods => {
                let kinds = ["یو پی ایس و بیٹری", "سولر پلیٹیں", "گندم بیس بوری", "کپڑے کے تھان"];
                one(self.chance.pick(&kinds).copied().unwrap_or_default(), value, None)
            }
        }
    }

    fn facts(&mut self, crime: &Crime, at: &Locality, home: &Locality, from: i64) -> Facts {
        let weapons: &[&str] = match crime.key {
            "hurt" | "trespass" => &["ڈنڈا", "کلہاڑی", "سوٹا"],
            _ => &["پستول 30 بور", "رائفل 44 بور", "ریوالور 32 بور"],
        };
        let day = self.calendar.at(from).day();
        let witness = people::person(self.words, false, (20, 60), home.name, self.chance);
        let trade = line(&self.words.names, "trade", self.chance);
        vec![
            ("home", format!("{} {MARK_UR}", home.name)),
            ("trade", trade.to_owned()),
            ("place", at.name.to_owned()),
            ("date", day.strftime("%d.%m.%Y").to_string()),
            ("time", tale::spoken(from)),
            ("wit", witness.line()),
            ("n", self.chance.between(2, 6).to_string()),
            ("w", self.chance.pick(weapons).copied().unwrap_or_default().to_owned()),
        ]
    }

    fn called(&mut self, accused: &[Accused]) -> String {
        let names: Vec<&str> =
            accused.iter().map(|a| a.person.name.as_str()).filter(|n| !n.is_empty()).collect();
        match names.as_slice() {
            [] => "نامعلوم اشخاص".to_owned(),
            [one] => format!("مسمی {one}"),
            many => format!("ملزمان {}", many.join("، ")),
        }
    }

    fn mark(&mut self, crime: &Crime, voice: Voice) -> Mark {
        if voice == Voice::Officer || crime.key == "electricity" {
            return Mark::Written;
        }
        if self.chance.odds(0.72) { Mark::Signature } else { Mark::LeftThumb }
    }
}

/// An officer as the informant of a case the police found.
fn as_party(post: &Post) -> Party {
    Party {
        name: post.name.ur.clone(),
        address: Some(format!("تھانہ {MARK_UR}")),
        phone: Some(post.phone.clone()),
        ..Party::default()
    }
}
