//! A witness's words made ready: a table for each thing said.

use std::collections::BTreeMap;

use crate::cells;
use crate::compare::Lines;
use crate::index::Index;
use crate::numbers::{Grid, Guess};
use crate::query::{Must, Query, QueryError, SaidMark};
use crate::row::{Row, WIDEST, YEAR_NOUGHT};
use crate::vocabulary::{Code, Field};
use crate::why::{Agreement, Feature, Why};

/// A weight that is older than so many years grows no less certain.
const OLDEST: u16 = 15;
const AGES: usize = OLDEST as usize + 1;
const WIDTHS: usize = WIDEST as usize + 1;

/// The tables.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) height: Option<Grid>,
    pub(crate) weight: Option<Grid>,
    /// The age class of a record by the year it was taken in.
    pub(crate) ages: Vec<u8>,
    pub(crate) born: Option<Grid>,
    pub(crate) coded: BTreeMap<u8, Grid>,
    pub(crate) marks: Option<Lines>,
    pub(crate) methods: Option<Lines>,
    /// For each mark that must be there, the cells that are it.
    pub(crate) must_marks: Vec<Vec<bool>>,
    pub(crate) must_methods: Vec<u16>,
}

impl Words {
    pub(crate) fn new(index: &Index, query: &Query) -> Result<Self, QueryError> {
        query.check()?;
        let age = |year: u16| if year == 0 { OLDEST } else { query.year.saturating_sub(year + YEAR_NOUGHT) };
        let mut words = Self {
            height: height(index, query),
            weight: weight(index, query),
            ages: (0..256).map(|year| age(year).min(OLDEST) as u8).collect(),
            born: born(index, query),
            coded: coded(index, &query.coded)?,
            marks: marks(index, &query.marks)?,
            methods: methods(index, query)?,
            must_marks: Vec::new(),
            must_methods: Vec::new(),
        };
        for must in &query.must {
            words.must(index, must)?;
        }
        Ok(words)
    }

    fn must(&mut self, index: &Index, must: &Must) -> Result<(), QueryError> {
        let within =
            |number: usize, from: &u16, to: &u16| (usize::from(*from)..=usize::from(*to)).contains(&number);
        match must {
            Must::Height(from, to) => {
                let grid = self.height.get_or_insert_with(|| Grid::blank(1));
                grid.must(|_, number| within(number, from, to));
            }
            Must::Weight(from, to) => {
                let grid = self.weight.get_or_insert_with(|| Grid::blank(AGES));
                grid.must(|_, number| within(number, from, to));
            }
            Must::Born(from, to) => {
                let grid = self.born.get_or_insert_with(|| Grid::blank(WIDTHS));
                grid.must(|width, number| {
                    let first = number + usize::from(YEAR_NOUGHT);
                    first <= usize::from(*to) && first + width >= usize::from(*from)
                });
            }
            Must::Coded(codes) => {
                let field = codes.first().ok_or(QueryError::Foreign)?.field;
                if codes.iter().any(|code| code.field != field || !index.vocabulary.has_code(*code)) {
                    return Err(QueryError::Foreign);
                }
                let grid = self.coded.entry(field.0).or_insert_with(|| Grid::blank(1));
                grid.must(|_, number| codes.iter().any(|code| usize::from(code.number) == number));
            }
            Must::Mark(said) => {
                if !index.vocabulary.has_mark(said.kind, said.place) {
                    return Err(QueryError::Foreign);
                }
                let is = |cell: usize| cells::is(said, &cells::mark(&index.vocabulary, cell as u16));
                self.must_marks.push((0..cells::count(&index.vocabulary)).map(is).collect());
            }
            Must::Method(method) if usize::from(method.0) < index.vocabulary.methods.len() => {
                self.must_methods.push(method.0);
            }
            Must::Method(_) => return Err(QueryError::Foreign),
        }
        Ok(())
    }

    /// How a description agrees, with the reasons. What must be so is not asked.
    pub(crate) fn weigh(&self, row: &Row) -> Agreement {
        let mut why = Vec::new();
        let mut note = |feature, (centibans, tie)| why.push(Why { feature, tie, centibans });
        let age = self.ages.get(usize::from(row.recorded)).copied().unwrap_or(0);
        let numbers = [
            (Feature::Height, &self.height, 0, row.height),
            (Feature::Weight, &self.weight, age, row.weight),
            (Feature::Born, &self.born, row.width, row.born),
        ];
        for (feature, grid, class, number) in numbers {
            if let Some(grid) = grid.as_ref().filter(|grid| grid.said) {
                note(feature, grid.get(class, number));
            }
        }
        for (field, grid) in self.coded.iter().filter(|(_, grid)| grid.said) {
            let number = row.coded.get(usize::from(*field)).copied().unwrap_or(0);
            note(Feature::Coded(Field(*field)), grid.get(0, number));
        }
        let lists = [
            (Feature::Mark as fn(usize) -> Feature, &self.marks, &row.marks),
            (Feature::Method as fn(usize) -> Feature, &self.methods, &row.methods),
        ];
        for (feature, lines, items) in lists {
            let Some(lines) = lines else { continue };
            let found = items.as_ref().map_or_else(|| lines.unknown(), |items| lines.why(items));
            for (place, (tie, centibans)) in found.into_iter().enumerate() {
                note(feature(place), (centibans, tie));
            }
        }
        Agreement { centibans: why.iter().map(|line| line.centibans).sum(), why }
    }
}

