//! The written material: names, places, a day's routine, first informations. Plain text in `data/`, in sections.

use std::collections::BTreeMap;

use crate::chance::Chance;

type Sections = BTreeMap<&'static str, Vec<&'static str>>;

/// All of it.
#[derive(Debug)]
pub(crate) struct Words {
    pub names: Sections,
    pub places: Sections,
    pub diary: Sections,
    pub tales: Sections,
    pub case: Sections,
}

fn sections(text: &'static str) -> Sections {
    let mut all = Sections::new();
    let mut name = "";
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
        match line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            Some(section) => name = section,
            None => all.entry(name).or_default().push(line),
        }
    }
    all
}

impl Words {
    /// Reads it.
    pub fn read() -> Self {
        Self {
            names: sections(include_str!("../data/names.txt")),
            places: sections(include_str!("../data/places.txt")),
            diary: sections(include_str!("../data/diary.txt")),
            tales: sections(include_str!("../data/tales.txt")),
            case: sections(include_str!("../data/case.txt")),
        }
    }
}

/// A line of a section; empty where there is no such section.
pub(crate) fn line(of: &Sections, section: &str, chance: &mut Chance) -> &'static str {
    of.get(section).and_then(|lines| chance.pick(lines)).copied().unwrap_or_default()
}

/// Puts values in place of `{names}`.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = template.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

/// What the routine's lines speak of: one roll serves lines that belong together.
#[derive(Debug)]
pub(crate) struct Roll {
    constable: String,
    belt: String,
    number: String,
    few: String,
}

impl Roll {
    /// Rolls them.
    pub fn new(chance: &mut Chance) -> Self {
        Self {
            constable: format!("کانسٹیبل نمبر {}", chance.between(1001, 1980)),
            belt: chance.between(10_000, 98_000).to_string(),
            number: chance.between(11, 48).to_string(),
            few: chance.between(2, 6).to_string(),
        }
    }

    /// Fills a line.
    pub fn fill(&self, template: &str, officer: &str, place: &str) -> String {
        let (c, b, n, k) = (&self.constable, &self.belt, &self.number, &self.few);
        fill(template, &[("o", officer), ("p", place), ("c", c), ("b", b), ("n", n), ("k", k)])
    }
}
