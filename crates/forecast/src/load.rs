//! Crimes from comma-separated values.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use crate::discovered::{is_discovered, is_officer_initiated};
use crate::fact::{Class, Fact, Facts, Source};
use crate::place::Crs;
use crate::refusal::{LoadError, Refusal, Refusals, told};
use crate::rows::{Row, Rows};
use crate::time::{DAY, DateOrder, minute};

/// The names of the columns; of those that may be missing, none is looked for unless it is named.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// When it happened, or from when it may have.
    pub time: String,
    /// Until when it may have.
    pub until: Option<String>,
    /// When it was reported.
    pub reported: Option<String>,
    /// To the east; the longitude.
    pub x: String,
    /// To the north; the latitude.
    pub y: String,
    /// Metres by which the place may be wrong.
    pub uncertainty: Option<String>,
    /// What; without it everything is of one class.
    pub class: Option<String>,
    /// How it became known.
    pub source: Option<String>,
    /// What tells two rows of one crime.
    pub id: Option<String>,
    /// How dates are written.
    pub order: DateOrder,
}

/// What was read.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// What may be trained on, in coordinates as written.
    pub facts: Facts,
    /// Rows read, without the heading.
    pub rows: u64,
    /// Rows not taken, by reason.
    pub refused: Refusals,
}

/// Reads crimes from files in UTF-8 with a heading. What an officer initiated, and classes that police activity makes,
/// are counted and not taken; so is every row that cannot be used.
#[derive(Debug)]
pub struct Loader<'a> {
    columns: &'a Columns,
    crs: Crs,
    loaded: Loaded,
    at: [Option<usize>; 9],
    width: usize,
    classes: HashMap<Vec<u8>, Result<Class, Refusal>>,
    ids: HashSet<Vec<u8>>,
    swapped: u64,
    beyond: u64,
    small: u64,
}

impl<'a> Loader<'a> {
    /// Nothing read yet.
    #[must_use]
    pub fn new(columns: &'a Columns, crs: Crs) -> Self {
        let loaded = Loaded { facts: Facts::default(), rows: 0, refused: Refusals::new() };
        let (classes, ids) = (HashMap::new(), HashSet::new());
        let (at, width) = ([None; 9], 0);
        Self { columns, crs, loaded, at, width, classes, ids, swapped: 0, beyond: 0, small: 0 }
    }

    /// Reads one file.
    ///
    /// # Errors
    /// [`LoadError`] when it cannot be read, or lacks a column.
    pub fn read(&mut self, reader: impl Read) -> Result<(), LoadError> {
        let mut rows = Rows::new(reader);
        let heading = rows.next_row()?.ok_or(LoadError::Empty)?;
        self.heading(&heading)?;
        let mut facts = std::mem::take(&mut self.loaded.facts);
        while let Some(row) = rows.next_row()? {
            self.loaded.rows += 1;
            match self.fact(&row, &mut facts)? {
                Ok(fact) => facts.push(fact),
                Err(refusal) => *self.loaded.refused.entry(refusal).or_default() += 1,
            }
        }
        self.loaded.facts = facts;
        Ok(())
    }

    /// What was read.
    ///
    /// # Errors
    /// [`LoadError`] when the files as a whole cannot be what the columns promise.
    pub fn finish(self) -> Result<Loaded, LoadError> {
        let taken = u64::try_from(self.loaded.facts.len()).unwrap_or(u64::MAX);
        if self.beyond > taken {
            return Err(LoadError::NotDegrees);
        }
        if self.swapped > taken {
            return Err(LoadError::SwappedColumns);
        }
        if self.small * 2 > taken {
            return Err(LoadError::Degrees);
        }
        if taken == 0 {
            return Err(LoadError::Nothing { rows: self.loaded.rows, refused: told(&self.loaded.refused) });
        }
        Ok(self.loaded)
    }

    /// Where the columns stand.
    fn heading(&mut self, heading: &Row<'_>) -> Result<(), LoadError> {
        let strip = |name: &[u8]| {
            String::from_utf8_lossy(name).trim_start_matches('\u{feff}').trim().to_ascii_lowercase()
        };
        let names: Vec<String> = (0..heading.len()).filter_map(|at| heading.field(at)).map(strip).collect();
        let find = |wanted: &String| {
            let at = names.iter().position(|name| *name == wanted.trim().to_ascii_lowercase());
            at.ok_or_else(|| LoadError::NoColumn { wanted: wanted.clone(), there: names.join(", ") })
        };
        let c = self.columns;
        let needed = [Some(&c.time), Some(&c.x), Some(&c.y), c.class.as_ref(), c.source.as_ref()];
        let others = [c.until.as_ref(), c.reported.as_ref(), c.uncertainty.as_ref(), c.id.as_ref()];
        for (slot, name) in self.at.iter_mut().zip(needed.into_iter().chain(others)) {
            *slot = name.map(find).transpose()?;
        }
        self.width = self.at.iter().flatten().max().map_or(0, |last| last + 1);
        Ok(())
    }

