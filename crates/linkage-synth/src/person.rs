//! A person of nobody: himself, before any clerk writes him down.

use crate::chance::Chance;
use crate::spell::{MUHAMMAD, spelt};

/// A name as he spells it.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    /// Muhammad before it.
    pub muhammad: bool,
    /// The words, as in a list of names, and as he writes them.
    pub words: Vec<(&'static str, String)>,
}

#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub name: Name,
    pub family: Option<(&'static str, String)>,
    pub father: Name,
    pub man: bool,
    pub cnic: String,
    pub phones: Vec<String>,
    pub birth: (i32, i32, i32),
    pub district: &'static str,
}

pub(crate) struct Pools {
    pub men: Vec<&'static str>,
    pub women: Vec<&'static str>,
    pub family: Vec<&'static str>,
    pub districts: Vec<&'static str>,
}

impl Pools {
    pub fn new() -> Self {
        let words = |text: &'static str| text.split_whitespace().collect();
        Self {
            men: words(crate::names::MEN),
            women: words(crate::names::WOMEN),
            family: words(crate::names::FAMILY),
            districts: words(crate::names::DISTRICTS),
        }
    }

    fn word(list: &[&'static str], chance: &mut Chance) -> (&'static str, String) {
        let name = list.get(chance.early(list.len())).copied().unwrap_or("nobody");
        (name, if chance.one_in(0.4) { spelt(name, chance) } else { name.to_owned() })
    }

    fn name(&self, man: bool, chance: &mut Chance) -> Name {
        let list = if man { &self.men } else { &self.women };
        let mut words = vec![Self::word(list, chance)];
        let muhammad = man && chance.one_in(0.38);
        if !muhammad && chance.one_in(0.35) {
            words.push(Self::word(list, chance));
            words.dedup_by_key(|(name, _)| *name);
        }
        Name { muhammad, words }
    }

    /// Somebody new, or one of a household.
    pub fn person(&self, of: Option<&Person>, chance: &mut Chance) -> Person {
        let man = chance.one_in(0.88);
        let mut phones = match of.filter(|_| chance.one_in(0.3)) {
            Some(brother) => brother.phones.clone(),
            None => vec![phone(chance)],
        };
        if chance.one_in(0.4) {
            phones.push(phone(chance));
        }
        let year = match of {
            Some(brother) => brother.birth.0 + chance.from(-6, 6),
            None => chance.from(1950, 2006),
        };
        let district = self.districts.get(chance.early(self.districts.len())).copied().unwrap_or("nowhere");
        let has_family = chance.one_in(0.75);
        Person {
            name: self.name(man, chance),
            family: match of {
                Some(brother) => brother.family.clone(),
                None => has_family.then(|| Self::word(&self.family, chance)),
            },
            father: of.map_or_else(|| self.name(true, chance), |brother| brother.father.clone()),
            man,
            cnic: cnic(of.map(|brother| brother.cnic.as_str()), district, man, chance),
            phones,
            birth: (year, chance.from(1, 12), chance.from(1, 28)),
            district: of.map_or(district, |brother| brother.district),
        }
    }
}

fn phone(chance: &mut Chance) -> String {
    format!("03{:02}{:07}", chance.below(50), chance.below(10_000_000))
}

/// Thirteen digits: five of the place, seven of the family, one odd for men.
fn cnic(brother: Option<&str>, district: &str, man: bool, chance: &mut Chance) -> String {
    let of_place = district.bytes().fold(7_usize, |sum, byte| (sum * 31 + usize::from(byte)) % 50_000);
    let place = brother
        .and_then(|cnic| cnic.get(..5))
        .map_or_else(|| format!("{:05}", 10_000 + (of_place + chance.below(3)) % 52_000), str::to_owned);
    let sex = if man { 1 + 2 * chance.below(5) } else { 2 * chance.below(5) };
    format!("{place}{:07}{sex}", chance.below(10_000_000))
}

/// How Muhammad stands before a name, when it does.
pub(crate) fn muhammad(chance: &mut Chance) -> &'static str {
    match chance.share() {
        share if share < 0.6 => MUHAMMAD.first().copied(),
        _ => chance.of(&MUHAMMAD),
    }
    .unwrap_or("muhammad")
}
