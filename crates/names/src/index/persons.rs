//! Persons and the links between them and their names.

use std::collections::HashMap;

use super::names::{NONE, Names};
use crate::lexicon::Lexicon;
use crate::word::words;

/// What is searched of a person. Names may come several times: aliases, both scripts, several records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Names the person goes by.
    pub names: Vec<String>,
    /// Names of the father or husband.
    pub fathers: Vec<String>,
    /// A number of the caller's for the district.
    pub district: Option<u16>,
    /// Year of birth.
    pub born: Option<u16>,
}

/// A row of a person; `links` is the first of its links.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub id: u64,
    pub links: u32,
    pub district: u16,
    pub born: u16,
}

/// One name of one person.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link {
    pub name: u32,
    pub person: u32,
    /// The next link of the same name.
    pub next: u32,
    /// The next link of the same person.
    pub beside: u32,
    pub father: bool,
}

/// No district, no year.
pub(crate) const UNKNOWN: u16 = u16::MAX;

/// Persons by name.
#[derive(Debug, Default)]
pub struct Index {
    pub(crate) names: Names,
    pub(crate) rows: Vec<Row>,
    pub(crate) links: Vec<Link>,
    by_id: HashMap<u64, u32>,
    free_rows: Vec<u32>,
    free_links: Vec<u32>,
    pub(crate) lexicon: Lexicon,
}

impl Index {
    /// An index that reads queries in the script by what was learned.
    #[must_use]
    pub fn new(lexicon: Lexicon) -> Self {
        Self { lexicon, ..Self::default() }
    }

    /// How many persons there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Puts a person in, or in place of what was known of that number. Found from now on.
    pub fn put(&mut self, id: u64, person: &Person) {
        self.remove(id);
        let row = Row {
            id,
            links: NONE,
            district: person.district.unwrap_or(UNKNOWN),
            born: person.born.unwrap_or(UNKNOWN),
        };
        let number = self.free_rows.pop().unwrap_or_else(|| u32::try_from(self.rows.len()).unwrap_or(NONE));
        match self.rows.get_mut(number as usize) {
            Some(place) => *place = row,
            None => self.rows.push(row),
        }
        self.by_id.insert(id, number);
        for name in &person.names {
            self.link(number, name, false);
        }
        for name in &person.fathers {
            self.link(number, name, true);
        }
    }

    fn link(&mut self, person: u32, name: &str, father: bool) {
        let Some(name) = self.names.place(&words(name)) else { return };
        let number = self.free_links.pop().unwrap_or_else(|| u32::try_from(self.links.len()).unwrap_or(NONE));
        let Some(row) = self.rows.get_mut(person as usize) else { return };
        let Some(of) = self.names.rows.get_mut(name as usize) else { return };
        let link = Link { name, person, next: of.head, beside: row.links, father };
        of.head = number;
        of.links += 1;
        row.links = number;
        match self.links.get_mut(number as usize) {
            Some(place) => *place = link,
            None => self.links.push(link),
        }
    }

    /// Takes a person out, without a trace in any weight or count; says whether there was one.
    pub fn remove(&mut self, id: u64) -> bool {
        let Some(number) = self.by_id.remove(&id) else { return false };
        let mut at = self.rows.get(number as usize).map_or(NONE, |row| row.links);
        while let Some(link) = self.links.get(at as usize).copied() {
            self.unlink(at, link);
            at = link.beside;
        }
        if let Some(row) = self.rows.get_mut(number as usize) {
            *row = Row { id: 0, links: NONE, district: UNKNOWN, born: UNKNOWN };
        }
        self.free_rows.push(number);
        true
    }

    fn unlink(&mut self, number: u32, link: Link) {
        let Some(of) = self.names.rows.get_mut(link.name as usize) else { return };
        of.links = of.links.saturating_sub(1);
        let last = of.links == 0;
        if of.head == number {
            of.head = link.next;
        } else {
            let mut at = of.head;
            while let Some(before) = self.links.get_mut(at as usize) {
                if before.next == number {
                    before.next = link.next;
                    break;
                }
                at = before.next;
            }
        }
        if let Some(place) = self.links.get_mut(number as usize) {
            *place = Link { name: NONE, person: NONE, next: NONE, beside: NONE, father: false };
        }
        self.free_links.push(number);
        if last {
            self.names.remove(link.name);
        }
    }
}