fn height(index: &Index, query: &Query) -> Option<Grid> {
    let about = query.height?;
    let (value, tolerance) = (f64::from(about.value), f64::from(about.tolerance.max(1)));
    let guess = Guess { counts: &index.counts.heights, wrong: index.model.height, value, tolerance };
    Some(Grid::measure(1, &guess, |_| (0.0, 0.0)))
}

fn weight(index: &Index, query: &Query) -> Option<Grid> {
    let about = query.weight?;
    let (value, tolerance) = (f64::from(about.value), f64::from(about.tolerance.max(1)));
    let guess = Guess { counts: &index.counts.weights, wrong: index.model.weight, value, tolerance };
    Some(Grid::measure(AGES, &guess, |age| (age as f64 * index.model.kg_a_year, 0.0)))
}

fn born(index: &Index, query: &Query) -> Option<Grid> {
    let about = query.born?;
    let value = f64::from(about.value) - f64::from(YEAR_NOUGHT);
    let tolerance = f64::from(about.tolerance.max(1));
    let guess = Guess { counts: &index.counts.born, wrong: index.model.born, value, tolerance };
    // A range of years is as uncertain as something evenly spread over it.
    Some(Grid::measure(WIDTHS, &guess, |width| (width as f64 / 12f64.sqrt(), width as f64 / 2.0)))
}

fn coded(index: &Index, said: &[Code]) -> Result<BTreeMap<u8, Grid>, QueryError> {
    let mut by_field: BTreeMap<u8, Vec<u8>> = BTreeMap::new();
    for code in said {
        let terms = index.vocabulary.terms(code.field).ok_or(QueryError::Foreign)?;
        if !index.vocabulary.has_code(*code) {
            return Err(QueryError::Foreign);
        }
        let fits = by_field.entry(code.field.0).or_insert_with(|| vec![0; terms.len() + 1]);
        for (number, fit) in (0u16..).zip(fits.iter_mut().skip(1)) {
            *fit = (*fit).max(terms.fit(u16::from(code.number) - 1, number));
        }
    }
    let grid = |(field, fits): (u8, Vec<u8>)| {
        let terms = index.vocabulary.terms(Field(field))?;
        let counts = index.counts.coded.get(usize::from(field))?;
        Some((field, Grid::coded(counts, &fits, terms.wrong)))
    };
    Ok(by_field.into_iter().filter_map(grid).collect())
}

fn marks(index: &Index, said: &[SaidMark]) -> Result<Option<Lines>, QueryError> {
    if said.iter().any(|said| !index.vocabulary.has_mark(said.kind, said.place)) {
        return Err(QueryError::Foreign);
    }
    let all = 0..cells::count(&index.vocabulary) as u32;
    let fit = |said: &SaidMark, cell: u32| {
        cells::fit(&index.vocabulary, said, &cells::mark(&index.vocabulary, cell as u16))
    };
    let fits: Vec<Vec<u8>> =
        said.iter().map(|said| all.clone().map(|cell| fit(said, cell)).collect()).collect();
    let counts = &index.counts;
    let lines = || Lines::new(&fits, &counts.cells, counts.with_marks, index.model.mark, true);
    Ok((!said.is_empty()).then(lines))
}

fn methods(index: &Index, query: &Query) -> Result<Option<Lines>, QueryError> {
    let terms = &index.vocabulary.methods;
    let mut said: Vec<u16> = query.methods.iter().map(|method| method.0).collect();
    if said.iter().any(|number| usize::from(*number) >= terms.len()) {
        return Err(QueryError::Foreign);
    }
    let mut seen = Vec::new();
    said.retain(|number| {
        !seen.contains(number) && {
            seen.push(*number);
            true
        }
    });
    let fits = |said: &u16| (0..terms.len() as u16).map(|number| terms.fit(*said, number)).collect();
    let fits: Vec<Vec<u8>> = said.iter().map(fits).collect();
    let counts = &index.counts;
    let lines = || Lines::new(&fits, &counts.methods, counts.with_methods, index.model.method, false);
    Ok((!said.is_empty()).then(lines))
}
