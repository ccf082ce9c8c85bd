//! A station as the year goes through it: what it has to do, what it holds, what it must remember.

use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{Body, Party};
use roznamcha_journal::EntryRef;
use roznamcha_records::Role;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::calendar::Calendar;
use crate::case::{Beat, Case, Fate};
use crate::chance::Chance;
use crate::crimes::{Crime, by_key};
use crate::district::Station;
use crate::step::Step;
use crate::words::Words;
use crate::{DemoError, DemoPlan};

/// Something to do at a minute.
pub(crate) enum Todo {
    /// An act already composed.
    Do(Box<Step>),
    /// A report comes in; of this offence, or of any; with this end, or with any; of a child.
    Register { crime: Option<&'static Crime>, fate: Option<Fate>, young: bool },
    /// Something happens in a case the station remembers.
    Beat(usize, Beat),
    /// Cash in hand beyond what a station needs goes to the treasury.
    Treasury,
    /// Charge passes from one officer to another.
    Charge { charge: &'static str, from: String, to: String },
    /// The alert goes out for a missing child.
    Alert { missing: String },
    /// The store-room is counted.
    Count,
    /// A government weapon is issued to an officer.
    Weapon { nth: usize, officer: String, out: bool },
    /// Someone was arrested.
    Lodge { person: Box<Party>, sections: Vec<String>, fir: Option<String>, released: bool },
}

/// A weapon on charge.
#[derive(Clone, Debug)]
pub(crate) struct Arm {
    pub entry: EntryRef,
    pub issued: bool,
}

/// A station's life.
pub(crate) struct Life<'a> {
    pub words: &'a Words,
    pub plan: &'a DemoPlan,
    pub calendar: Calendar,
    pub station: Station,
    /// Its place among the stations, from 0.
    pub index: usize,
    pub chance: Chance,
    /// By minute, then in order of planning.
    pub later: BTreeMap<(i64, u64), Todo>,
    pub cash: i64,
    /// Entries written in the diary today, the narrated ones.
    pub written: u64,
    pub cases: Vec<Case>,
    pub known: Vec<Party>,
    pub ios: Vec<String>,
    pub sho: String,
    /// Officers who have been relieved.
    pub left: Vec<String>,
    /// What the store-room and the armoury hold by the books.
    pub in_store: u32,
    pub deposits: u32,
    pub arms: Vec<Arm>,
    /// The last serial of a register, part and year, where the station writes in it by itself.
    serials: BTreeMap<(&'static str, &'static str, i16), u64>,
    space: Uuid,
    made: u64,
    planned: u64,
}

impl<'a> Life<'a> {
    /// The life of a station, not begun.
    pub fn new(
        words: &'a Words,
        plan: &'a DemoPlan,
        station: Station,
        index: usize,
    ) -> Result<Self, DemoError> {
        let one = |role| station.of(role).into_iter().next().unwrap_or_default();
        Ok(Self {
            words,
            plan,
            calendar: Calendar::of(plan)?,
            index,
            chance: Chance::new(plan.seed, &format!("life/{}", station.code)),
            later: BTreeMap::new(),
            cash: 0,
            written: 0,
            cases: Vec::new(),
            known: Vec::new(),
            ios: station.of(Role::Io),
            sho: one(Role::Sho),
            left: Vec::new(),
            in_store: 0,
            deposits: 0,
            arms: Vec::new(),
            serials: BTreeMap::new(),
            space: space(plan.seed, &station.code),
            station,
            made: 0,
            planned: 0,
        })
    }

    /// The next act's id: the same in every making.
    pub fn id(&mut self) -> ActId {
        self.made += 1;
        ActId(Uuid::new_v5(&self.space, self.made.to_string().as_bytes()))
    }

    /// The entry the next line of that register and part will be; every line of it must be asked for here.
    pub fn next_entry(&mut self, register: &'static str, part: &'static str, now: i64) -> EntryRef {
        let year = self.calendar.at(now).day().year();
        let serial = self.serials.entry((register, part, year)).or_default();
        *serial += 1;
        EntryRef {
            register: register.to_owned(),
            part: part.to_owned(),
            period: year.to_string(),
            serial: *serial,
        }
    }

    /// Plans a report of that offence, with that end.
    pub fn plan_report(&mut self, minute: i64, key: &str, fate: Option<Fate>, young: bool) {
        let crime = by_key(key);
        self.plan(minute, Todo::Register { crime, fate, young });
    }

    /// Plans something.
    pub fn plan(&mut self, minute: i64, todo: Todo) {
        self.planned += 1;
        self.later.insert((minute, self.planned), todo);
    }

    /// Plans an act of an officer.
    pub fn plan_act(&mut self, minute: i64, by: &str, body: impl Into<Body>) {
        let step = self.step(by, body);
        self.plan(minute, Todo::Do(Box::new(step)));
    }

    /// An act of an officer at this station.
    pub fn step(&mut self, by: &str, body: impl Into<Body>) -> Step {
        let id = self.id();
        Step::new(id, &self.station.code, by, body)
    }

    /// The clerk at that hour: one by day, another by night.
    pub fn clerk(&self, minute: i64) -> String {
        let clerks = self.station.of(Role::Moharrar);
        let day = (480..1200).contains(&minute.rem_euclid(1440));
        let clerk = if day { clerks.first() } else { clerks.last() };
        clerk.cloned().unwrap_or_default()
    }

    /// An officer's name in Urdu.
    pub fn name_of(&self, officer: &str) -> String {
        let post = self.station.posts.iter().find(|p| p.officer == officer);
        post.map_or_else(|| "افسر تھانہ".to_owned(), |p| p.name.ur.clone())
    }

    /// The number of the last day.
    pub fn last_day(&self) -> i64 {
        i64::from(self.plan.days) - 1
    }
}

/// The name space of an office's ids.
pub(crate) fn space(seed: u64, office: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("roznamcha-demo:{seed}:{office}").as_bytes())
}