    /// The crime of a row, or why it is none.
    fn fact(&mut self, row: &Row<'_>, facts: &mut Facts) -> Result<Result<Fact, Refusal>, LoadError> {
        if row.len() < self.width {
            return Ok(Err(Refusal::TooShort));
        }
        let [time, x, y, class, source, until, reported, uncertainty, id] =
            self.at.map(|at| at.and_then(|at| row.field(at)).unwrap_or_default());
        let class = match self.class(class, facts)? {
            Ok(class) => class,
            Err(refusal) => return Ok(Err(refusal)),
        };
        Ok((|| {
            let source = self.source(source)?;
            let [from, to, known] = self.times(time, until, reported)?;
            let [x, y] = self.place(x, y)?;
            if self.at.last().is_some_and(Option::is_some) && !id.is_empty() && !self.ids.insert(id.to_vec())
            {
                return Err(Refusal::Again);
            }
            let uncertainty = std::str::from_utf8(uncertainty).ok().and_then(|text| text.parse().ok());
            Ok(Fact { from, to, known, x, y, uncertainty: uncertainty.unwrap_or(0.0), class, source })
        })())
    }

    fn class(&mut self, name: &[u8], facts: &mut Facts) -> Result<Result<Class, Refusal>, LoadError> {
        let Some(column) = &self.columns.class else {
            return facts.class_of("all").map(Ok).ok_or_else(|| LoadError::Classes("all".to_owned()));
        };
        if let Some(known) = self.classes.get(name) {
            return Ok(*known);
        }
        let text = String::from_utf8_lossy(name).into_owned();
        let class = if text.is_empty() {
            Err(Refusal::NoClass)
        } else if is_discovered(&text) {
            Err(Refusal::Discovered)
        } else {
            Ok(facts.class_of(&text).ok_or_else(|| LoadError::Classes(column.clone()))?)
        };
        self.classes.insert(name.to_vec(), class);
        Ok(class)
    }

    fn source(&self, text: &[u8]) -> Result<Source, Refusal> {
        if text.is_empty() {
            return Ok(Source::Reported);
        }
        let text = String::from_utf8_lossy(text);
        if is_officer_initiated(&text) {
            return Err(Refusal::OfficerInitiated);
        }
        Ok(if text.to_ascii_lowercase().contains("alarm") { Source::Alarm } else { Source::Reported })
    }

    fn times(&self, time: &[u8], until: &[u8], reported: &[u8]) -> Result<[i32; 3], Refusal> {
        if time.is_empty() {
            return Err(Refusal::NoTime);
        }
        let read = |text: &[u8]| minute(text, self.columns.order).ok_or(Refusal::ImpossibleDate);
        let from = read(time)?;
        let to = if until.is_empty() { from } else { read(until)? };
        let known = if reported.is_empty() { to } else { read(reported)?.max(to) };
        match to.checked_sub(from) {
            Some(span) if span < 0 => Err(Refusal::EndsFirst),
            Some(span) if span > 366 * DAY => Err(Refusal::Whenever),
            _ => Ok([from, to, known]),
        }
    }

    fn place(&mut self, x: &[u8], y: &[u8]) -> Result<[f64; 2], Refusal> {
        if x.is_empty() || y.is_empty() {
            return Err(Refusal::NoPlace);
        }
        let read = |text: &[u8]| {
            let number = std::str::from_utf8(text).ok().and_then(|text| text.parse::<f64>().ok());
            number.filter(|number| number.is_finite()).ok_or(Refusal::NotANumber)
        };
        let (x, y) = (read(x)?, read(y)?);
        if x == 0.0 && y == 0.0 {
            return Err(Refusal::NoPlace);
        }
        let within = |x: f64, y: f64| x.abs() <= 180.0 && y.abs() <= 90.0;
        match self.crs {
            Crs::Wgs84 if !within(x, y) => {
                let swapped = within(y, x);
                *(if swapped { &mut self.swapped } else { &mut self.beyond }) += 1;
                return Err(if swapped { Refusal::Swapped } else { Refusal::BeyondTheEarth });
            }
            Crs::Metres | Crs::Feet if within(x, y) => self.small += 1,
            _ => {}
        }
        Ok([x, y])
    }
}
