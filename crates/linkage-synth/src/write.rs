//! The books: one person after another, each written one to twelve times by one station or several.

use crate::chance::Chance;
use crate::person::{Name, Person, Pools, muhammad};
use crate::spell::{slip, spelt};
use crate::station::Rates;

/// Stations.
const STATIONS: usize = 400;
/// Persons among whom the next may have a brother.
const NEIGHBOURS: usize = 400;

/// One line of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Who it is: the truth, which no engine may look at.
    pub person: u64,
    /// Which station wrote it.
    pub station: u16,
    /// His name, second names included.
    pub name: String,
    /// His father's; empty where it was left out, as all that follow.
    pub father: String,
    /// Thirteen digits.
    pub cnic: String,
    /// A day, or a year only.
    pub birth: String,
    /// Eleven digits.
    pub phone: String,
    /// District.
    pub district: String,
    /// `m` or `f`.
    pub sex: char,
}

/// An endless row of lines; the same seed gives the same for ever.
pub struct People {
    chance: Chance,
    pools: Pools,
    stations: Vec<Rates>,
    /// Those last made, of whose households the next may be.
    made: Vec<Person>,
    count: u64,
    /// Lines of the person whose turn it is that are still to come.
    left: u32,
    home: usize,
}

impl People {
    /// Everybody, from a seed.
    #[must_use]
    pub fn new(seed: u64, rates: &Rates) -> Self {
        let mut chance = Chance::new(seed, 1);
        let stations = (0..STATIONS).map(|_| rates.of_station(&mut chance)).collect();
        let (pools, made) = (Pools::new(), Vec::new());
        Self { chance, pools, stations, made, count: 0, left: 0, home: 0 }
    }

    /// The rates of a station.
    #[must_use]
    pub fn rates(&self, station: u16) -> Option<&Rates> {
        self.stations.get(usize::from(station))
    }

    fn someone_new(&mut self) {
        let chance = &mut self.chance;
        let household = !self.made.is_empty() && chance.one_in(0.25);
        let brother = if household { self.made.get(chance.below(self.made.len())) } else { None };
        let person = self.pools.person(brother, chance);
        if self.made.len() > NEIGHBOURS {
            self.made.remove(0);
        }
        self.made.push(person);
        self.count += 1;
        self.home = chance.below(STATIONS);
        self.left = match chance.share() {
            share if share < 0.55 => 1,
            share if share < 0.78 => 2,
            share if share < 0.88 => 3,
            _ => 4 + (-2.0 * chance.share().max(1e-9).ln()) as u32,
        }
        .min(12);
    }
}

impl Iterator for People {
    type Item = Written;

    fn next(&mut self) -> Option<Written> {
        if self.left == 0 {
            self.someone_new();
        }
        self.left -= 1;
        let chance = &mut self.chance;
        let station = if chance.one_in(0.6) { self.home } else { chance.below(STATIONS) };
        let (person, rates) = (self.made.last()?, self.stations.get(station)?);
        let stranger = self.made.get(chance.below(self.made.len()))?;
        Some(Written {
            person: self.count,
            station: u16::try_from(station).unwrap_or(0),
            name: name(person, rates, chance),
            father: if chance.one_in(rates.no_father) {
                String::new()
            } else {
                words(&person.father, rates, chance)
            },
            cnic: match chance.share() {
                share if share < rates.no_cnic => String::new(),
                share if share < rates.no_cnic + rates.cnic_slip => slip(&person.cnic, chance),
                share if share < rates.no_cnic + rates.cnic_slip + rates.cnic_wrong => stranger.cnic.clone(),
                _ => person.cnic.clone(),
            },
            birth: birth(person, rates, chance),
            phone: phone(person, rates, chance),
            district: if chance.one_in(rates.away) {
                self.pools.districts.get(chance.early(self.pools.districts.len()))?.to_string()
            } else {
                person.district.to_owned()
            },
            sex: if person.man { 'm' } else { 'f' },
        })
    }
}

fn name(person: &Person, rates: &Rates, chance: &mut Chance) -> String {
    let mut out = words(&person.name, rates, chance);
    if let Some(family) = person.family.as_ref().filter(|_| !chance.one_in(rates.no_family)) {
        out.push(' ');
        out.push_str(&word(family, rates, chance));
    }
    out
}

fn words(name: &Name, rates: &Rates, chance: &mut Chance) -> String {
    let mut out = Vec::new();
    if name.muhammad && !chance.one_in(rates.no_muhammad) {
        out.push(muhammad(chance).to_owned());
    }
    for one in &name.words {
        out.push(word(one, rates, chance));
    }
    out.join(" ")
}

fn word((name, own): &(&'static str, String), rates: &Rates, chance: &mut Chance) -> String {
    let written = if chance.one_in(rates.respelt) { spelt(name, chance) } else { own.clone() };
    if chance.one_in(rates.name_slip) { slip(&written, chance) } else { written }
}

fn birth(person: &Person, rates: &Rates, chance: &mut Chance) -> String {
    let (year, month, day) = person.birth;
    match chance.share() {
        share if share < rates.no_birth => String::new(),
        share if share < rates.no_birth + rates.about => (year + chance.from(-2, 2)).to_string(),
        _ if day <= 12 && chance.one_in(rates.exchanged) => format!("{year}-{day:02}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}

fn phone(person: &Person, rates: &Rates, chance: &mut Chance) -> String {
    if chance.one_in(rates.no_phone) {
        return String::new();
    }
    let own: Vec<&str> = person.phones.iter().map(String::as_str).collect();
    let number = match chance.of(&own) {
        Some(number) if chance.one_in(0.9) => number.to_owned(),
        _ => format!("03{:02}{:07}", chance.below(50), chance.below(10_000_000)),
    };
    if chance.one_in(rates.phone_slip) { slip(&number, chance) } else { number }
}
